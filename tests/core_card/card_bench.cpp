// How long a card takes on real parts. Budget of the house: from the reader's event to a PIN field that can be filled,
// 0.3 s.
#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "tests/core_card/card_table.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;
using namespace std::chrono_literals;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

class Measure {
public:
    explicit Measure(const char* name) : name_(name) {}
    template <class Act>
    auto time(Act act) {
        const auto start = std::chrono::steady_clock::now();
        auto result = act();
        values_.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
        return result;
    }
    /// Prints and returns the median in milliseconds.
    double report() {
        std::ranges::sort(values_);
        const auto at = [&](double part) {
            return values_[static_cast<std::size_t>(part * double(values_.size() - 1))];
        };
        std::printf("%-44s median %7.1f ms   p95 %7.1f ms\n", name_, at(0.5), at(0.95));
        return at(0.5);
    }

private:
    const char* name_;
    std::vector<double> values_;
};

} // namespace

TEST_CASE("From the card on the table to a signature") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    Measure noticed("put in -> watch says Ready (reader's poll)"), ready("Ready -> holder and tries left"),
        verified("VERIFY"), signedWell("signature"), secret("vault secret"), gone("taken out -> watch says NoCard");
    for (int round = 0; round < 15; ++round) {
        table.remove();
        CardWatch watch;
        REQUIRE(watch.next(2s).state == ReaderState::NoCard);
        table.lay();
        REQUIRE(noticed.time([&] { return watch.next(3s); }).state == ReaderState::Ready);
        auto session = ready.time([&] {
            auto opened = CardSession::open(practice::practiceReader);
            REQUIRE(opened);
            REQUIRE(opened->pinState());
            return opened;
        });
        REQUIRE(verified.time([&] { return session->verifyPin(Pin("482913")); }));
        REQUIRE(signedWell.time([&] { return session->sign(bytesOf("kmixr-signin-v1")); }));
        REQUIRE(secret.time([&] { return session->vaultSecret(bytesOf("kmixr-vault-v1")); }));
        table.pull();
        REQUIRE(gone.time([&] { return watch.next(3s); }).state == ReaderState::NoCard);
    }
    noticed.report();
    const double untilPin = ready.report();
    verified.report();
    signedWell.report();
    secret.report();
    gone.report();
    CHECK(untilPin < 300);
}
