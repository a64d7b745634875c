#include "app/gateway/server/store/database_key.h"

#include "app/gateway/server/files.h"
#include "app/gateway/server/problems.h"
#include "core/common/bytes.h"

#include <algorithm>
#include <cctype>

namespace kmixr::server {

namespace {

constexpr std::size_t keySize = 32;

Outcome<void> makeKey(const std::filesystem::path& keyFile) {
    const SecretBytes random = SecretBytes::random(keySize);
    std::string hex = toHex(random.bytes());
    auto written = writePrivateFile(keyFile, hex);
    wipe(std::span<char>(hex));
    return written;
}

SecretBytes rawForm(std::string_view hex) {
    SecretBytes raw(hex.size() + 3);
    const auto out = raw.bytes();
    out[0] = 'x';
    out[1] = '\'';
    std::copy(hex.begin(), hex.end(), out.begin() + 2);
    out.back() = '\'';
    return raw;
}

} // namespace

Outcome<SecretBytes> databaseKey(const std::filesystem::path& databaseFile, const std::filesystem::path& keyFile) {
    if (!std::filesystem::exists(keyFile)) {
        if (std::filesystem::exists(databaseFile)) {
            return fail(problems::databaseKey, "the database is there, its key is not");
        }
        if (const auto made = makeKey(keyFile); !made) {
            return fail(made.error());
        }
    }
    if (!isPrivate(keyFile)) {
        return fail(problems::databaseKey, "others may read the key file");
    }
    auto text = readFile(keyFile, 256);
    if (!text) {
        return fail(text.error());
    }
    const std::string_view hex = std::string_view(*text).substr(0, 2 * keySize);
    const bool whole =
        hex.size() == 2 * keySize && std::ranges::all_of(hex, [](unsigned char c) { return std::isxdigit(c) != 0; });
    Outcome<SecretBytes> key =
        whole ? Outcome<SecretBytes>(rawForm(hex)) : fail(problems::databaseKey, "not 64 hex digits");
    wipe(std::span<char>(*text));
    return key;
}

} // namespace kmixr::server
