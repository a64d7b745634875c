// The plans and their claims at the fixed anchor, read once for all cases of a program.
#pragma once

#include "app/practice/people/claims.h"
#include "app/practice/people/plan_reader.h"

#include <stdexcept>
#include <string_view>

namespace kmixr::practice::test {

inline constexpr Month newest = std::chrono::year{2025} / std::chrono::August;
inline constexpr Month july = std::chrono::year{2025} / std::chrono::July;

inline std::filesystem::path resources() {
    return std::filesystem::path(KMIXR_SOURCE_DIR) / "resources";
}

inline const Plans& plans() {
    static const Plans read = [] {
        auto found = readPlans(resources() / "practice");
        if (!found) {
            throw std::runtime_error(found.error().logLine());
        }
        return *std::move(found);
    }();
    return read;
}

inline const PriceTable& prices() {
    static const PriceTable table = [] {
        auto found =
            PriceTable::open(resources() / "masters" / "practice.tsv", resources() / "practice" / "pricing.json");
        if (!found) {
            throw std::runtime_error(found.error().logLine());
        }
        return *std::move(found);
    }();
    return table;
}

inline const PracticePerson& person(std::string_view id) {
    for (const PracticePerson& one : plans().people) {
        if (one.id == id) {
            return one;
        }
    }
    throw std::runtime_error("no such person");
}

inline std::vector<Claim> claimsOf(std::string_view id, Month newestMonth = newest) {
    auto set = practice::claimsOf(person(id), plans(), prices(), newestMonth);
    if (!set) {
        throw std::runtime_error(set.error().logLine());
    }
    return std::move(set->claims);
}

inline const ClaimSet& everybody() {
    static const ClaimSet all = [] {
        auto set = allClaims(plans(), prices(), newest);
        if (!set) {
            throw std::runtime_error(set.error().logLine());
        }
        return *std::move(set);
    }();
    return all;
}

} // namespace kmixr::practice::test
