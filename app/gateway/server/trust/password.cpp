#include "app/gateway/server/trust/password.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace kmixr::server {

namespace {

constexpr std::size_t hashSize = 32;

/// Empty when OpenSSL cannot.
Bytes scrypt(std::string_view password, const Bytes& salt) {
    constexpr std::uint64_t cost = 16384;
    constexpr std::uint64_t blockSize = 8;
    constexpr std::uint64_t parallel = 1;
    constexpr std::uint64_t mostMemory = 64U << 20U;
    Bytes hash(hashSize);
    if (EVP_PBE_scrypt(password.data(), password.size(), salt.data(), salt.size(), cost, blockSize, parallel,
                       mostMemory, hash.data(), hash.size()) != 1) {
        return {};
    }
    return hash;
}

} // namespace

std::optional<PasswordHash> PasswordHash::read(std::string_view text) {
    const std::size_t dollar = text.find('$');
    if (dollar == std::string_view::npos) {
        return std::nullopt;
    }
    auto salt = fromBase64(text.substr(0, dollar));
    auto hash = fromBase64(text.substr(dollar + 1));
    if (!salt || salt->empty() || !hash || hash->size() != hashSize) {
        return std::nullopt;
    }
    PasswordHash password;
    password.salt_ = std::move(*salt);
    password.hash_ = std::move(*hash);
    return password;
}

PasswordHash PasswordHash::of(std::string_view password, Bytes salt) {
    PasswordHash made;
    made.hash_ = scrypt(password, salt);
    made.salt_ = std::move(salt);
    return made;
}

bool PasswordHash::matches(std::string_view password) const {
    const Bytes other = scrypt(password, salt_);
    return other.size() == hash_.size() && !other.empty() &&
           CRYPTO_memcmp(other.data(), hash_.data(), hash_.size()) == 0;
}

std::string PasswordHash::text() const {
    return toBase64(salt_) + "$" + toBase64(hash_);
}

} // namespace kmixr::server
