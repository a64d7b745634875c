// Somebody with more of everything than anybody has: what tables and searches are measured and walked with.
#pragma once

#include "core/history/history.h"

namespace kmixr::test {

/// `base` with `rows` diseases, acts, drugs and tests each, told apart by a number; every seventh name is longer than
/// any column. `base` has at least one of each.
std::shared_ptr<const history::History> manyRows(const history::History& base, std::uint32_t rows);

} // namespace kmixr::test
