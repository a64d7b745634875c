#include "app/practice/world/certificates.h"

#include "app/practice/problems.h"
#include "core/common/bytes.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace kmixr::practice {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

tl::unexpected<Problem> refused(const char* step) {
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char* reason = ERR_reason_error_string(code);
    return fail(problems::certificateFailed, std::string(step) + ": " + (reason != nullptr ? reason : "no reason"));
}

Bio memory(std::string_view text) {
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free};
}

std::string contents(const Bio& bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace

void PrivateKey::Free::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}
void Certificate::Free::operator()(x509_st* certificate) const {
    X509_free(certificate);
}

Outcome<PrivateKey> PrivateKey::make(KeyKind kind) {
    constexpr std::size_t rsaBits = 2048;
    PrivateKey key;
    key.key_.reset(kind == KeyKind::Rsa2048 ? EVP_RSA_gen(rsaBits) : EVP_EC_gen("P-256"));
    if (!key.key_) {
        return refused("key");
    }
    return key;
}

Outcome<PrivateKey> PrivateKey::parse(std::string_view pem) {
    const Bio bio = memory(pem);
    PrivateKey key;
    key.key_.reset(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    if (!key.key_) {
        return refused("key file");
    }
    return key;
}

Outcome<std::string> PrivateKey::pem() const {
    const Bio bio{BIO_new(BIO_s_mem()), &BIO_free};
    if (PEM_write_bio_PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return refused("key to PEM");
    }
    return contents(bio);
}

Outcome<Certificate> Certificate::parse(std::string_view pem) {
    const Bio bio = memory(pem);
    Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!certificate.certificate_) {
        return refused("certificate file");
    }
    return certificate;
}

Outcome<std::string> Certificate::pem() const {
    const Bio bio{BIO_new(BIO_s_mem()), &BIO_free};
    if (PEM_write_bio_X509(bio.get(), certificate_.get()) != 1) {
        return refused("certificate to PEM");
    }
    return contents(bio);
}

Outcome<std::string> Certificate::publicKeySha256() const {
    unsigned char* key = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate_.get()), &key);
    if (size <= 0) {
        return refused("public key");
    }
    std::string hash = toHex(sha256(ByteView(key, static_cast<std::size_t>(size))));
    OPENSSL_free(key);
    return hash;
}

bool Certificate::serves(const PrivateKey& key, const Certificate& issuer, Instant until) const {
    std::time_t later = std::chrono::system_clock::to_time_t(until);
    const bool sound = X509_check_private_key(certificate_.get(), key.handle()) == 1 &&
                       X509_verify(certificate_.get(), X509_get0_pubkey(issuer.handle())) == 1 &&
                       X509_cmp_time(X509_get0_notAfter(certificate_.get()), &later) > 0;
    ERR_clear_error();
    return sound;
}

} // namespace kmixr::practice
