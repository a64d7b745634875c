// A clinic's year in minutes, on real parts: cards put in and taken out at any moment, the service killed again and
// again. Nothing may leak, stick or show a wrong state.
#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "core/card/known_cards.h"
#include "tests/core_card/card_table.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <random>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;
using namespace std::chrono_literals;

namespace {

std::size_t entriesOf(const char* folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) {
        ++count;
    }
    return count;
}

struct Resources {
    std::size_t files = entriesOf("/proc/self/fd"), threads = entriesOf("/proc/self/task");
};

/// What the program does: one thread watches, one talks to whatever card is there.
class Desk {
public:
    Desk() : watching_([this] { watch(); }), talking_([this] { talk(); }) {}
    ~Desk() {
        ending_ = true;
        watch_.cancel();
        changed_.notify_all();
        watching_.join();
        talking_.join();
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// False when this state was not seen in time.
    bool shows(ReaderState wanted, std::chrono::milliseconds within = 10s) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, within, [&] { return status_.state == wanted; });
    }
    ReaderState now() {
        const std::scoped_lock lock(mutex_);
        return status_.state;
    }
    [[nodiscard]] int signatures() const { return signatures_; }
    [[nodiscard]] int broken() const { return broken_; }

private:
    void watch() {
        while (!ending_) {
            const ReaderStatus seen = watch_.next(5s);
            const std::scoped_lock lock(mutex_);
            status_ = seen;
            changed_.notify_all();
        }
    }

    void talk() {
        KnownCards known;
        std::uint64_t done = 0;
        while (!ending_) {
            ReaderStatus status;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [&] {
                    return ending_ || (status_.state == ReaderState::Ready && status_.insertion != done);
                });
                status = status_;
            }
            if (ending_) {
                return;
            }
            done = status.insertion;
            auto session = CardSession::open(status.reader, CardUse::Doctor, &known);
            const bool good = session && session->pinState() && session->verifyPin(Pin("482913")) &&
                              session->sign(bytesOf("kmixr-signin-v1"));
            ++(good ? signatures_ : broken_);
            if (session && !good) {
                watch_.doubt(status.insertion); // it broke off: what lies there now is another card until it is greeted
            }
        }
    }

    CardWatch watch_;
    std::mutex mutex_;
    std::condition_variable changed_;
    ReaderStatus status_;
    std::atomic<bool> ending_{false};
    std::atomic<int> signatures_{0}, broken_{0};
    std::thread watching_, talking_;
};

/// The short form, for slow builds: KMIXR_ENDURANCE_PART=10 makes a tenth of it.
int part(int whole) {
    const char* divisor = std::getenv("KMIXR_ENDURANCE_PART");
    return divisor == nullptr ? whole : whole / std::max(1, std::atoi(divisor));
}

/// A card that is there to stay is signed with within this time.
bool signsAgain(Desk& desk, int before) {
    for (int i = 0; i < 100 && desk.signatures() == before; ++i) {
        std::this_thread::sleep_for(50ms);
    }
    return desk.signatures() > before;
}

} // namespace

TEST_CASE("A thousand cards put in and taken out at any moment") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    table.remove();
    const Resources before;
    {
        Desk desk;
        REQUIRE(desk.shows(ReaderState::NoCard));
        std::mt19937 random(20260701);
        std::uniform_int_distribution<int> in(0, 600), out(0, 300);
        const int cycles = part(1000);
        for (int cycle = 1; cycle <= cycles; ++cycle) {
            table.lay();
            std::this_thread::sleep_for(std::chrono::milliseconds(in(random)));
            table.pull();
            std::this_thread::sleep_for(std::chrono::milliseconds(out(random)));
            if (cycle % 50 == 0) {
                CAPTURE(cycle, desk.signatures(), desk.broken());
                REQUIRE(desk.shows(ReaderState::NoCard));
                const int signedSoFar = desk.signatures();
                table.lay();
                REQUIRE(desk.shows(ReaderState::Ready));
                REQUIRE(signsAgain(desk, signedSoFar));
                CHECK(table.storedCard().triesLeft == 3); // no PIN was burnt on the way
                table.pull();
                REQUIRE(desk.shows(ReaderState::NoCard));
            }
        }
        WARN(cycles << " cycles: " << desk.signatures() << " signatures, " << desk.broken()
                    << " conversations cut short");
        CHECK(desk.signatures() > cycles / 10);
    }
    const Resources after;
    CHECK(after.files == before.files);
    CHECK(after.threads == before.threads);
}

TEST_CASE("Two hundred deaths of the service") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    const Resources before;
    {
        Desk desk;
        REQUIRE(desk.shows(ReaderState::Ready));
        std::mt19937 random(20260702);
        std::uniform_int_distribution<int> pause(0, 300);
        const int deaths = part(200);
        for (int death = 1; death <= deaths; ++death) {
            CAPTURE(death);
            const int signedSoFar = desk.signatures();
            table.service().kill();
            REQUIRE(desk.shows(ReaderState::ServiceStopped));
            std::this_thread::sleep_for(std::chrono::milliseconds(pause(random)));
            REQUIRE(table.service().restart());
            REQUIRE(desk.shows(ReaderState::Ready));
            if (death % 10 == 0) {
                REQUIRE(signsAgain(desk, signedSoFar));
            }
        }
        WARN(deaths << " deaths: " << desk.signatures() << " signatures, " << desk.broken()
                    << " conversations cut short");
    }
    table.remove();
    table.insertAgain();
    const Resources after;
    CHECK(after.files == before.files);
    CHECK(after.threads == before.threads);
}
