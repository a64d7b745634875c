// Claims of single people: what the plans are there to show.
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace kmixr;
using namespace kmixr::practice;
using namespace std::chrono_literals;

namespace {

std::vector<Claim> at(std::string_view person, std::string_view institution, Month month) {
    std::vector<Claim> found;
    for (const Claim& claim : test::claimsOf(person)) {
        if (claim.receipt.institution.code == test::plans().institutions.at(std::string(institution)).claim.code &&
            claim.receipt.month == month) {
            found.push_back(claim);
        }
    }
    return found;
}

const Claim& only(const std::vector<Claim>& claims) {
    REQUIRE(claims.size() == 1);
    return claims.front();
}

const receipt::CountUnit* unitWith(const Claim& claim, std::string_view code) {
    for (const receipt::Group& group : claim.receipt.groups) {
        for (const receipt::CountUnit& unit : group.units) {
            for (const receipt::DetailLine& line : unit.lines) {
                if (line.code == code) {
                    return &unit;
                }
            }
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("dialysis of a month is one group with a column for each day") {
    const auto claims = at("K05", "C5", 2025y / 8);
    const receipt::CountUnit* dialysis = unitWith(only(claims), "140057910");
    REQUIRE(dialysis != nullptr);
    CHECK(dialysis->count == 13);
    CHECK(dialysis->points == 2046);
    CHECK(only(claims).receipt.insurance->days == 13);
    const receipt::CountUnit* dialyzer = unitWith(only(claims), "710010935");
    REQUIRE(dialyzer != nullptr);
    CHECK(dialyzer->points == 152);
    CHECK(unitWith(only(claims), "120002910")->count == 1); // one prescription, on the first Monday
}

TEST_CASE("management fees and judgement fees are charged once a month") {
    const auto claims = at("K10", "H1", 2025y / 8);
    for (const char* code : {"160061810", "160061910", "160062010"}) {
        INFO(code);
        const receipt::CountUnit* unit = unitWith(only(claims), code);
        REQUIRE(unit != nullptr);
        CHECK(unit->count == 1);
    }
    CHECK(unitWith(only(claims), "112011310")->count == 2);
    CHECK(unitWith(only(claims), "622371901")->lines.size() == 4); // the infusion's drugs are one unit
}

TEST_CASE("chemistry planned in two places is one package") {
    const auto claims = at("K07", "H1", 2025y / 3);
    const receipt::CountUnit* panel = unitWith(only(claims), "160022510");
    REQUIRE(panel != nullptr);
    CHECK(panel->points == 103);
    CHECK(panel->lines.size() == 11);
    CHECK(panel == unitWith(only(claims), "160019410"));
}

TEST_CASE("an insurer that changes in a month makes two receipts, each closed by the comment") {
    const auto claims = at("K24", "H1", 2024y / 11);
    REQUIRE(claims.size() == 2);
    CHECK(claims[0].receipt.insurance->insurerNumber == "01379999");
    CHECK(claims[0].receipt.visitDays == std::vector<int>{10});
    CHECK(claims[1].receipt.insurance->insurerNumber == "379990");
    CHECK(claims[1].receipt.visitDays == std::vector<int>{24});
    CHECK(claims[0].receipt.diseases.size() == 1);
    CHECK(claims[1].receipt.diseases.size() == 2);
    for (const Claim& claim : claims) {
        REQUIRE(claim.receipt.remarks.size() == 1);
        CHECK(claim.receipt.remarks.front().code == "820000244");
    }
    CHECK(at("K24", "H1", 2025y / 3).empty()); // without insurance nobody can claim
}

TEST_CASE("the fourth oral preparation of a prescription is dispensed but not charged") {
    const auto claims = at("K05", "P1", 2025y / 8);
    const auto fromC1 = std::find_if(claims.begin(), claims.end(),
                                     [](const Claim& claim) { return claim.receipt.prescriber->code == "9910030"; });
    REQUIRE(fromC1 != claims.end());
    REQUIRE(fromC1->receipt.prescriptions.size() == 4);
    CHECK(fromC1->receipt.prescriptions[2].fills.front().preparationPoints == 24);
    CHECK(fromC1->receipt.prescriptions[3].fills.front().preparationPoints == 0);
    CHECK(fromC1->receipt.prescriptions[3].fills.front().drugPoints > 0);
}

TEST_CASE("equal preparations of two days are one with two fills") {
    const auto claims = at("K10", "P1", 2025y / 8);
    const receipt::Receipt& receipt = only(claims).receipt;
    CHECK(receipt.insurance->days == 2);
    for (const receipt::Prescription& prescription : receipt.prescriptions) {
        CHECK(prescription.fills.size() == 2);
    }
}

TEST_CASE("brand to generic: no gap, three days, twenty days") {
    const auto march = at("K23", "P1", 2025y / 3);
    const auto april = at("K23", "P1", 2025y / 4);
    const auto dispensed = [](const std::vector<Claim>& claims, std::string_view code) {
        for (const receipt::Prescription& prescription : only(claims).receipt.prescriptions) {
            for (const receipt::DetailLine& line : prescription.lines) {
                if (line.code == code) {
                    return *prescription.fills.front().dispensed;
                }
            }
        }
        throw std::runtime_error("not dispensed");
    };
    CHECK(daysBetween(dispensed(march, "612170710"), dispensed(april, "620007870")) == 28);
    CHECK(daysBetween(dispensed(march, "620002430"), dispensed(april, "622535601")) == 25);
    CHECK(daysBetween(dispensed(april, "620002477"), dispensed(april, "622571801")) == 8);
}

TEST_CASE("an in-patient month has each day, meals in yen, and the donor apart") {
    const auto claims = at("K11", "H1", 2023y / 2);
    const Claim& claim = only(claims);
    CHECK(claim.receipt.visitDays.size() == 25);
    CHECK(claim.receipt.admitted == 2023y / 2 / 3);
    CHECK(claim.meals == 1 + 23 * 3 + 2);
    CHECK(claim.mealsYen == claim.meals * 690);
    CHECK(unitWith(claim, "190079470")->count == 14);
    REQUIRE(claim.donor);
    CHECK(claim.donor->points == 51'850 + 18'200);
    const receipt::CountUnit* transplant = unitWith(claim, "150338610");
    REQUIRE(transplant != nullptr);
    CHECK(transplant->points == 62'820 + claim.donor->points); // the recipient's insurer pays for the donor
    CHECK(unitWith(claim, "150338510") == nullptr);            // the donor's operation is not the recipient's
    CHECK(std::none_of(claim.receipt.diseases.begin(), claim.receipt.diseases.end(),
                       [](const receipt::Disease& disease) { return disease.code == "8835576"; }));
}

TEST_CASE("an emergency visit joins the month's receipt of the same hospital") {
    const auto claims = at("K16", "H1", 2024y / 12);
    CHECK(only(claims).receipt.visitDays == std::vector<int>{17, 23});
    CHECK(unitWith(only(claims), "112011310")->count == 2);
    CHECK(unitWith(only(claims), "112006670")->count == 1);
    CHECK(only(claims).receipt.diseases.size() == 4);
    CHECK(only(claims).receipt.diseases.front().main);
}

TEST_CASE("a disease is absent before it starts and after its outcome") {
    const auto outcome = [](Month month) -> std::optional<receipt::DiseaseOutcome> {
        const auto claims = at("K20", "H1", month);
        for (const receipt::Disease& disease : only(claims).receipt.diseases) {
            if (disease.code == "8850104") {
                return disease.outcome;
            }
        }
        return std::nullopt;
    };
    CHECK_FALSE(outcome(2024y / 8));
    CHECK(outcome(2024y / 9) == receipt::DiseaseOutcome::Continuing);
    CHECK(outcome(2024y / 10) == receipt::DiseaseOutcome::Cured);
    CHECK_FALSE(outcome(2024y / 11));
}

TEST_CASE("the rolling anchor moves the receipts and keeps births and absolute days") {
    for (const Month anchor : {2026y / 2, 2026y / 9, 2027y / 1}) {
        INFO(isoMonth(anchor));
        const auto set = allClaims(test::plans(), test::prices(), anchor);
        REQUIRE(set);
        Month newest = 2000y / 1;
        std::set<std::string> months;
        for (const Claim& claim : set->claims) {
            newest = std::max(newest, claim.receipt.month);
            CHECK(claim.receipt.insurance->days > 0);
            for (const int day : claim.receipt.visitDays) {
                CHECK((claim.receipt.month / day).ok());
            }
        }
        CHECK(newest == anchor);
        const PracticePerson& person = test::person("K21");
        CHECK(claimsOf(person, test::plans(), test::prices(), anchor)->claims.front().receipt.diseases.front().start ==
              2019y / 4 / 25);
        CHECK(set->claims.size() >= 2250);
    }
}
