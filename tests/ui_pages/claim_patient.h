// A patient out of claim files: so that the pages can be looked at with what real receipts give.
#pragma once

#include "core/history/history.h"

#include <QString>

#include <memory>

namespace kmixr::test {

struct ClaimSource {
    QString folder;  ///< *.UKE
    QString masters; ///< compiled table
    QString rules;   ///< resources/rules
    QString today;   ///< yyyy-mm-dd
};
/// nullptr, with a word on stderr, when something cannot be read.
std::shared_ptr<const history::History> claimPatient(const ClaimSource& source);

} // namespace kmixr::test
