// Somebody on dialysis with a general practitioner, a hospital's tests and two pharmacies: the heaviest patient a page
// has to carry, about 250 lines a month.
#pragma once

#include "core/history/derive.h"

#include <vector>

namespace kmixr::history::test {

/// Receipts of so many months up to the newest one of derived.h.
std::vector<ReceiptInput> heavyPatient(int months);
std::size_t linesOf(const std::vector<ReceiptInput>& receipts);

} // namespace kmixr::history::test
