// Residents by the thousand: the same seed gives the same bytes, every identity holds in both outer forms, and the
// shares are those of the reference.
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/dice.h"
#include "app/practice/people/japanese_text.h"
#include "app/practice/people/population.h"
#include "core/receipt/reader.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

const Population& population() {
    static const Population read = [] {
        auto found = readPopulation(test::resources() / "practice" / "population.json");
        if (!found) {
            throw std::runtime_error(found.error().logLine());
        }
        return *std::move(found);
    }();
    return read;
}

ClaimSet claimsOf(std::uint64_t first, std::uint64_t last, const Draw& draw) {
    ClaimSet all;
    for (std::uint64_t number = first; number <= last; ++number) {
        auto set = residentClaims(population(), test::plans(), test::prices(), draw, number, test::newest);
        REQUIRE(set);
        std::move(set->claims.begin(), set->claims.end(), std::back_inserter(all.claims));
        std::move(set->earlier.begin(), set->earlier.end(), std::back_inserter(all.earlier));
    }
    return all;
}

std::string bytesOf(const std::vector<ClaimFile>& files) {
    std::string bytes;
    for (const ClaimFile& file : files) {
        bytes += file.name + "\n" + file.text;
    }
    return bytes;
}

/// uke.md: day columns = count, Σ points × count = what is stated.
void checkIdentities(const receipt::Receipt& receipt) {
    INFO(receipt.institution.key() << " " << isoMonth(receipt.month) << " " << receipt.type);
    CHECK(receipt.computedPoints() == receipt.statedPoints());
    CHECK(receipt.statedPoints() > 0);
    for (const receipt::Group& group : receipt.groups) {
        for (const receipt::CountUnit& unit : group.units) {
            CHECK(std::accumulate(unit.days.begin(), unit.days.end(), 0) == unit.count);
        }
    }
    if (!receipt.visitDays.empty() && receipt.kind != receipt::Kind::Dispensing) {
        CHECK(static_cast<int>(receipt.visitDays.size()) == receipt.insurance->days);
    }
}

constexpr Draw draw{20250825, 3};

} // namespace

TEST_CASE("a seed gives the same bytes, whatever else is made; another seed gives others") {
    const auto once = bytesOf(claimFiles(claimsOf(27, 126, draw).claims));
    CHECK(once == bytesOf(claimFiles(claimsOf(27, 126, draw).claims)));
    CHECK(once != bytesOf(claimFiles(claimsOf(27, 126, Draw{1, 3}).claims)));
    const auto alone = claimsOf(77, 77, draw);
    const auto among = claimsOf(70, 80, draw);
    for (const Claim& claim : alone.claims) {
        const auto found = std::find_if(among.claims.begin(), among.claims.end(), [&claim](const Claim& one) {
            return one.person == claim.person && one.receipt == claim.receipt;
        });
        CHECK(found != among.claims.end());
    }
}

TEST_CASE("a month of a resident is the same whichever months are made with it") {
    const auto newestOnly = claimsOf(27, 326, Draw{9, 1});
    const auto year = claimsOf(27, 326, Draw{9, 12});
    std::size_t compared = 0;
    for (const Claim& claim : year.claims) {
        if (claim.receipt.month != test::newest) {
            continue;
        }
        INFO(claim.person << " " << claim.receipt.institution.key());
        REQUIRE(compared < newestOnly.claims.size());
        CHECK(std::any_of(newestOnly.claims.begin(), newestOnly.claims.end(), [&claim](const Claim& one) {
            return one.person == claim.person && one.receipt == claim.receipt && one.strayRow == claim.strayRow;
        }));
        ++compared;
    }
    CHECK(compared == newestOnly.claims.size());
}

TEST_CASE("the practice people are the first residents, unchanged") {
    const ClaimSet set = claimsOf(5, 5, draw);
    REQUIRE_FALSE(set.claims.empty());
    const auto planned = test::claimsOf(test::plans().people[4].id);
    for (const Claim& claim : set.claims) {
        CHECK(claim.receipt.month >= monthAt(test::newest, -2));
        CHECK(std::any_of(planned.begin(), planned.end(),
                          [&claim](const Claim& one) { return one.receipt == claim.receipt; }));
    }
}

TEST_CASE("every claim file and every insurer's file keeps the identities") {
    const ClaimSet set = claimsOf(1, 1'500, draw);
    std::map<receipt::Kind, int> kinds;
    std::size_t reduced = 0;
    std::size_t stray = 0; // rows that nobody understands
    std::size_t notes = 0;
    for (const Claim& claim : set.claims) {
        reduced += claim.reduction ? 1 : 0;
        stray += claim.strayRow.empty() ? 0 : 1;
    }
    CHECK(reduced > 0);
    for (const ClaimFile& file : claimFiles(set.claims)) {
        INFO(file.name);
        const auto bytes = toCp932(file.text);
        REQUIRE(bytes);
        const receipt::ReadResult result = receipt::read(*bytes);
        CHECK(result.unread.empty());
        std::int64_t points = 0;
        std::int64_t payers = 0;
        for (const receipt::Receipt& receipt : result.receipts) {
            checkIdentities(receipt);
            kinds[receipt.kind] += 1;
            notes += receipt.unread.size();
            points += receipt.statedPoints();
            payers += 1 + static_cast<std::int64_t>(receipt.publicExpenses.size());
        }
        CHECK(result.statedPoints == points);
        CHECK(result.statedReceipts == payers);
    }
    CHECK(notes == stray);
    for (const receipt::Kind kind : {receipt::Kind::MedicalOutpatient, receipt::Kind::MedicalInpatient,
                                     receipt::Kind::Dpc, receipt::Kind::Dental, receipt::Kind::Dispensing}) {
        INFO(static_cast<int>(kind));
        CHECK(kinds[kind] > 0);
    }
    std::size_t held = 0;
    std::size_t corrected = 0;
    for (const ClaimFile& file : insurerFiles(set.claims)) {
        INFO(file.name);
        for (const receipt::Receipt& receipt : receipt::read(file.text).receipts) {
            checkIdentities(receipt);
            ++held;
            corrected += receipt.corrections.empty() ? 0 : 1;
        }
    }
    CHECK(held == set.claims.size());
    CHECK(corrected == reduced);
}

TEST_CASE("a receipt's place is filled once") {
    const ClaimSet set = claimsOf(27, 800, draw);
    std::set<std::string> places;
    for (const Claim& claim : set.claims) {
        const receipt::Receipt& receipt = claim.receipt;
        const std::string place = claim.person + " " + receipt.institution.key() + " " + isoMonth(receipt.month) + " " +
                                  std::to_string(static_cast<int>(receipt.kind)) + " " +
                                  receipt.insurance->insurerNumber + " " +
                                  (receipt.prescriber ? receipt.prescriber->key() : "");
        INFO(place);
        CHECK(places.insert(place).second);
    }
}

TEST_CASE("chance has the mean it is asked for") {
    double gamma = 0;
    double poisson = 0;
    constexpr int residents = 20'000;
    for (int i = 1; i <= residents; ++i) {
        const Dice dice(7, static_cast<std::uint64_t>(i));
        gamma += dice.gamma(0.8, "frailty");
        poisson += dice.poisson(0.72, 20, "visits");
    }
    CHECK(std::abs(gamma / residents - 1.0) < 0.05);
    CHECK(std::abs(poisson / residents - 0.72) < 0.03);
}
