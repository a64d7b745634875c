// How long a card takes on real parts, and how many commands, as JSON lines. Budget of the house: from the reader's
// event to a PIN field that can be filled, 0.3 s.
#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "core/card/known_cards.h"
#include "tests/bench/figures.h"
#include "tests/core_card/card_table.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <vector>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;
using namespace std::chrono_literals;

namespace {

/// Adds what `act` took, and hands on what it gave.
template <class Act>
auto timed(bench::Figure& figure, Act act) {
    const auto start = bench::Stopwatch::now();
    auto result = act();
    figure.add(bench::msSince(start));
    return result;
}

struct Kind {
    const char* name;
    practice::CardFile card;
    int mostNew, mostKnown; ///< commands up to the signature that proves the holder
    CardUse use = CardUse::Doctor;
    const char* pin = "482913";
};

practice::CardFile withVaultKey(practice::CardFile card) {
    card.vaultKeyPem = privateKey(KeyKind::P256, 8);
    card.vaultCertificatePem = certificatePem(card.vaultKeyPem, {});
    return card;
}

void sayCommands(const std::string& name, int count, int budget) {
    const nlohmann::ordered_json line{
        {"name", name}, {"commands", count}, {"budget_commands", budget}, {"within", count <= budget}};
    std::printf("%s\n", line.dump().c_str());
}

} // namespace

TEST_CASE("From the card on the table to a signature, and off the table again") {
    auto& table = CardTable::get();
    const auto key = privateKey(KeyKind::Rsa2048);
    const std::vector<Kind> kinds{
        {"hpki", doctorsCard(), 20, 10},
        {"piv", withVaultKey(practice::makeCard("piv", key, certificatePem(key, {}), "482913")), 20, 10},
        {"7816-15", withVaultKey(practice::makeCard("pkcs15", key, certificatePem(key, {}), "482913")), 20, 10},
        {"jpki", practice::makeCard("jpki", key, certificatePem(key, {}), "1950"), 20, 10, CardUse::Patient, "1950"}};
    for (const Kind& kind : kinds) {
        const std::string name = kind.name;
        bench::Figure ready("card: event to PIN field, " + name, 300),
            known("card known: event to PIN field, " + name, 300), verify("card: VERIFY, " + name, 300),
            signature("card: signature, " + name, 300), secret("card: vault secret, " + name, 300),
            gone("card: out to the watch's word, " + name, 500);
        KnownCards cards;
        table.insert(kind.card);
        for (int round = 0; round < 12; ++round) {
            table.remove();
            CardWatch watch;
            REQUIRE(watch.next(2s).state == ReaderState::NoCard);
            table.lay();
            REQUIRE(watch.next(3s).state == ReaderState::Ready);
            auto session = timed(round == 0 ? ready : known, [&] {
                auto opened = CardSession::open(practice::practiceReader, kind.use, &cards);
                REQUIRE(opened);
                REQUIRE(opened->pinState());
                return opened;
            });
            REQUIRE(timed(verify, [&] { return session->verifyPin(Pin(kind.pin)); }));
            REQUIRE(timed(signature, [&] { return session->sign(bytesOf("kmixr-signin-v1")); }));
            if (round < 2) {
                sayCommands("card commands to the signature, " + name + (round == 0 ? ", new" : ", known"),
                            session->exchanges(), round == 0 ? kind.mostNew : kind.mostKnown);
                CHECK(session->exchanges() <= (round == 0 ? kind.mostNew : kind.mostKnown));
            }
            REQUIRE(timed(secret, [&] { return session->vaultSecret(bytesOf("kmixr-vault-v1")); }));
            // How soon the service notices is the driver's affair (polled every 400 ms here, at once with an
            // interrupt).
            table.pull();
            REQUIRE(timed(gone, [&] { return watch.next(3s); }).state == ReaderState::NoCard);
        }
        for (int round = 0; round < 6; ++round) { // each time as a card never seen
            table.remove();
            table.insertAgain();
            CHECK(timed(ready, [&] {
                auto opened = CardSession::open(practice::practiceReader, kind.use);
                return opened && opened->pinState();
            }));
        }
        for (const bench::Figure* figure : {&ready, &known, &verify, &signature, &secret, &gone}) {
            figure->print();
        }
    }
}
