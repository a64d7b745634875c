#include "app/practice/cards/card_key.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace kmixr::practice {
namespace {

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
struct FreeContext {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
struct FreeX509 {
    void operator()(X509* x509) const { X509_free(x509); }
};

std::unique_ptr<BIO, FreeBio> bioOf(const std::string& text) {
    return std::unique_ptr<BIO, FreeBio>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

} // namespace

void CardKey::Free::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}

std::optional<CardKey> CardKey::parse(const std::string& pem) {
    CardKey key;
    key.key_.reset(PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (!key.key_ || (!key.isRsa() && EVP_PKEY_get_base_id(key.key_.get()) != EVP_PKEY_EC)) {
        return std::nullopt;
    }
    return key;
}

bool CardKey::isRsa() const {
    return EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_RSA;
}

std::size_t CardKey::blockSize() const {
    return static_cast<std::size_t>(EVP_PKEY_get_size(key_.get()));
}

std::optional<Bytes> CardKey::sign(ByteView input, int padding) const {
    const std::unique_ptr<EVP_PKEY_CTX, FreeContext> context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    if (!context || EVP_PKEY_sign_init(context.get()) != 1 ||
        (padding != 0 && EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) != 1)) {
        return std::nullopt;
    }
    Bytes signature(blockSize());
    std::size_t size = signature.size();
    const bool signedWell = EVP_PKEY_sign(context.get(), signature.data(), &size, input.data(), input.size()) == 1;
    ERR_clear_error();
    if (!signedWell) {
        return std::nullopt;
    }
    signature.resize(size);
    return signature;
}

std::optional<Bytes> CardKey::rawRsa(ByteView block) const {
    return isRsa() && block.size() == blockSize() ? sign(block, RSA_NO_PADDING) : std::nullopt;
}

std::optional<Bytes> CardKey::padAndSign(ByteView digestInfo) const {
    return isRsa() ? sign(digestInfo, RSA_PKCS1_PADDING) : std::nullopt;
}

std::optional<Bytes> CardKey::ecdsa(ByteView hash) const {
    return isRsa() ? std::nullopt : sign(hash, 0);
}

std::optional<Bytes> certificateDer(const std::string& pem) {
    const std::unique_ptr<X509, FreeX509> x509(PEM_read_bio_X509(bioOf(pem).get(), nullptr, nullptr, nullptr));
    const int size = x509 ? i2d_X509(x509.get(), nullptr) : 0;
    ERR_clear_error();
    if (size <= 0) {
        return std::nullopt;
    }
    Bytes der(static_cast<std::size_t>(size));
    unsigned char* at = der.data();
    i2d_X509(x509.get(), &at);
    return der;
}

} // namespace kmixr::practice
