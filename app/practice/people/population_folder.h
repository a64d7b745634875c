// Files of any number of residents: made block by block on every processor, so that memory does not grow with their
// number, and the same bytes however many processors there are.
#pragma once

#include "app/practice/people/claim_folder.h"
#include "app/practice/people/population.h"

#include <atomic>
#include <filesystem>
#include <functional>

namespace kmixr::practice {

enum class Form : std::uint8_t { Deliveries, Claim, Insurer };

struct PopulationOrder {
    std::uint64_t people = 1;
    Draw draw;
    Form form = Form::Deliveries;
    Month newest{};
    unsigned threads = 1;
};

struct Generated {
    std::uint64_t people = 0;
    std::uint64_t receipts = 0;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
};

/// The files of a set of claims in one outer form.
std::vector<ClaimFile> filesOf(ClaimSet set, Form form);

/// So many residents share a folder ("from-0000001"); fewer when there are many months.
std::uint64_t residentsOfBlock(int months);

/// Writes the residents into folders below `folder`, what another order left there is removed. "generated.json" is
/// written last: a folder without it is not whole. `progress` is called from the threads, one at a time. `stop` ends
/// the work after the blocks at hand, without "generated.json". `practice.cannot-write` (full disk among others).
Outcome<Generated> writePopulation(const PopulationOrder& order, const Population& population, const Plans& plans,
                                   const PriceTable& table, const std::filesystem::path& folder,
                                   const std::function<void(const Generated&)>& progress,
                                   const std::atomic<bool>& stop);

} // namespace kmixr::practice
