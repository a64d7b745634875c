// 丸岡 千代子, the invented patient of the design pictures, as a History made by hand: what the pages are drawn and
// tested with before any receipt is read. Newest month 2026-04, today 2026-07-08.
#pragma once

#include "core/history/history.h"

#include <memory>

namespace kmixr::test {

std::shared_ptr<const history::History> chiyoko();
/// A copy that may be changed.
history::History chiyokoValue();
/// A person with nothing but a name, a birth date and today's date.
std::shared_ptr<const history::History> nobodysReceipts();
/// Three receipts of one month: one problem, one suspected problem, one short drug, one test.
std::shared_ptr<const history::History> threeReceipts();
/// Ten years, eleven institutions, `receipts` receipts; many problems, drugs, tests and procedures.
std::shared_ptr<const history::History> longLife(int receipts);

} // namespace kmixr::test
