// Every drug that was given: one fill a prescription day, from in-house and home-care lines of 医科 receipts and from
// pharmacies, with its period (clinical-rules.md §3.2). Drugs used during an act are kept apart.
#pragma once

#include "core/history/case_file.h"

#include <vector>

namespace kmixr::history {

struct Fill {
    Supply supply;
    const DrugFacts* drug = nullptr;
    DrugUse use = DrugUse::Oral; ///< DuringAct: used in a treatment, operation or test; never a medication
    Month month{};               ///< of the receipt
};

/// Contrast media, pseudo-drugs and excipients are left out.
std::vector<Fill> collectFills(CaseFile& file);

} // namespace kmixr::history
