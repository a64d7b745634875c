#include "app/gateway/server/http/content_encoding.h"

#include <zlib.h>
#include <zstd.h>

#include <array>
#include <cstdlib>

namespace kmixr::server {

namespace {

class Plain final : public Encoder {
public:
    [[nodiscard]] std::string name() const override { return {}; }
    std::string encode(std::string_view piece, bool /*last*/) override { return std::string(piece); }
};

class Zstd final : public Encoder {
public:
    Zstd() : stream_(ZSTD_createCCtx()) { ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_compressionLevel, 3); }
    [[nodiscard]] std::string name() const override { return "zstd"; }
    std::string encode(std::string_view piece, bool last) override {
        std::string encoded;
        ZSTD_inBuffer in{piece.data(), piece.size(), 0};
        std::array<char, 65536> buffer{};
        std::size_t left = 1;
        while (left != 0) {
            ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
            left = ZSTD_compressStream2(stream_.get(), &out, &in, last ? ZSTD_e_end : ZSTD_e_flush);
            if (ZSTD_isError(left) != 0U) {
                std::abort(); // only an impossible parameter brings us here
            }
            encoded.append(buffer.data(), out.pos);
        }
        return encoded;
    }

private:
    struct Free {
        void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    };
    std::unique_ptr<ZSTD_CCtx, Free> stream_;
};

class Gzip final : public Encoder {
public:
    Gzip() {
        constexpr int gzipWrapper = 16;
        deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipWrapper, 8, Z_DEFAULT_STRATEGY);
    }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;
    ~Gzip() override { deflateEnd(&stream_); }
    [[nodiscard]] std::string name() const override { return "gzip"; }
    std::string encode(std::string_view piece, bool last) override {
        std::string encoded;
        std::array<char, 65536> buffer{};
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data())); // zlib does not write there
        stream_.avail_in = static_cast<uInt>(piece.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
            stream_.avail_out = static_cast<uInt>(buffer.size());
            deflate(&stream_, last ? Z_FINISH : Z_SYNC_FLUSH);
            encoded.append(buffer.data(), buffer.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
        return encoded;
    }

private:
    z_stream stream_{};
};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool accepts(std::string_view list, std::string_view wanted) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string_view item = list.substr(0, comma);
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        const std::size_t semicolon = item.find(';');
        if (trimmed(item.substr(0, semicolon)) != wanted) {
            continue;
        }
        const std::string_view quality = semicolon == std::string_view::npos ? "" : trimmed(item.substr(semicolon + 1));
        return !(quality.starts_with("q=0") && quality.find_first_not_of("0.", 2) == std::string_view::npos);
    }
    return false;
}

} // namespace

std::unique_ptr<Encoder> encoderFor(std::string_view acceptEncoding) {
    if (accepts(acceptEncoding, "zstd")) {
        return std::make_unique<Zstd>();
    }
    if (accepts(acceptEncoding, "gzip")) {
        return std::make_unique<Gzip>();
    }
    return std::make_unique<Plain>();
}

} // namespace kmixr::server
