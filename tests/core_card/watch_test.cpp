#include "core/card/card_watch.h"
#include "tests/core_card/scripted_pcsc.h"

#include <catch2/catch_test_macros.hpp>
#include <winscard.h>

#include <atomic>
#include <thread>

using namespace kmixr::card;
using namespace kmixr::testing;
using namespace std::chrono_literals;

namespace {

const std::string reader = "Test Reader 00 00";

std::shared_ptr<ScriptedCard> anyCard() {
    return std::make_shared<Script>(std::vector<Script::Exchange>{});
}

/// Runs `act` in a while on another thread.
class Later {
public:
    template <class Act>
    Later(std::chrono::milliseconds wait, Act act)
        : thread_([wait, act] {
              std::this_thread::sleep_for(wait);
              act();
          }) {}

private:
    std::jthread thread_;
};

std::chrono::milliseconds timeOf(const auto& act) {
    const auto start = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

} // namespace

TEST_CASE("A day at the reader") {
    pcsc::reset();
    CardWatch watch;
    CHECK(watch.next(5s).state == ReaderState::NoReader);
    {
        const Later plug(30ms, [] { pcsc::plugReader(reader); });
        CHECK(watch.next(5s) == ReaderStatus{ReaderState::NoCard, reader, 0});
    }
    {
        const Later insert(30ms, [] { pcsc::insert(reader, anyCard()); });
        CHECK(watch.next(5s) == ReaderStatus{ReaderState::Ready, reader, 1});
    }
    {
        const Later swap(30ms, [] { pcsc::swap(reader, anyCard()); });
        CHECK(watch.next(5s) == ReaderStatus{ReaderState::Ready, reader, 2});
    }
    {
        const Later remove(30ms, [] { pcsc::remove(reader); });
        CHECK(watch.next(5s).state == ReaderState::NoCard);
    }
    {
        const Later unplug(30ms, [] { pcsc::unplugReader(reader); });
        CHECK(watch.next(5s).state == ReaderState::NoReader);
    }
}

TEST_CASE("A second reader: what happens there wakes the watch too, and changes nothing of the shown card") {
    pcsc::reset();
    CardWatch watch;
    const std::string second = "Test Reader 01 00";
    pcsc::plugReader(reader);
    pcsc::insert(reader, anyCard());
    const ReaderStatus shown = watch.next(5s);
    CHECK(shown == ReaderStatus{ReaderState::Ready, reader, 1});
    CHECK(watch.readers() == std::vector{shown});
    const auto wakes = [&](const auto& act) {
        const Later later(30ms, act);
        CHECK(timeOf([&] { CHECK(watch.next(5s) == shown); }) < 4s);
        return watch.readers();
    };
    CHECK(wakes([&] { pcsc::plugReader(second); }) ==
          std::vector<ReaderStatus>{shown, {ReaderState::NoCard, second, 0}});
    CHECK(wakes([&] { pcsc::insert(second, anyCard()); }) ==
          std::vector<ReaderStatus>{shown, {ReaderState::Ready, second, 2}});
    CHECK(wakes([&] { watch.markUnknown(2); }).back().state == ReaderState::UnknownCard);
    CHECK(wakes([&] { pcsc::unplugReader(second); }) == std::vector{shown});
}

TEST_CASE("Time over: the same status again, and not before") {
    pcsc::reset();
    pcsc::plugReader(reader);
    CardWatch watch;
    const auto first = watch.next(1s);
    ReaderStatus again;
    CHECK(timeOf([&] { again = watch.next(120ms); }) >= 110ms);
    CHECK(again == first);
    CHECK(watch.next(0ms) == first);
}

TEST_CASE("The first look answers at once") {
    pcsc::reset();
    pcsc::insert(reader, anyCard());
    CardWatch watch;
    CHECK(watch.next(0ms).state == ReaderState::Ready);
}

TEST_CASE("The service stops and comes back with the card in the reader") {
    pcsc::reset();
    pcsc::insert(reader, anyCard());
    CardWatch watch;
    CHECK(watch.next(1s).insertion == 1);
    {
        const Later stop(30ms, [] { pcsc::stopService(); });
        CHECK(watch.next(5s).state == ReaderState::ServiceStopped);
    }
    const Later restart(100ms, [] { pcsc::restartService(); });
    ReaderStatus back;
    const auto time = timeOf([&] { back = watch.next(5s); });
    CHECK(back == ReaderStatus{ReaderState::Ready, reader, 2});
    CHECK(time < 1500ms);
}

TEST_CASE("Without a service the tries come ever slower") {
    pcsc::reset();
    pcsc::stopService();
    CardWatch watch;
    CHECK(watch.next(1s).state == ReaderState::ServiceStopped);
    CHECK(watch.next(2s).state == ReaderState::ServiceStopped);
    CHECK(pcsc::calls("SCardEstablishContext") <= 4); // at 0, 0.5, 1.5 s
    pcsc::restartService();
    CHECK(watch.next(5s).state == ReaderState::NoReader);
}

TEST_CASE("A service restarted behind our back: old handles are let go") {
    pcsc::reset();
    pcsc::insert(reader, anyCard());
    CardWatch watch;
    CHECK(watch.next(1s).insertion == 1);
    pcsc::stopService();
    pcsc::restartService();
    CHECK(watch.next(1s).state == ReaderState::ServiceStopped);
    CHECK(watch.next(5s) == ReaderStatus{ReaderState::Ready, reader, 2});
    CHECK(pcsc::openContexts() == 1);
}

TEST_CASE("cancel() wakes from any thread, every time, with the last status") {
    pcsc::reset();
    pcsc::plugReader(reader);
    CardWatch watch;
    const auto last = watch.next(1s);
    for (int i = 0; i < 50; ++i) {
        std::atomic<bool> done = false;
        std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::microseconds(i * 40)); // also before the wait has begun
            watch.cancel();
            done = true;
        });
        ReaderStatus woken;
        CHECK(timeOf([&] { woken = watch.next(10s); }) < 2s);
        CHECK(woken == last);
    }
}

