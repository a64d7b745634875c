#include "core/card/reader_table.h"

#include <catch2/catch_test_macros.hpp>
#include <winscard.h>

using namespace kmixr::card;

namespace {

constexpr unsigned long present(unsigned long counter) {
    return SCARD_STATE_PRESENT | SCARD_STATE_CHANGED | counter << 16;
}
constexpr unsigned long empty(unsigned long counter) {
    return SCARD_STATE_EMPTY | SCARD_STATE_CHANGED | counter << 16;
}

void tell(ReaderTable& table, std::vector<ReaderEvent> events) {
    table.take(events);
}

} // namespace

TEST_CASE("No reader, a reader, a card") {
    ReaderTable table;
    CHECK(table.status().state == ReaderState::NoReader);
    table.setReaders({"A"});
    CHECK_FALSE(table.settled());
    tell(table, {{"A", 0, empty(0)}});
    CHECK(table.settled());
    CHECK(table.status() == ReaderStatus{ReaderState::NoCard, "A", 0});
    tell(table, {{"A", 0, present(1)}});
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 1});
    table.setReaders({});
    CHECK(table.status().state == ReaderState::NoReader);
}

TEST_CASE("Taken out and put back between two looks is another insertion; in use by someone is not") {
    ReaderTable table;
    table.setReaders({"A"});
    tell(table, {{"A", 0, present(1)}});
    tell(table, {{"A", 0, present(1) | SCARD_STATE_INUSE | SCARD_STATE_EXCLUSIVE}});
    CHECK(table.status().insertion == 1);
    tell(table, {{"A", 0, present(3)}});
    CHECK(table.status().insertion == 2);
}

TEST_CASE("An unknown card stays unknown until it is taken out") {
    ReaderTable table;
    table.setReaders({"A"});
    tell(table, {{"A", 0, present(1)}});
    table.markUnknown(1);
    CHECK(table.status().state == ReaderState::UnknownCard);
    tell(table, {{"A", 0, present(1) | SCARD_STATE_INUSE}});
    CHECK(table.status().state == ReaderState::UnknownCard);
    tell(table, {{"A", 0, empty(2)}, {"A", 0, present(3)}});
    CHECK(table.status().state == ReaderState::Ready);
    table.markUnknown(1); // about a card long gone
    table.markUnknown(0);
    CHECK(table.status().state == ReaderState::Ready);
}

TEST_CASE("A mute card is an unknown card") {
    ReaderTable table;
    table.setReaders({"A"});
    tell(table, {{"A", 0, present(1) | SCARD_STATE_MUTE}});
    CHECK(table.status().state == ReaderState::UnknownCard);
}

TEST_CASE("The card in use stays the shown one when another is put into a second reader") {
    ReaderTable table;
    table.setReaders({"A", "B"});
    tell(table, {{"A", 0, empty(0)}, {"B", 0, present(1)}});
    CHECK(table.status().reader == "B");
    tell(table, {{"A", 0, present(1)}});
    CHECK(table.status().reader == "B");
    tell(table, {{"B", 0, empty(2)}});
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 2});
}

TEST_CASE("An unknown card gives way to any other") {
    ReaderTable table;
    table.setReaders({"A", "B"});
    tell(table, {{"A", 0, present(1)}, {"B", 0, empty(0)}});
    table.markUnknown(1);
    tell(table, {{"B", 0, present(1)}});
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "B", 2});
}

TEST_CASE("A card that is passed over gives way to any other, and is shown when it is the only one") {
    ReaderTable table;
    table.setReaders({"A", "B"});
    tell(table, {{"A", 0, present(1)}, {"B", 0, empty(0)}});
    table.passOver(1);
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 1});
    tell(table, {{"B", 0, present(1)}});
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "B", 2});
    tell(table, {{"B", 0, empty(2)}});
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 1});
    table.markUnknown(1);
    tell(table, {{"B", 0, present(3)}});
    table.passOver(3); // a known card, though not the one waited for, before an unknown one
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "B", 3});
    tell(table, {{"A", 0, empty(2)}, {"A", 0, present(3)}}); // put in again it is looked at again
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 4});
    table.passOver(0);
    table.passOver(99);
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 4});
}

TEST_CASE("Each reader is told by itself") {
    ReaderTable table;
    CHECK(table.all().empty());
    table.setReaders({"A", "B"});
    tell(table, {{"A", 0, present(1)}, {"B", 0, present(1) | SCARD_STATE_MUTE}});
    CHECK(table.all() == std::vector<ReaderStatus>{{ReaderState::Ready, "A", 1}, {ReaderState::UnknownCard, "B", 2}});
    tell(table, {{"A", 0, empty(2)}});
    CHECK(table.all().front() == ReaderStatus{ReaderState::NoCard, "A", 0});
    table.forget();
    CHECK(table.all().empty());
}

TEST_CASE("A reader pulled out takes its card; plugged in again, everything is new") {
    ReaderTable table;
    table.setReaders({"A", "B"});
    tell(table, {{"A", 0, present(1)}, {"B", 0, empty(0)}});
    table.setReaders({"B"});
    CHECK(table.status().state == ReaderState::NoCard);
    table.setReaders({"A", "B"});
    CHECK_FALSE(table.settled());
    tell(table, {{"A", 0, present(1)}});
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 2});
}

TEST_CASE("After a restart of the service the same card is another insertion") {
    ReaderTable table;
    table.setReaders({"A"});
    tell(table, {{"A", 0, present(1)}});
    table.forget();
    table.setReaders({"A"});
    tell(table, {{"A", 0, present(1)}});
    CHECK(table.status().insertion == 2);
}

TEST_CASE("A reader in doubt is asked anew: the card that lies there is another insertion, and stays the shown one") {
    ReaderTable table;
    table.setReaders({"A", "B"});
    tell(table, {{"A", 0, present(1)}, {"B", 0, present(1)}});
    REQUIRE(table.status() == ReaderStatus{ReaderState::Ready, "B", 2});
    table.doubt(2);
    CHECK_FALSE(table.settled());
    CHECK(table.questions().at(1).known == SCARD_STATE_UNAWARE);
    CHECK(table.status().reader == "B");
    tell(table, {{"A", 0, present(1)}, {"B", 0, present(1)}}); // the service noticed nothing
    CHECK(table.settled());
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "B", 3});
    CHECK(table.all().front().insertion == 1);
    tell(table, {{"B", 0, present(1) | SCARD_STATE_INUSE}}); // it is doubted once
    CHECK(table.status().insertion == 3);
    table.doubt(2); // about a card that is gone
    table.doubt(0);
    CHECK(table.settled());
    table.doubt(3);
    tell(table, {{"B", 0, empty(2)}});
    CHECK(table.status() == ReaderStatus{ReaderState::Ready, "A", 1});
}
