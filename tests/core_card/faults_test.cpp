// What goes wrong in clinics, through a real pcscd: each is a state that is waited in, or a sentence that is said; the
// next card works without a restart.
#include "app/practice/cards/card_server.h"
#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "core/card/problems.h"
#include "tests/core_card/card_table.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/eventfd.h>
#include <unistd.h>

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

TEST_CASE("A slow card is waited for, and other words about the reader still come") {
    auto& table = CardTable::get();
    auto file = doctorsCard();
    file.faults.slowAt = 0x2A;
    file.faults.slowness = 800ms;
    table.insert(file);
    const auto start = std::chrono::steady_clock::now();
    CHECK(signWith(practiceReader));
    CHECK(std::chrono::steady_clock::now() - start >= 800ms);
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
