#include "core/common/secret_bytes.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <sys/mman.h>

#include <cstring>
#include <new>
#include <utility>

namespace kmixr {

SecretBytes::SecretBytes(std::size_t size) : size_(size) {
    if (size_ == 0) {
        return;
    }
    data_ = static_cast<std::uint8_t*>(::operator new(size_));
    std::memset(data_, 0, size_);
    // Best effort: a small memory-lock limit must not keep a doctor out; core dumps and swap are dealt with elsewhere.
    static_cast<void>(::mlock(data_, size_));
}

SecretBytes::SecretBytes(std::span<const std::uint8_t> bytes) : SecretBytes(bytes.size()) {
    if (size_ != 0) {
        std::memcpy(data_, bytes.data(), size_);
    }
}

SecretBytes::SecretBytes(std::string_view text)
    : SecretBytes(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size())) {}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        clear();
        data_ = std::exchange(other.data_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes() {
    clear();
}

SecretBytes SecretBytes::random(std::size_t size) {
    SecretBytes secret(size);
    if (size != 0 && RAND_priv_bytes(secret.data_, static_cast<int>(size)) != 1) {
        throw std::bad_alloc(); // no randomness: nothing safe can be done
    }
    return secret;
}

bool SecretBytes::equals(const SecretBytes& other) const {
    return size_ == other.size_ && (size_ == 0 || CRYPTO_memcmp(data_, other.data_, size_) == 0);
}

void SecretBytes::clear() {
    if (data_ != nullptr) {
        OPENSSL_cleanse(data_, size_);
        static_cast<void>(::munlock(data_, size_));
        ::operator delete(data_);
    }
    data_ = nullptr;
    size_ = 0;
}

void wipe(std::span<std::uint8_t> bytes) {
    OPENSSL_cleanse(bytes.data(), bytes.size());
}
void wipe(std::span<char> text) {
    OPENSSL_cleanse(text.data(), text.size());
}

} // namespace kmixr
