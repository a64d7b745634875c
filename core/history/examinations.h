// Tests: one entry a test with all its days, fees apart, and the fees that hide tests (clinical-rules.md §7).
#pragma once

#include "core/history/case_file.h"

#include <vector>

namespace kmixr::history {

/// By group, most frequent first; fees last in their group.
std::vector<Examination> collectExaminations(const CaseFile& file);
std::vector<BundledFee> collectBundledFees(const CaseFile& file);

} // namespace kmixr::history
