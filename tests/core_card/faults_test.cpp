// What goes wrong in clinics, through a real pcscd: each is a state that is waited in, or a sentence that is said; the
// next card works without a restart.
#include "app/practice/cards/card_server.h"
#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "core/card/known_cards.h"
#include "core/card/problems.h"
#include "core/common/clock.h"
#include "tests/core_card/card_table.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <future>
#include <memory>
#include <thread>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;
using namespace std::chrono_literals;
using practice::practiceReader;

namespace {

Outcome<Bytes> signWith(const char* reader, const char* pin = "482913", CardUse use = CardUse::Doctor) {
    auto session = CardSession::open(reader, use);
    if (!session) {
        return fail(session.error());
    }
    return session->verifyPin(Pin(pin)).and_then([&] { return session->sign(bytesOf("kmixr-signin-v1")); });
}

ReaderStatus await(CardWatch& watch, ReaderState wanted) {
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    ReaderStatus status = watch.next(0ms);
    while (status.state != wanted && std::chrono::steady_clock::now() < deadline) {
        status = watch.next(500ms);
    }
    CHECK(status.state == wanted);
    return status;
}

bool within(std::chrono::milliseconds time, CardWatch& watch, const auto& condition) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (!condition() && std::chrono::steady_clock::now() < deadline) {
        watch.next(50ms);
    }
    return condition();
}

/// A card on the second slot for as long as this lives.
class SecondCard {
public:
    SecondCard(CardTable& table, const practice::CardFile& card) : wake_(::eventfd(0, EFD_CLOEXEC)) {
        const auto file = table.folder() / "second.json";
        REQUIRE(practice::writeCardFile(file, card));
        const auto port = static_cast<std::uint16_t>(table.service().cardPort() + 1);
        serving_ =
            std::thread([file, port, wake = wake_] { static_cast<void>(practice::serveCard(file, port, wake)); });
    }
    ~SecondCard() {
        ::eventfd_write(wake_, 1);
        serving_.join();
        ::close(wake_);
    }
    SecondCard(const SecondCard&) = delete;
    SecondCard& operator=(const SecondCard&) = delete;

private:
    int wake_;
    std::thread serving_;
};

practice::CardFile cardOf(const char* profile, KeyKind kind) {
    const auto key = privateKey(kind, 3);
    auto file = practice::makeCard(profile, key, certificatePem(key, {.roleExtension = doctorRoleHex}), "482913");
    file.vaultKeyPem = privateKey(KeyKind::P256, 4);
    file.vaultCertificatePem = certificatePem(file.vaultKeyPem, {});
    return file;
}

} // namespace

TEST_CASE("The service is absent at the start, and comes") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    table.service().stop();
    CardWatch watch;
    await(watch, ReaderState::ServiceStopped);
    CHECK(signWith(practiceReader).error().is(card::problems::serviceStopped));
    REQUIRE(table.service().restart());
    const auto status = await(watch, ReaderState::Ready);
    CHECK(signWith(status.reader.c_str()));
}

TEST_CASE("Two readers: the shown card stays the shown one, both can be talked to") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    CardWatch watch;
    const auto doctor = await(watch, ReaderState::Ready);
    CHECK(doctor.reader == practiceReader);
    {
        auto patientCard = cardOf("jpki", KeyKind::Rsa2048);
        patientCard.pin = "1950";
        const SecondCard patient(table, patientCard);
        std::this_thread::sleep_for(1s);
        CHECK(watch.next(100ms) == doctor);
        auto session = CardSession::open(practiceReader);
        REQUIRE(session);
        CHECK(signWith(practice::secondPracticeReader, "1950", CardUse::Patient));
        CHECK(session->pinState().value().triesLeft == 3);
    }
    std::this_thread::sleep_for(600ms);
    table.remove();
    await(watch, ReaderState::NoCard);
}

TEST_CASE("A slow card is waited for, and other words about the readers still come") {
    auto& table = CardTable::get();
    auto file = doctorsCard();
    file.faults.slowAt = 0x2A;
    file.faults.slowness = 3s;
    table.insert(file);
    CardWatch watch;
    const auto shown = await(watch, ReaderState::Ready);
    const auto start = std::chrono::steady_clock::now();
    auto signing = std::async(std::launch::async, [] { return signWith(practiceReader); });
    std::this_thread::sleep_for(100ms);
    {
        const SecondCard other(table, cardOf("piv", KeyKind::P256));
        CHECK(within(2s, watch, [&] { return watch.readers().back().state == ReaderState::Ready; }));
        CHECK(signWith(practice::secondPracticeReader)); // another card is talked to meanwhile
    }
    CHECK(signing.wait_for(0s) == std::future_status::timeout); // all that came before the slow answer
    CHECK(watch.next(0ms) == shown);
    CHECK(signing.get());
    CHECK(std::chrono::steady_clock::now() - start >= 3s);
}

