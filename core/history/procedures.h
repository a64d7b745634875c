// Acts a doctor looks back on: operations, anaesthesia, treatments, home care, endoscopy and CT, transfusion,
// management fees. Add-ons, materials and drugs are folded under their act; monthly repeats are one record with a
// count.
#pragma once

#include "core/history/case_file.h"

#include <vector>

namespace kmixr::history {

/// Newest first.
std::vector<ProcedureRecord> collectProcedures(CaseFile& file);

} // namespace kmixr::history
