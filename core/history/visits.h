// When the patient was where, and which months have arrived: the heat-map and the coverage row share one month axis.
#pragma once

#include "core/history/case_file.h"

#include <vector>

namespace kmixr::history {

/// One entry an institution and month, by institution, then month.
std::vector<VisitMonth> collectVisits(const CaseFile& file);
/// Every month from the first receipt up to today; empty without receipts.
std::vector<CoverageMonth> collectCoverage(const CaseFile& file, bool anyReceipt);

} // namespace kmixr::history