TEST_CASE("cancel() before next() is not lost") {
    pcsc::reset();
    pcsc::plugReader(reader);
    CardWatch watch;
    watch.next(1s);
    watch.cancel();
    CHECK(timeOf([&] { watch.next(10s); }) < 1s);
    CHECK(timeOf([&] { watch.next(100ms); }) >= 90ms); // and it counts once
}

TEST_CASE("cancel() wakes from the wait for a stopped service too") {
    pcsc::reset();
    pcsc::stopService();
    CardWatch watch;
    watch.next(1s);
    const Later cancel(50ms, [&] { watch.cancel(); });
    CHECK(timeOf([&] { watch.next(10s); }) < 1s);
}

TEST_CASE("markUnknown from another thread is seen at once") {
    pcsc::reset();
    pcsc::insert(reader, anyCard());
    CardWatch watch;
    const auto ready = watch.next(1s);
    const Later mark(50ms, [&] { watch.markUnknown(ready.insertion); });
    ReaderStatus unknown;
    CHECK(timeOf([&] { unknown = watch.next(10s); }) < 2s);
    CHECK(unknown == ReaderStatus{ReaderState::UnknownCard, reader, 1});
}

TEST_CASE("doubt from another thread: the same card is told as another insertion at once, and once") {
    pcsc::reset();
    pcsc::insert(reader, anyCard());
    CardWatch watch;
    const auto ready = watch.next(1s);
    const Later doubt(50ms, [&] { watch.doubt(ready.insertion); });
    ReaderStatus fresh;
    CHECK(timeOf([&] { fresh = watch.next(10s); }) < 2s);
    CHECK(fresh == ReaderStatus{ReaderState::Ready, reader, ready.insertion + 1});
    CHECK(watch.next(150ms) == fresh);
}

TEST_CASE("A reader that is listed and gone the next moment") {
    pcsc::reset();
    pcsc::plugReader(reader);
    CardWatch watch;
    CHECK(watch.next(1s).state == ReaderState::NoCard);
    pcsc::failNext("SCardGetStatusChange", SCARD_E_UNKNOWN_READER);
    CHECK(watch.next(300ms).state == ReaderState::NoCard);
}
