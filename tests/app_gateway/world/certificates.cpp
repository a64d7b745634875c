#include "tests/app_gateway/world/certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace kmixr::test {

namespace {

void must(bool ok, const char* what) {
    if (!ok) {
        throw std::runtime_error(what);
    }
}

std::shared_ptr<EVP_PKEY> makeKey(KeyKind kind) {
    EVP_PKEY* key =
        kind == KeyKind::Rsa2048 ? EVP_RSA_gen(2048U) : EVP_EC_gen(kind == KeyKind::P256 ? "P-256" : "P-384");
    must(key != nullptr, "key");
    return {key, EVP_PKEY_free};
}

void extend(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    must(extension != nullptr, "extension");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void addPurpose(X509* certificate, X509* issuer, const Identity::Wish& wish) {
    const bool authority = wish.purpose == Purpose::Authority;
    extend(certificate, issuer, NID_basic_constraints, authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    extend(certificate, issuer, NID_key_usage,
           authority                                 ? "critical,keyCertSign,cRLSign"
           : wish.purpose == Purpose::LegalSignature ? "critical,nonRepudiation"
                                                     : "critical,digitalSignature");
    extend(certificate, issuer, NID_subject_key_identifier, "hash");
    if (wish.purpose == Purpose::Server || wish.purpose == Purpose::Device) {
        extend(certificate, issuer, NID_ext_key_usage, wish.purpose == Purpose::Server ? "serverAuth" : "clientAuth");
    }
    if (!wish.subjectAltName.empty()) {
        extend(certificate, issuer, NID_subject_alt_name, wish.subjectAltName);
    }
}

template <class Write>
std::string pemOf(Write write) {
    BIO* memory = BIO_new(BIO_s_mem());
    must(write(memory) == 1, "PEM");
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    std::string pem(text, static_cast<std::size_t>(size));
    BIO_free(memory);
    return pem;
}

} // namespace

Identity Identity::issue(const Wish& wish, const Identity* issuer) {
    Identity made;
    made.key_ = makeKey(wish.key);
    made.certificate_ = {X509_new(), X509_free};
    X509* certificate = made.certificate_.get();
    X509* above = issuer == nullptr ? certificate : issuer->certificate_.get();
    X509_set_version(certificate, X509_VERSION_3);
    Bytes serial = randomBytes(8);
    serial.front() |= 1U; // a number that begins with a zero byte would be no DER
    ASN1_STRING_set(X509_get_serialNumber(certificate), serial.data(), static_cast<int>(serial.size()));
    X509_gmtime_adj(X509_getm_notBefore(certificate), std::chrono::seconds(wish.begins).count());
    X509_gmtime_adj(X509_getm_notAfter(certificate), std::chrono::seconds(wish.ends).count());
    X509_set_pubkey(certificate, made.key_.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(wish.commonName.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(above));
    addPurpose(certificate, above, wish);
    must(X509_sign(certificate, (issuer == nullptr ? made : *issuer).key_.get(), EVP_sha256()) > 0, "sign");
    made.der_.resize(static_cast<std::size_t>(i2d_X509(certificate, nullptr)));
    unsigned char* out = made.der_.data();
    i2d_X509(certificate, &out);
    return made;
}

std::string Identity::certificatePem() const {
    return pemOf([this](BIO* out) { return PEM_write_bio_X509(out, certificate_.get()); });
}

std::string Identity::keyPem() const {
    return pemOf(
        [this](BIO* out) { return PEM_write_bio_PrivateKey(out, key_.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

Bytes Identity::sign(ByteView message) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    must(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1, "sign");
    std::size_t size = 0;
    must(EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size()) == 1, "sign");
    Bytes signature(size);
    must(EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) == 1, "sign");
    signature.resize(size);
    return signature;
}

Bytes Identity::plainOf(ByteView derSignature) {
    const unsigned char* at = derSignature.data();
    ECDSA_SIG* parts = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(derSignature.size()));
    must(parts != nullptr, "signature");
    Bytes plain(64);
    BN_bn2binpad(ECDSA_SIG_get0_r(parts), plain.data(), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(parts), plain.data() + 32, 32);
    ECDSA_SIG_free(parts);
    return plain;
}

} // namespace kmixr::test