TEST_CASE("Another program holds the card for itself: said, waited out, and the card works when it lets go") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    CardWatch watch;
    const auto ready = await(watch, ReaderState::Ready);
    const std::string command = std::string(KMIXR_CARD_HOLDER " '") + practiceReader + "' 2500";
    const std::unique_ptr<FILE, int (*)(FILE*)> other(::popen(command.c_str(), "r"), &::pclose);
    std::array<char, 16> line{};
    REQUIRE(std::fgets(line.data(), line.size(), other.get()) != nullptr);
    REQUIRE(std::string_view(line.data()) == "held\n");
    CHECK(signWith(practiceReader).error().is(card::problems::heldByOther));
    CHECK(watch.next(0ms) == ready);                                     // the card is no unknown one for that
    CHECK(std::fgets(line.data(), line.size(), other.get()) == nullptr); // it ended
    CHECK(signWith(practiceReader));
    CHECK(table.storedCard().triesLeft == 3);
}

TEST_CASE("A card that wants exact lengths (6Cxx), whatever its kind") {
    auto& table = CardTable::get();
    for (const char* profile : {"hpki", "hpki-directory", "piv", "pkcs15"}) {
        CAPTURE(profile);
        const auto exchanges = [&](bool exact) {
            auto file = cardOf(profile, KeyKind::P256);
            file.faults.wantsExactLength = exact;
            table.insert(file);
            auto session = CardSession::open(practiceReader);
            REQUIRE(session);
            REQUIRE(session->verifyPin(Pin("482913")));
            CHECK(session->sign(bytesOf("kmixr-signin-v1")));
            return session->exchanges();
        };
        const int plain = exchanges(false), exact = exchanges(true);
        const bool readsByGuess = profile != std::string_view("hpki") && profile != std::string_view("piv");
        CHECK((readsByGuess ? exact > plain : exact == plain)); // asked again where the length was another
    }
}

TEST_CASE("A card that refuses extended lengths, owning to it or not, and one that refuses chaining") {
    auto& table = CardTable::get();
    for (const char* profile : {"hpki", "hpki-directory", "piv", "pkcs15"}) {
        for (const bool claims : {false, true}) {
            CAPTURE(profile, claims);
            auto file = cardOf(profile, KeyKind::Rsa2048);
            file.cardPads = false; // the long command: a whole block
            file.faults.refusesExtended = true;
            file.faults.claimsExtended = claims;
            table.insert(file);
            KnownCards known;
            for (int visit = 0; visit < 2; ++visit) { // known, too
                auto session = CardSession::open(practiceReader, CardUse::Doctor, &known);
                REQUIRE(session);
                REQUIRE(session->verifyPin(Pin("482913")));
                CHECK(session->sign(bytesOf("kmixr-signin-v1")));
            }
        }
        auto file = cardOf(profile, KeyKind::Rsa2048);
        file.cardPads = false;
        file.faults.refusesChaining = true;
        table.insert(file);
        CHECK(signWith(practiceReader));
    }
    auto neither = doctorsCard();
    neither.cardPads = false;
    neither.faults.refusesExtended = neither.faults.refusesChaining = true;
    table.insert(neither);
    CHECK(signWith(practiceReader).error().is(card::problems::refused));
    CHECK(table.storedCard().triesLeft == 3);
}

TEST_CASE("A PIN without a counter: nothing is claimed, and locked is said when it is") {
    auto& table = CardTable::get();
    for (const char* profile : {"hpki", "piv", "pkcs15"}) {
        CAPTURE(profile);
        auto file = cardOf(profile, KeyKind::Rsa2048);
        file.faults.tellsNoTries = true;
        table.insert(file);
        auto session = CardSession::open(practiceReader);
        REQUIRE(session);
        const auto state = session->pinState();
        REQUIRE(state);
        CHECK_FALSE(state->triesLeft);
        CHECK_FALSE(state->blocked);
        CHECK(table.storedCard().triesLeft == 3); // asking costs nothing
        for (int left = 2; left >= 0; --left) {
            const auto wrong = session->verifyPin(Pin("000000"));
            CHECK(wrong.error().is(card::problems::pinWrong));
            CHECK_FALSE(wrong.error().numbers.contains("tries_left"));
            CHECK(table.storedCard().triesLeft == left); // one VERIFY for one PIN
        }
        CHECK(session->verifyPin(Pin("482913")).error().is(card::problems::pinBlocked));
        table.remove();
        table.insertAgain();
        session = CardSession::open(practiceReader);
        REQUIRE(session);
        CHECK(session->pinState()->blocked);
    }
}

