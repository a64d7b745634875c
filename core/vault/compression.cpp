#include "core/vault/compression.h"

#include <zstd.h>

namespace kmixr::vault {

namespace {
constexpr int level = 3;
constexpr unsigned long long mostBytes = 16ULL * 1024 * 1024;
} // namespace

Bytes compress(std::string_view text) {
    Bytes frame(ZSTD_compressBound(text.size()));
    frame.resize(ZSTD_compress(frame.data(), frame.size(), text.data(), text.size(), level));
    return frame;
}

std::optional<std::string> decompress(ByteView frame) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > mostBytes) {
        return std::nullopt;
    }
    std::string text(size, '\0');
    const std::size_t written = ZSTD_decompress(text.data(), text.size(), frame.data(), frame.size());
    if (ZSTD_isError(written) != 0U || written != text.size()) {
        return std::nullopt;
    }
    return text;
}

} // namespace kmixr::vault
