#include "app/gateway/inspect/report.h"

namespace kmixr::gateway {

namespace {

void printUnread(const std::vector<receipt::UnreadLine>& lines, std::ostream& out) {
    for (const receipt::UnreadLine& line : lines) {
        out << "    line " << line.line << " " << line.record;
        if (line.field >= 0) {
            out << " field " << line.field;
        }
        out << ": " << line.reason << "\n";
    }
}

void printReceipt(const ReceiptSurvey& receipt, std::ostream& out) {
    out << "  " << kindName(receipt.kind) << " " << (receipt.month.ok() ? isoMonth(receipt.month) : "?") << " "
        << receipt.institution.key() << " " << receipt.institution.name << "\n    lines " << receipt.firstLine << "-"
        << receipt.lastLine << ", records";
    for (const auto& [record, count] : receipt.records) {
        out << " " << record << " " << count;
    }
    out << "\n    points stated " << receipt.stated << ", computed " << receipt.computed
        << (receipt.sumAgrees() ? "" : "  DIFFERS") << "\n";
    if (!receipt.daysAgree()) {
        out << "    in " << receipt.daysDiffer << " units the days do not sum to the count  DIFFERS\n";
    }
    if (receipt.corrections > 0) {
        out << "    " << receipt.corrections << " corrections by the payer, applied\n";
    }
    if (receipt.standing == receipt::Standing::Returned) {
        out << "    returned to the institution\n";
    }
    if (receipt.donorLines > 0) {
        out << "    " << receipt.donorLines << " lines about a donor, kept apart\n";
    }
    printUnread(receipt.unread, out);
}

} // namespace

void printText(const std::vector<FileSurvey>& files, std::ostream& out) {
    for (const FileSurvey& file : files) {
        out << file.file << ": ";
        if (!file.trouble.empty()) {
            out << "NOT READ, " << file.trouble << "\n";
        } else {
            out << file.receipts.size() << " receipts, " << (file.cp932 ? "CP932" : "UTF-8") << "\n";
        }
        for (const ReceiptSurvey& receipt : file.receipts) {
            printReceipt(receipt, out);
        }
        if (!file.unread.empty()) {
            out << "  lines that belong to no receipt\n";
            printUnread(file.unread, out);
        }
        if (file.claim) {
            const ClaimSurvey& claim = *file.claim;
            out << "  GO: " << claim.statedReceipts << " claims stated, " << claim.countedReceipts << " counted; "
                << claim.statedPoints << " points stated, " << claim.countedPoints << " counted"
                << (claim.agrees() ? "" : "  DIFFERS") << "\n";
        }
    }
}

} // namespace kmixr::gateway