TEST_CASE("Certificates that are not right: outside their days, of another role, cut short, not the key's") {
    auto& table = CardTable::get();
    const auto lay = [&](const char* profile, const CertificateWish& wish, const std::string& certified,
                         const char* pin) {
        table.insert(
            practice::makeCard(profile, privateKey(KeyKind::Rsa2048, 3), certificatePem(certified, wish), pin));
    };
    const auto today = SystemClock().today();
    for (const char* profile : {"hpki", "hpki-directory", "piv", "pkcs15", "jpki"}) {
        CAPTURE(profile);
        const bool patients = std::string_view(profile) == "jpki";
        const CardUse use = patients ? CardUse::Patient : CardUse::Doctor;
        const char* pin = patients ? "1950" : "482913";
        const auto own = privateKey(KeyKind::Rsa2048, 3);
        for (const auto& [first, last] : {std::pair{-20, -2}, std::pair{5, 300}}) { // expired; not yet valid
            lay(profile, {.firstDay = first, .lastDay = last}, own, pin);
            const auto session = CardSession::open(practiceReader, use);
            REQUIRE(session);
            CHECK(checkValidity(session->holder(), today).error().is(card::problems::certificateExpired));
        }
        lay(profile, {.roleExtension = roleExtension({"Pharmacist"})}, own, pin);
        CHECK(CardSession::open(practiceReader, use)->holder().role == "Pharmacist");

        lay(profile, {}, privateKey(KeyKind::Rsa2048, 4), pin);
        CHECK(signWith(practiceReader, pin, use).error().is(card::problems::signatureWrong));

        auto cut = practice::makeCard(profile, own, certificatePem(own, {}), pin);
        cut.faults.certificateCutAt = 400;
        table.insert(cut);
        const auto broken = CardSession::open(practiceReader, use);
        REQUIRE_FALSE(broken);
        CAPTURE(broken.error().logLine());
        CHECK((broken.error().is(card::problems::malformed) || broken.error().is(card::problems::unknownCard)));

        lay(profile, {}, own, pin); // the next card works
        CHECK(signWith(practiceReader, pin, use));
    }
}

TEST_CASE("A dirty contact is said, and the wiped card works") {
    auto& table = CardTable::get();
    for (const int every : {1, 2, 3, 5}) {
        auto file = doctorsCard();
        file.faults.dirtyEvery = every;
        table.insert(file);
        CHECK_FALSE(signWith(practiceReader));
        CHECK(table.storedCard().triesLeft == 3);
    }
    table.insert(doctorsCard());
    CHECK(signWith(practiceReader));
}

TEST_CASE("Every kind of card through the service") {
    auto& table = CardTable::get();
    for (const char* profile : {"hpki", "hpki-directory", "piv", "pkcs15"}) {
        for (const KeyKind kind : {KeyKind::Rsa2048, KeyKind::P256}) {
            INFO(profile);
            table.insert(cardOf(profile, kind));
            auto session = CardSession::open(practiceReader);
            REQUIRE(session);
            REQUIRE(session->verifyPin(Pin("482913")));
            CHECK(session->sign(bytesOf("kmixr-signin-v1")));
            const auto secret = session->vaultSecret(bytesOf("kmixr-vault constant"));
            if (std::string_view(profile) != "hpki" || kind == KeyKind::Rsa2048) {
                REQUIRE(secret);
                CHECK(secret->equals(session->vaultSecret(bytesOf("kmixr-vault constant")).value()));
            } else {
                CHECK(secret.error().is(card::problems::noVaultMeans));
            }
        }
    }
}

TEST_CASE("No reader at all, then one with a card in it, and the other way round") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    CardWatch watch;
    const auto before = await(watch, ReaderState::Ready);
    for (int i = 0; i < 2; ++i) {
        REQUIRE(table.service().unplug());
        await(watch, ReaderState::NoReader);
        CHECK(watch.readers().empty());
        CHECK(CardSession::open(practiceReader).error().is(card::problems::noReader));
        CHECK(watch.next(500ms).state == ReaderState::NoReader); // waited in
        REQUIRE(table.service().plug());
        const auto after = await(watch, ReaderState::Ready);
        CHECK(after.insertion > before.insertion);
        CHECK(signWith(after.reader.c_str()));
    }
}
