// How many commands a sign-in costs through a real service: each is a moment of waiting on a slow card.
#include "core/card/card_session.h"
#include "core/card/known_cards.h"
#include "tests/core_card/card_table.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;

namespace {

practice::CardFile withVaultKey(practice::CardFile card) {
    card.vaultKeyPem = privateKey(KeyKind::P256, 8);
    card.vaultCertificatePem = certificatePem(card.vaultKeyPem, {});
    return card;
}

/// Commands until the signature that proves the holder.
int commandsOf(CardUse use, const char* pin, KnownCards& known) {
    auto session = CardSession::open(practice::practiceReader, use, &known);
    REQUIRE(session);
    REQUIRE(session->pinState());
    REQUIRE(session->verifyPin(Pin(pin)));
    REQUIRE(session->sign(bytesOf("kmixr-signin-v1")));
    return session->exchanges();
}

} // namespace

TEST_CASE("A sign-in takes at most 20 commands the first time, and 10 with a card that is known") {
    auto& table = CardTable::get();
    const std::string rsa = privateKey(KeyKind::Rsa2048), ec = privateKey(KeyKind::P256);
    const auto card = [](const char* profile, const std::string& key, const char* pin) {
        return practice::makeCard(profile, key, certificatePem(key, {}), pin);
    };
    struct Kind {
        const char* name;
        practice::CardFile file;
        CardUse use;
        const char* pin;
    };
    for (const Kind& kind :
         std::vector<Kind>{{"HPKI", doctorsCard(), CardUse::Doctor, "482913"},
                           {"PIV", withVaultKey(card("piv", rsa, "482913")), CardUse::Doctor, "482913"},
                           {"7816-15 RSA", withVaultKey(card("pkcs15", rsa, "482913")), CardUse::Doctor, "482913"},
                           {"7816-15 P-256", card("pkcs15", ec, "482913"), CardUse::Doctor, "482913"},
                           {"JPKI", card("jpki", rsa, "4829"), CardUse::Patient, "4829"}}) {
        INFO(kind.name);
        table.insert(kind.file);
        KnownCards known;
        CHECK(commandsOf(kind.use, kind.pin, known) <= 20);
        CHECK(commandsOf(kind.use, kind.pin, known) <= 10);
    }
}
