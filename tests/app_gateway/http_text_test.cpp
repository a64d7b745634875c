#include "app/gateway/server/http/content_encoding.h"
#include "app/gateway/server/http/http_text.h"

#include <catch2/catch_test_macros.hpp>
#include <zlib.h>
#include <zstd.h>

#include <array>

namespace kmixr::server {

namespace {

std::string unzstd(const std::string& bytes) {
    std::string text(1U << 20U, '\0');
    ZSTD_DCtx* context = ZSTD_createDCtx();
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    ZSTD_outBuffer out{text.data(), text.size(), 0};
    while (in.pos < in.size && ZSTD_isError(ZSTD_decompressStream(context, &out, &in)) == 0U) {
    }
    ZSTD_freeDCtx(context);
    text.resize(out.pos);
    return text;
}

std::string ungzip(std::string bytes) {
    std::string text(1U << 20U, '\0');
    z_stream stream{};
    inflateInit2(&stream, MAX_WBITS + 16);
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    inflate(&stream, Z_SYNC_FLUSH);
    text.resize(text.size() - stream.avail_out);
    inflateEnd(&stream);
    return text;
}

} // namespace

TEST_CASE("the client's best encoding is taken, what it refuses is not") {
    CHECK(encoderFor("zstd, br, gzip, deflate")->name() == "zstd");
    CHECK(encoderFor("br, gzip")->name() == "gzip");
    CHECK(encoderFor("gzip;q=0.5, zstd;q=0")->name() == "gzip");
    CHECK(encoderFor("zstd;q=0.0,gzip; q=1")->name() == "gzip");
    CHECK(encoderFor("").get()->name().empty());
    CHECK(encoderFor("zstdx, xgzip").get()->name().empty());
}

TEST_CASE("every piece can be read when it is there, and the whole at the end") {
    const std::array<std::string, 3> pieces{std::string(200000, 'a') + "\n", "short\n", ""};
    for (const char* name : {"zstd", "gzip", "identity"}) {
        const auto encoder = encoderFor(name);
        const auto decode = [&](const std::string& bytes) {
            return encoder->name() == "zstd" ? unzstd(bytes) : encoder->name() == "gzip" ? ungzip(bytes) : bytes;
        };
        std::string sent;
        std::string said;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            sent += encoder->encode(pieces[i], i + 1 == pieces.size());
            said += pieces[i];
            CHECK(decode(sent) == said);
        }
    }
}

TEST_CASE("queries, dates and bearers") {
    CHECK(parseQuery("since=12&x=%41%20b&flag") ==
          std::map<std::string, std::string>{{"since", "12"}, {"x", "A b"}, {"flag", ""}});
    CHECK(parseQuery("since=%zz").empty());
    CHECK(parseQuery("since=%4").empty());
    CHECK(parseQuery("").empty());
    CHECK(httpDate(*parseRfc3339("2025-10-08T12:03:04.999Z")) == "Wed, 08 Oct 2025 12:03:04 GMT");
    CHECK(bearerToken("Bearer abc") == "abc");
    CHECK(bearerToken("Basic abc").empty());
    CHECK(bearerToken("").empty());
}

} // namespace kmixr::server
