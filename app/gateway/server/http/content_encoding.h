// Compression of a streamed answer: zstd or gzip when the client can, always flushed at the end of a piece, so that
// what has arrived can be read although the rest is late or lost.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kmixr::server {

class Encoder {
public:
    virtual ~Encoder() = default;
    [[nodiscard]] virtual std::string name() const = 0; ///< Content-Encoding; empty for none
    virtual std::string encode(std::string_view piece, bool last) = 0;
};

/// The best of zstd, gzip and none that `acceptEncoding` allows (RFC 9110 §12.5.3; q=0 is a refusal).
std::unique_ptr<Encoder> encoderFor(std::string_view acceptEncoding);

} // namespace kmixr::server
