#include "app/gateway/server/store/packed_text.h"

#include "app/gateway/server/problems.h"

#include <zstd.h>

namespace kmixr::server {

namespace {

constexpr int level = 6;
constexpr unsigned long long largest = 64U << 20U;

} // namespace

Bytes packText(std::string_view text) {
    Bytes packed(ZSTD_compressBound(text.size()));
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), level);
    packed.resize(ZSTD_isError(size) != 0U ? 0 : size);
    return packed;
}

Outcome<std::string> unpackText(ByteView packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest) {
        return fail(problems::damagedText);
    }
    std::string text(size, '\0');
    const std::size_t read = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
    if (ZSTD_isError(read) != 0U || read != text.size()) {
        return fail(problems::damagedText);
    }
    return text;
}

} // namespace kmixr::server
