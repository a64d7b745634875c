// The identities that every true receipt keeps (uke.md §13), and where one does not.
#pragma once

#include "app/gateway/inspect/survey.h"
#include "core/receipt/lines.h"

#include <string_view>

namespace kmixr::gateway {

/// Identities of the values that were read. The points of a DPC summary are its parts' business.
std::vector<Difference> differencesOf(const receipt::Receipt& receipt);

/// Follows the rows of a file from receipt to receipt: what records there are, and the identities that only the rows
/// show.
class RowWalk {
public:
    explicit RowWalk(std::string_view bytes) : cursor_(bytes) {}
    /// The rows from the receipt's first to its last line, counted into `survey`. Receipts come in the file's order.
    void count(const receipt::Receipt& receipt, ReceiptSurvey& survey);

private:
    receipt::LineCursor cursor_;
    receipt::Line line_;
    receipt::Fields fields_;
};

} // namespace kmixr::gateway
