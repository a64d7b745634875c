// Bytes that must not outlive their use: locked in memory where the system allows it, wiped when gone, never copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kmixr {

/// Owns a secret of fixed size (key, PIN, derived secret). Moves, is not copied, wipes itself with a wipe the compiler
/// keeps (OPENSSL_cleanse). Has no printing operator on purpose.
class SecretBytes {
public:
    SecretBytes() = default;
    /// `size` bytes of zero.
    explicit SecretBytes(std::size_t size);
    /// A copy of `bytes`; the caller wipes its own.
    explicit SecretBytes(std::span<const std::uint8_t> bytes);
    explicit SecretBytes(std::string_view text);
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    ~SecretBytes();

    /// `size` bytes from the system's random generator (OpenSSL's private DRBG).
    static SecretBytes random(std::size_t size);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return {data_, size_}; }
    [[nodiscard]] std::span<std::uint8_t> bytes() { return {data_, size_}; }
    [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char*>(data_), size_}; }
    /// A second owner of the same secret, made on purpose.
    [[nodiscard]] SecretBytes duplicate() const { return SecretBytes(bytes()); }
    /// Compares in constant time.
    [[nodiscard]] bool equals(const SecretBytes& other) const;
    /// Wipes now; empty afterwards.
    void clear();

private:
    std::uint8_t* data_ = nullptr;
    std::size_t size_ = 0;
};

/// Wipes a buffer somebody else owns (a line edit's copy, a stack array).
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::span<char> text);

} // namespace kmixr
