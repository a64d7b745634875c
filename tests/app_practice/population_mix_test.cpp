// Whether generated residents are as the reference describes them (practice-patients.md F and F.1): a seeded draw of
// some thousands; shares within four standard deviations of a binomial, means within some per cent.
#include "app/practice/people/population.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

constexpr std::uint64_t people = 15'000;
constexpr Draw draw{20250825, 1};

const Population& population() {
    static const Population read = readPopulation(test::resources() / "practice" / "population.json").value();
    return read;
}

const std::vector<Claim>& claims() {
    static const std::vector<Claim> made = [] {
        std::vector<Claim> all;
        const std::uint64_t first = test::plans().people.size() + 1;
        for (std::uint64_t number = first; number < first + people; ++number) {
            auto set = residentClaims(population(), test::plans(), test::prices(), draw, number, test::newest);
            if (!set) {
                throw std::runtime_error(set.error().logLine());
            }
            std::move(set->claims.begin(), set->claims.end(), std::back_inserter(all));
        }
        return all;
    }();
    return made;
}

int ageOf(const Claim& claim) {
    return ageOn(*claim.receipt.patient.birth, lastOf(test::newest));
}

/// `hits` of `trials` may be `share`, four standard deviations and a further share allowed (for draws that depend on
/// each other, or for what a rule of the receipt changes).
void checkShare(std::size_t hits, std::size_t trials, double share, double further = 0) {
    const double seen = static_cast<double>(hits) / static_cast<double>(trials);
    const double deviation = std::sqrt(share * (1 - share) / static_cast<double>(trials));
    INFO(hits << " of " << trials << ": " << seen << ", expected " << share);
    CHECK(std::abs(seen - share) <= 4 * deviation + further);
}

void checkMean(double sum, std::size_t count, double mean, double relative) {
    INFO(sum / static_cast<double>(count) << ", expected " << mean);
    CHECK(std::abs(sum / static_cast<double>(count) / mean - 1) <= relative);
}

struct Counted {
    std::size_t receipts = 0, hits = 0;
    double sum = 0;
};

} // namespace

TEST_CASE("F.1 receipts of each kind for a head and month") {
    std::map<receipt::Kind, std::size_t> kinds;
    for (const Claim& claim : claims()) {
        ++kinds[claim.receipt.kind];
    }
    const auto rate = [&](receipt::Kind kind) { return static_cast<double>(kinds[kind]); };
    using receipt::Kind;
    checkMean(rate(Kind::MedicalOutpatient), people, 0.723, 0.05);
    checkMean(rate(Kind::Dispensing), people, 0.482, 0.10);
    checkMean(rate(Kind::Dental), people, 0.162, 0.10);
    checkMean(rate(Kind::Dpc) + rate(Kind::MedicalInpatient), people, 0.0196, 0.20);
    checkShare(kinds[Kind::Dpc], kinds[Kind::Dpc] + kinds[Kind::MedicalInpatient], 0.55);
}

TEST_CASE("F.1 diseases of an out-patient receipt") {
    std::map<int, Counted> bands; // by the last age
    Counted lines;
    Counted mains;
    std::size_t uncoded = 0;
    for (const Claim& claim : claims()) {
        if (claim.receipt.kind != receipt::Kind::MedicalOutpatient) {
            continue;
        }
        const int age = ageOf(claim);
        for (const int to : {14, 39, 64, 74, 200}) {
            if (age <= to) {
                bands[to].receipts += 1;
                bands[to].sum += static_cast<double>(claim.receipt.diseases.size());
                break;
            }
        }
        CHECK(claim.receipt.diseases.size() <= 62);
        mains.receipts += 1;
        mains.hits += std::any_of(claim.receipt.diseases.begin(), claim.receipt.diseases.end(),
                                  [](const receipt::Disease& one) { return one.main; })
                          ? 1
                          : 0;
        for (const receipt::Disease& disease : claim.receipt.diseases) {
            lines.receipts += 1;
            lines.hits +=
                std::find(disease.modifiers.begin(), disease.modifiers.end(), "8002") != disease.modifiers.end() ? 1
                                                                                                                 : 0;
            uncoded += disease.code == "0000999" ? 1 : 0;
        }
    }
    const std::map<int, double> means{{14, 2.2}, {39, 2.6}, {64, 4.5}, {74, 6}, {200, 7.5}};
    for (const auto& [to, mean] : means) {
        INFO("to " << to);
        checkMean(bands[to].sum, bands[to].receipts, mean, 0.10);
    }
    checkShare(lines.hits, lines.receipts, 0.12, 0.01);
    checkShare(uncoded, lines.receipts, 0.02, 0.004);
    checkShare(mains.hits, mains.receipts, 0.40);
}

