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

std::optional<Bytes> CardKey::agree(ByteView point) const {
    const std::unique_ptr<EVP_PKEY, Free> peer(isRsa() ? nullptr : EVP_PKEY_new());
    const std::unique_ptr<EVP_PKEY_CTX, FreeContext> context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    Bytes x(32);
    std::size_t size = x.size();
    const bool agreed = peer && EVP_PKEY_copy_parameters(peer.get(), key_.get()) == 1 &&
                        EVP_PKEY_set1_encoded_public_key(peer.get(), point.data(), point.size()) == 1 &&
                        EVP_PKEY_derive_init(context.get()) == 1 &&
                        EVP_PKEY_derive_set_peer(context.get(), peer.get()) == 1 &&
                        EVP_PKEY_derive(context.get(), x.data(), &size) == 1 && size == x.size();
    ERR_clear_error();
    return agreed ? std::optional(std::move(x)) : std::nullopt;
}

std::optional<Bytes> CardKey::decipher(ByteView cryptogram) const {
    const std::unique_ptr<EVP_PKEY_CTX, FreeContext> context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    Bytes plain(blockSize());
    std::size_t size = plain.size();
    const bool opened = isRsa() && EVP_PKEY_decrypt_init(context.get()) == 1 &&
                        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
                        EVP_PKEY_decrypt(context.get(), plain.data(), &size, cryptogram.data(), cryptogram.size()) == 1;
    ERR_clear_error();
    plain.resize(opened ? size : 0);
    return opened ? std::optional(std::move(plain)) : std::nullopt;
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
