#include "core/protocol/messages.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::protocol {

namespace {

const std::string text = "IR,1,37,1,9910030,,青波,202509,00,\nRE,1,1112,202508,琴平　泰造\n";

std::vector<Delivery> story() {
    return {{DeliveryOp::Add, "r-1", "c-1", text, 0},
            {DeliveryOp::Replace, "r-2", "c-2", text + "CO,\"\\\t\n", 0},
            {DeliveryOp::Withdraw, "r-3", "c-3", "", 0},
            {DeliveryOp::End, "", "c-3", "", 3}};
}

std::string streamOf(const std::vector<Delivery>& deliveries) {
    std::string stream;
    for (const Delivery& delivery : deliveries) {
        stream += deliveryLine(delivery) + "\n";
    }
    return stream;
}

void checkSame(const std::vector<Delivery>& got, const std::vector<Delivery>& wanted) {
    REQUIRE(got.size() == wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        CHECK(got[i].op == wanted[i].op);
        CHECK(got[i].receiptId == wanted[i].receiptId);
        CHECK(got[i].cursor == wanted[i].cursor);
        CHECK(got[i].text == wanted[i].text);
        CHECK(got[i].count == wanted[i].count);
    }
}

void feedInto(std::vector<Delivery>& all, DeliveryReader& reader, std::string_view bytes) {
    auto deliveries = reader.feed(bytes);
    REQUIRE(deliveries);
    all.insert(all.end(), deliveries->begin(), deliveries->end());
}

} // namespace

TEST_CASE("a stream cut at any byte reads the same") {
    const std::string stream = streamOf(story());
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        DeliveryReader reader;
        std::vector<Delivery> all;
        feedInto(all, reader, std::string_view(stream).substr(0, cut));
        CHECK(reader.ended() == (cut == stream.size()));
        feedInto(all, reader, std::string_view(stream).substr(cut));
        CHECK(reader.ended());
        checkSame(all, story());
    }
}

TEST_CASE("a stream in chunks of any size reads the same") {
    const std::string stream = streamOf(story());
    for (std::size_t size = 1; size < stream.size(); ++size) {
        DeliveryReader reader;
        std::vector<Delivery> all;
        for (std::size_t at = 0; at < stream.size(); at += size) {
            feedInto(all, reader, std::string_view(stream).substr(at, size));
        }
        CHECK(reader.ended());
        checkSame(all, story());
    }
}

TEST_CASE("a truncated stream has no end, and what came is whole") {
    const std::string stream = streamOf(story());
    DeliveryReader reader;
    auto deliveries = reader.feed(std::string_view(stream).substr(0, stream.find("\"r-3\"")));
    REQUIRE(deliveries);
    CHECK(deliveries->size() == 2);
    CHECK(deliveries->back().cursor == "c-2");
    CHECK_FALSE(reader.ended());
}

TEST_CASE("lines that are no deliveries are problems") {
    CHECK_FALSE(readDeliveryLine(""));
    CHECK_FALSE(readDeliveryLine("{"));
    CHECK_FALSE(readDeliveryLine("[]"));
    CHECK_FALSE(readDeliveryLine(R"({"op":"explode","receipt_id":"r","cursor":"c","text":"t"})"));
    CHECK_FALSE(readDeliveryLine(R"({"op":"add","receipt_id":"r","cursor":"c"})"));
    CHECK_FALSE(readDeliveryLine(R"({"op":"add","cursor":"c","text":"t"})"));
    CHECK_FALSE(readDeliveryLine(R"({"op":"end","cursor":"c","count":-1})"));
    CHECK(readDeliveryLine(R"({"op":"end","cursor":"","count":0})"));
    DeliveryReader reader;
    CHECK_FALSE(reader.feed("\n"));
}

TEST_CASE("nothing may follow the end") {
    DeliveryReader reader;
    const std::string stream = streamOf(story());
    REQUIRE(reader.feed(stream));
    CHECK(reader.feed(""));
    CHECK_FALSE(reader.feed("{"));
    DeliveryReader another;
    CHECK_FALSE(another.feed(stream + stream));
}

TEST_CASE("a line without end is refused before it fills the memory") {
    DeliveryReader reader;
    const std::string megabyte(1U << 20U, 'x');
    int fed = 0;
    while (reader.feed(megabyte) && fed < 64) {
        ++fed;
    }
    CHECK(fed == 16);
}

TEST_CASE("bytes that are no UTF-8 do not stop the stream") {
    const Delivery odd{DeliveryOp::Add, "r", "c", "IR,\xff\xfe\n", 0};
    const auto read = readDeliveryLine(deliveryLine(odd));
    REQUIRE(read);
    CHECK(read->text.starts_with("IR,"));
}

} // namespace kmixr::protocol