TEST_CASE("F.1 drugs of a dispensing receipt") {
    std::map<bool, Counted> late;
    Counted external;
    Counted oral;
    std::size_t again = 0;
    for (const Claim& claim : claims()) {
        if (claim.receipt.kind != receipt::Kind::Dispensing) {
            continue;
        }
        std::set<std::string> kinds;
        bool outside = false;
        bool refilled = false;
        std::size_t inside = 0;
        for (const receipt::Prescription& one : claim.receipt.prescriptions) {
            refilled = refilled || one.fills.size() > 1;
            for (const receipt::DetailLine& line : one.lines) {
                kinds.insert(line.code);
                outside = outside || one.form == '5';
                inside += one.form == '1' ? 1 : 0;
            }
        }
        Counted& band = late[ageOf(claim) >= 75];
        band.receipts += 1;
        band.hits += kinds.size() >= 5 ? 1 : 0;
        external.receipts += 1;
        external.hits += outside ? 1 : 0;
        oral.sum += static_cast<double>(inside);
        again += refilled ? 1 : 0;
    }
    checkShare(late[true].hits, late[true].receipts, 0.407, 0.015);
    CHECK(late[false].hits * 5 < late[false].receipts);
    checkShare(external.hits, external.receipts, 0.25);
    checkMean(oral.sum, external.receipts, 2.79, 0.12);
    checkShare(again, external.receipts, 0.02, 0.005);
}

TEST_CASE("F.1 visits and tests of an out-patient receipt") {
    std::array<std::size_t, 5> visits{};
    Counted tests;
    std::size_t receipts = 0;
    for (const Claim& claim : claims()) {
        const receipt::Receipt& one = claim.receipt;
        if (one.kind != receipt::Kind::MedicalOutpatient || one.institution.code == "9910071" ||
            one.institution.code == "9910089") { // dialysis and home visits come on days of their own
            continue;
        }
        ++receipts;
        visits.at(std::min<std::size_t>(one.visitDays.size(), 4)) += 1;
        std::size_t lines = 0;
        for (const receipt::Group& group : one.groups) {
            for (const receipt::CountUnit& unit : group.units) {
                lines += group.division == "60" ? unit.lines.size() : 0;
            }
        }
        tests.hits += lines == 0 ? 1 : 0;
        CHECK(lines <= 21); // and a code that no master has
    }
    // A month in which the insurer changes is two receipts, and holidays bring two visits to one day.
    checkShare(visits[1], receipts, 0.70, 0.02);
    checkShare(visits[2], receipts, 0.19, 0.02);
    checkShare(visits[3], receipts, 0.06, 0.01);
    checkShare(visits[4], receipts, 0.05, 0.01);
    checkShare(tests.hits, receipts, 0.55, 0.015);
}

TEST_CASE("F.1 days of a stay, chronic prevalence, rare flags, what goes wrong") {
    Counted days;
    std::map<std::string, std::set<std::string>> withName; // code -> people
    std::map<int, std::set<std::string>> hypertension;
    Counted reduced;
    for (const Claim& claim : claims()) {
        if (claim.receipt.inpatient()) {
            days.receipts += 1;
            days.sum += static_cast<double>(claim.receipt.visitDays.size());
        }
        reduced.receipts += 1;
        reduced.hits += claim.reduction ? 1 : 0;
    }
    checkMean(days.sum, days.receipts, 15.4, 0.20);
    checkShare(reduced.hits, reduced.receipts, 0.006, 0.001);

    // Every resident's plan, whether or not a month has a receipt of it.
    std::size_t pacemakers = 0;
    std::map<std::size_t, Counted> bands;
    std::size_t changed = 0;
    std::size_t young = 0;
    std::map<std::string, int> names;
    const std::uint64_t first = test::plans().people.size() + 1;
    for (std::uint64_t number = first; number < first + people; ++number) {
        const PracticePerson person = resident(population(), test::plans(), Draw{20250825, 3}, number, test::newest);
        const std::size_t band = ageBand(ageOn(*person.person.birth, firstOf(test::newest)));
        bands[band].receipts += 1;
        const auto has = [&](const char* code, bool mainLine) {
            return std::any_of(person.receipts.begin(), person.receipts.end(), [&](const PlannedReceipt& row) {
                return row.months.oldest() < 0 && !row.diseases.empty() && (!mainLine || row.weekdays.empty()) &&
                       std::any_of(
                           row.groups.begin(), row.groups.end(),
                           [&](const PlannedGroup& group) {
                               return !group.lines.empty() && group.lines.front().code == code;
                           });
            });
        };
        pacemakers += has("113030210", false) ? 1 : 0;
        bands[band].hits += has("113001810", false) ? 1 : 0; // 特定疾患療養管理料: high blood pressure
        if (band < 3) {
            ++young;
            changed += person.insurance.back().from && person.insurance.back().from->month() &&
                               *person.insurance.back().from->month() > -12
                           ? 1
                           : 0;
        }
        ++names[person.person.name + isoDay(*person.person.birth)];
    }
    checkShare(pacemakers, people, 0.0035);
    checkShare(bands[1].hits, bands[1].receipts, 0.20, 0.02);
    checkShare(bands[2].hits, bands[2].receipts, 0.45, 0.03);
    checkShare(bands[3].hits, bands[3].receipts, 0.60, 0.03);
    checkShare(changed, young, 1 - std::pow(1 - 0.012, 11) * (1 - 0.04), 0.01);
    CHECK(std::count_if(names.begin(), names.end(), [](const auto& one) { return one.second > 1; }) >= 3);
}
