// The watch on real parts: cards come and go, the service dies and comes back.
#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "tests/core_card/card_table.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr::card;
using namespace kmixr::testing;
using namespace std::chrono_literals;

namespace {

ReaderStatus await(CardWatch& watch, ReaderState wanted, std::chrono::milliseconds within = 8s) {
    const auto deadline = std::chrono::steady_clock::now() + within;
    ReaderStatus status;
    while (std::chrono::steady_clock::now() < deadline) {
        status = watch.next(std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()));
        if (status.state == wanted) {
            return status;
        }
    }
    FAIL("never saw state " << static_cast<int>(wanted) << ", last " << static_cast<int>(status.state));
    return status;
}

} // namespace

TEST_CASE("A card is put in, used, taken out, put back") {
    auto& table = CardTable::get();
    table.remove();
    CardWatch watch;
    CHECK(await(watch, ReaderState::NoCard).reader == kmixr::practice::practiceReader);
    table.insert(doctorsCard());
    const auto first = await(watch, ReaderState::Ready);
    CHECK(first.reader == kmixr::practice::practiceReader);
    {
        const auto session = CardSession::open(first.reader);
        REQUIRE(session);
        CHECK(watch.next(700ms) == first); // being in use is no news
    }
    CHECK(watch.next(700ms) == first); // nor is the reset at its end
    table.remove();
    await(watch, ReaderState::NoCard);
    table.insertAgain();
    CHECK(await(watch, ReaderState::Ready).insertion > first.insertion);
}

TEST_CASE("Taken out and put back between two looks is seen as another card") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    CardWatch watch;
    const auto first = await(watch, ReaderState::Ready);
    table.remove();
    table.insertAgain();
    const auto second = watch.next(2s);
    CHECK(second.state == ReaderState::Ready);
    CHECK(second.insertion > first.insertion);
}

TEST_CASE("pcscd is killed and comes back while the card lies in the reader") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    CardWatch watch;
    const auto before = await(watch, ReaderState::Ready);
    table.service().kill();
    CHECK(watch.next(2s).state == ReaderState::ServiceStopped);
    CHECK(watch.next(1s).state == ReaderState::ServiceStopped);
    REQUIRE(table.service().restart());
    const auto after = await(watch, ReaderState::Ready);
    CHECK(after.insertion > before.insertion);
    CHECK(CardSession::open(after.reader));
}

TEST_CASE("An unknown card is reported until it is taken out") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    CardWatch watch;
    const auto ready = await(watch, ReaderState::Ready);
    watch.markUnknown(ready.insertion);
    CHECK(watch.next(2s).state == ReaderState::UnknownCard);
    table.remove();
    CHECK(watch.next(2s).state == ReaderState::NoCard);
}

TEST_CASE("cancel() wakes a real wait") {
    auto& table = CardTable::get();
    table.remove();
    CardWatch watch;
    const auto status = await(watch, ReaderState::NoCard);
    for (int i = 0; i < 20; ++i) {
        std::jthread other([&watch, i] {
            std::this_thread::sleep_for(std::chrono::milliseconds(i));
            watch.cancel();
        });
        const auto start = std::chrono::steady_clock::now();
        CHECK(watch.next(10s) == status);
        CHECK(std::chrono::steady_clock::now() - start < 1s);
    }
}

TEST_CASE("A session let go after its card was swapped does not leave the reader occupied") {
    auto& table = CardTable::get();
    for (const bool commandAfter : {true, false}) {
        CAPTURE(commandAfter);
        table.insert(doctorsCard());
        CardWatch watch;
        const auto first = await(watch, ReaderState::Ready);
        {
            auto session = CardSession::open(first.reader);
            REQUIRE(session);
            REQUIRE(session->verifyPin(Pin("482913")));
            table.pull();
            table.lay();
            const auto next = watch.next(3s);
            CHECK((next.state != ReaderState::Ready || next.insertion != first.insertion));
            if (commandAfter) {
                CHECK_FALSE(session->sign(kmixr::bytesOf("kmixr-signin-v1")));
            }
        }
        table.pull();
        await(watch, ReaderState::NoCard);
    }
}
