// Passwords of accounts: kept as scrypt (N = 16384, r = 8, p = 1, 32 bytes), written "<salt base64>$<hash base64>".
#pragma once

#include "core/common/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace kmixr::server {

class PasswordHash {
public:
    /// nullopt when the text is not of the form above.
    static std::optional<PasswordHash> read(std::string_view text);
    static PasswordHash of(std::string_view password, Bytes salt);

    [[nodiscard]] bool matches(std::string_view password) const; ///< compares in constant time
    [[nodiscard]] std::string text() const;

private:
    Bytes salt_, hash_;
};

} // namespace kmixr::server
