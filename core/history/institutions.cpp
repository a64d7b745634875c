#include "core/history/institutions.h"

#include "core/history/short_names.h"

#include <algorithm>
#include <numeric>

namespace kmixr::history {
namespace {

constexpr char pharmacyTable = '4';

struct Seen {
    receipt::Institution id;
    bool named = false;
    int recentDays = 0; ///< days billed in the last 12 months: what puts it high in the list
    Month lastMonth{};
};

int billedDays(const receipt::Receipt& receipt) {
    if (!receipt.visitDays.empty()) {
        return static_cast<int>(receipt.visitDays.size());
    }
    return receipt.insurance ? receipt.insurance->days : 0;
}

} // namespace

Institutions::Institutions(const std::vector<SourceReceipt>& receipts, std::optional<Month> newest,
                           const InstitutionNameRules& rules) {
    std::vector<Seen> seen;
    std::unordered_map<std::string, std::uint32_t> byKey;
    const auto note = [&](const receipt::Institution& id) {
        const auto [at, fresh] = byKey.try_emplace(id.key(), static_cast<std::uint32_t>(seen.size()));
        if (fresh) {
            seen.push_back({id, !id.name.empty()});
        } else if (!seen[at->second].named && !id.name.empty()) { // receipts come newest first: the newest name wins
            seen[at->second].id.name = id.name;
            seen[at->second].named = true;
        }
        return at->second;
    };
    for (const auto& source : receipts) {
        const auto& value = source.value;
        const auto claimant = note(value.institution);
        claimant_.push_back(claimant);
        prescriber_.push_back(value.prescriber ? note(*value.prescriber) : claimant);
        if (source.use != ReceiptUse::Used) {
            continue;
        }
        seen[claimant].lastMonth = std::max(seen[claimant].lastMonth, value.month);
        if (newest && monthsBetween(value.month, *newest) < 12) {
            seen[claimant].recentDays += billedDays(value);
        }
    }
    std::vector<std::uint32_t> order(seen.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&seen](std::uint32_t a, std::uint32_t b) {
        const auto rank = [](const Seen& s) { return std::pair(s.id.pointTable == pharmacyTable, -s.recentDays); };
        if (rank(seen[a]) != rank(seen[b])) {
            return rank(seen[a]) < rank(seen[b]);
        }
        if (seen[a].lastMonth != seen[b].lastMonth) {
            return seen[a].lastMonth > seen[b].lastMonth;
        }
        return seen[a].id.key() < seen[b].id.key();
    });
    std::vector<InstitutionIndex> placeOf(seen.size());
    std::vector<std::string> names;
    for (std::size_t place = 0; place < order.size(); ++place) {
        placeOf[order[place]] = static_cast<InstitutionIndex>(place);
        auto& institution = seen[order[place]].id;
        names.push_back(institution.name.empty() ? institution.code : institution.name);
    }
    const auto shorts = shortNames(names, rules);
    for (std::size_t place = 0; place < order.size(); ++place) {
        all_.push_back({std::move(seen[order[place]].id), names[place], shorts[place]});
    }
    for (auto* indices : {&claimant_, &prescriber_}) {
        for (auto& index : *indices) {
            index = placeOf[index];
        }
    }
}

} // namespace kmixr::history
