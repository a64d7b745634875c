#include "tests/core_card/practice_identity.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <map>
#include <memory>
#include <stdexcept>

namespace kmixr::testing {
namespace {

template <auto function>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        function(object);
    }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Releaser<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Releaser<BIO_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, Releaser<GENERAL_NAMES_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION_free>>;
using OctetsPtr = std::unique_ptr<ASN1_OCTET_STRING, Releaser<ASN1_OCTET_STRING_free>>;

void need(bool good, const char* what) {
    if (!good) {
        throw std::runtime_error(what);
    }
}

std::string textOfBio(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

KeyPtr keyOf(const std::string& pem) {
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    KeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    need(key != nullptr, "private key");
    return key;
}

void addName(X509_NAME* name, int nid, const std::string& text) {
    need(X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.data()),
                                    static_cast<int>(text.size()), -1, 0) == 1,
         "name");
}

void addJapaneseName(X509* x509, const std::string& text) {
    GENERAL_NAME* directory = GENERAL_NAME_new();
    X509_NAME* name = X509_NAME_new();
    addName(name, NID_countryName, "JP");
    addName(name, NID_commonName, text);
    GENERAL_NAME_set0_value(directory, GEN_DIRNAME, name);
    const NamesPtr names(sk_GENERAL_NAME_new_null());
    sk_GENERAL_NAME_push(names.get(), directory);
    need(X509_add1_ext_i2d(x509, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1, "subjectAltName");
}

void addRoles(X509* x509, const std::string& hex) {
    const auto content = fromHex(hex);
    need(content.has_value(), "role extension hex");
    const OctetsPtr octets(ASN1_OCTET_STRING_new());
    ASN1_OCTET_STRING_set(octets.get(), content->data(), static_cast<int>(content->size()));
    const ExtensionPtr extension(
        X509_EXTENSION_create_by_NID(nullptr, NID_subject_directory_attributes, 0, octets.get()));
    need(X509_add_ext(x509, extension.get(), -1) == 1, "subjectDirectoryAttributes");
}

X509Ptr certificate(const std::string& keyPem, const CertificateWish& wish) {
    const KeyPtr key = keyOf(keyPem);
    X509Ptr x509(X509_new());
    X509_set_version(x509.get(), 2);
    // Issuer and serial number name one certificate, as with a real authority: here the key makes the number.
    const Sha256 print = sha256(keyPem);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(x509.get()),
                            std::uint64_t{print[0]} << 24U | std::uint64_t{print[1]} << 16U |
                                std::uint64_t{print[2]} << 8U | print[3] | 0x0100'0000'0000U);
    constexpr long day = 86'400;
    X509_gmtime_adj(X509_getm_notBefore(x509.get()), wish.firstDay * day);
    X509_gmtime_adj(X509_getm_notAfter(x509.get()), wish.lastDay * day);
    X509_set_pubkey(x509.get(), key.get());
    X509_NAME* subject = X509_get_subject_name(x509.get());
    addName(subject, NID_countryName, "JP");
    addName(subject, NID_commonName, wish.latinName);
    addName(subject, NID_serialNumber, "Test000001");
    X509_set_issuer_name(x509.get(), subject);
    if (!wish.japaneseName.empty()) {
        addJapaneseName(x509.get(), wish.japaneseName);
    }
    if (!wish.roleExtension.empty()) {
        addRoles(x509.get(), wish.roleExtension);
    }
    if (!wish.keyUsage.empty()) {
        const ExtensionPtr usage(X509V3_EXT_conf_nid(nullptr, nullptr, NID_key_usage, wish.keyUsage.c_str()));
        need(usage && X509_add_ext(x509.get(), usage.get(), -1) == 1, "keyUsage");
    }
    need(X509_sign(x509.get(), key.get(), EVP_sha256()) > 0, "sign certificate");
    return x509;
}

std::string wrap(unsigned tag, const std::string& hexContent) {
    const std::size_t size = hexContent.size() / 2;
    need(size < 128, "short lengths only");
    const std::uint8_t head[] = {static_cast<std::uint8_t>(tag), static_cast<std::uint8_t>(size)};
    return toHex(head) + hexContent;
}

} // namespace

std::string privateKey(KeyKind kind, int number) {
    static std::map<std::pair<KeyKind, int>, std::string> made;
    auto& pem = made[{kind, number}];
    if (pem.empty()) {
        const KeyPtr key(kind == KeyKind::Rsa2048 ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"));
        const BioPtr bio(BIO_new(BIO_s_mem()));
        need(key && PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1, "key");
        pem = textOfBio(bio.get());
    }
    return pem;
}

std::string roleExtension(const std::vector<std::string>& roles) {
    std::string actors;
    for (const auto& role : roles) {
        const auto coded = wrap(0xA0, "060A2A830886910F01060101") + wrap(0xA2, wrap(0x0C, toHex(bytesOf(role))));
        actors += wrap(0x30, wrap(0xA0, wrap(0x31, coded)));
    }
    return wrap(0x30, wrap(0x30, "0606288185420001" + wrap(0x31, wrap(0x31, actors))));
}

std::string certificatePem(const std::string& keyPem, const CertificateWish& wish) {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    need(PEM_write_bio_X509(bio.get(), certificate(keyPem, wish).get()) == 1, "certificate");
    return textOfBio(bio.get());
}

Bytes certificateDer(const std::string& keyPem, const CertificateWish& wish) {
    const X509Ptr x509 = certificate(keyPem, wish);
    Bytes der(static_cast<std::size_t>(i2d_X509(x509.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_X509(x509.get(), &at);
    return der;
}

} // namespace kmixr::testing
