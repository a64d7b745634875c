#include "core/card/gzip.h"

#include <zlib.h>

namespace kmixr::card {

std::optional<Bytes> inflated(ByteView stream) {
    constexpr std::size_t largestCertificate = 16'384;
    constexpr int gzipOrZlib = 32 + MAX_WBITS;
    z_stream state{};
    if (inflateInit2(&state, gzipOrZlib) != Z_OK) {
        return std::nullopt;
    }
    Bytes content(largestCertificate);
    Bytes input(stream.begin(), stream.end());
    state.next_in = input.data();
    state.avail_in = static_cast<uInt>(input.size());
    state.next_out = content.data();
    state.avail_out = static_cast<uInt>(content.size());
    const int result = inflate(&state, Z_FINISH);
    const std::size_t size = content.size() - state.avail_out;
    inflateEnd(&state);
    if (result != Z_STREAM_END || size == 0) {
        return std::nullopt;
    }
    content.resize(size);
    return content;
}

} // namespace kmixr::card
