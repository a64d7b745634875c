// Delivered editions of the rules: taken when signed, trusted and newer; refused otherwise, each with its own code.
#include "core/history/problems.h"
#include "core/history/rule_editions.h"
#include "core/history/rules/tables.h"
#include "derived.h"
#include "rule_copy.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

/// A delivered edition that is right in everything: newer, with another word for dialysis, signed by the council.
struct Delivery {
    SigningKey council = SigningKey::generate();
    TrustedKeys trusted;
    RuleCopy copy;

    Delivery() {
        trusted.trust(council.publicKey(), purpose::rules);
        copy.setNumber(shippedRules().number() + 1);
        copy.replace("flags.json", "維持透析の算定あり", "透析の算定あり");
        copy.sign(council);
    }
    [[nodiscard]] ChosenRules choose() const {
        const auto chosen = chooseRules(rulesFolder(), copy.folder(), trusted);
        REQUIRE(chosen);
        return *chosen;
    }
    void checkRefused(ProblemCode code) const {
        const auto chosen = choose();
        REQUIRE(chosen.refused);
        CHECK(chosen.refused->code == code.text);
        CHECK_FALSE(chosen.delivered);
        CHECK(chosen.rules->number() == shippedRules().number());
        CHECK(chosen.rules->tables().flags.front().words == "維持透析の算定あり");
    }
};

} // namespace

TEST_CASE("§0.6 a delivered edition of the rules that is signed and newer is used") {
    const Delivery delivery;
    const auto chosen = delivery.choose();
    CHECK(chosen.delivered);
    CHECK_FALSE(chosen.refused);
    CHECK(chosen.rules->tables().flags.front().words == "透析の算定あり");
}

TEST_CASE("§0.6 nothing delivered: the program's own rules, and no trouble") {
    const auto chosen = chooseRules(rulesFolder(), "/nowhere/at/all", TrustedKeys{});
    REQUIRE(chosen);
    CHECK_FALSE(chosen->delivered);
    CHECK_FALSE(chosen->refused);
    CHECK(chooseRules("/nowhere/at/all", "/nowhere/at/all", TrustedKeys{})
              .error()
              .is(history::problems::rulesUnreadable));
}

TEST_CASE("§0.6 a delivered edition that is not what was signed is refused") {
    Delivery delivery;
    SECTION("a file was changed") {
        delivery.copy.replace("flags.json", "\"min_months\": 2", "\"min_months\": 1");
    }
    SECTION("a file was added") {
        delivery.copy.write("zz.json", "{}");
    }
    SECTION("a file was taken away: a risk pack is not missed by the reader") {
        delivery.copy.remove("heat-stroke.json");
    }
    SECTION("two files were exchanged") {
        std::filesystem::rename(delivery.copy.folder() / "covid-19.json", delivery.copy.folder() / "x.json");
        std::filesystem::rename(delivery.copy.folder() / "heat-stroke.json", delivery.copy.folder() / "covid-19.json");
        std::filesystem::rename(delivery.copy.folder() / "x.json", delivery.copy.folder() / "heat-stroke.json");
    }
    delivery.checkRefused(history::problems::packChanged);
}

TEST_CASE("§0.6 a delivered edition signed by a stranger, or for another purpose, is refused") {
    Delivery delivery;
    SECTION("a stranger") {
        delivery.copy.sign(SigningKey::generate());
        delivery.checkRefused(history::problems::packForeign);
    }
    SECTION("nobody is trusted") {
        delivery.trusted = TrustedKeys{};
        delivery.checkRefused(history::problems::packForeign);
    }
    SECTION("the council's signature over code tables") {
        delivery.copy.sign(delivery.council, purpose::masters);
        delivery.checkRefused(history::problems::packChanged);
    }
}

TEST_CASE("§0.6 a delivered edition without a signature is refused") {
    Delivery delivery;
    SECTION("none") {
        delivery.copy.remove("pack.sig");
    }
    SECTION("something else") {
        delivery.copy.write("pack.sig", "signed, honestly");
    }
    delivery.checkRefused(history::problems::packUnsigned);
}

TEST_CASE("§0.6 an older edition is refused, the same one is no trouble") {
    Delivery delivery;
    RuleCopy newer; // the program's own, meanwhile two editions further
    newer.setNumber(shippedRules().number() + 2);
    const auto older = chooseRules(newer.folder(), delivery.copy.folder(), delivery.trusted);
    REQUIRE(older);
    CHECK_FALSE(older->delivered);
    REQUIRE(older->refused);
    CHECK(older->refused->is(history::problems::packOlder));
    CHECK(older->rules->number() == shippedRules().number() + 2);

    RuleCopy same;
    same.setNumber(shippedRules().number() + 1);
    const auto again = chooseRules(same.folder(), delivery.copy.folder(), delivery.trusted);
    REQUIRE(again);
    CHECK_FALSE(again->delivered);
    CHECK_FALSE(again->refused);
}

TEST_CASE("§0.6 a signed edition that this program cannot read is refused with its place") {
    Delivery delivery;
    SECTION("a kind of a later program") {
        delivery.copy.write("zz.json", "{\"kind\": \"weather\"}");
    }
    SECTION("a number that is none") {
        delivery.copy.write("pack.json", "{\"kind\": \"pack\", \"number\": \"nine\"}");
    }
    delivery.copy.sign(delivery.council);
    delivery.checkRefused(history::problems::packUnreadable);
    CHECK_FALSE(delivery.choose().refused->detail.empty());
}
