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

void printDifferences(const std::vector<Difference>& differences, std::ostream& out) {
    for (const Difference& one : differences) {
        out << "    line " << one.line << " " << one.record;
        if (one.field >= 0) {
            out << " field " << one.field;
        }
        out << ": " << one.identity << " DIFFERS, stated " << one.stated << ", found " << one.found << "\n";
    }
}

void printReceipt(const ReceiptSurvey& receipt, std::ostream& out) {
    out << "  " << kindName(receipt.kind) << " " << (receipt.month.ok() ? isoMonth(receipt.month) : "?") << " "
        << receipt.institution.key() << " " << receipt.institution.name << "\n    lines " << receipt.firstLine << "-"
        << receipt.lastLine << ", records";
    for (const auto& [record, count] : receipt.records) {
        out << " " << record << " " << count;
    }
    out << "\n    points stated " << receipt.stated << ", computed " << receipt.computed << "\n";
    printDifferences(receipt.differences, out);
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

class TextReport final : public Report {
public:
    explicit TextReport(std::ostream& out) : out_(out) {}

    void beginFile(const std::filesystem::path& file) override { out_ << file.string() << "\n"; }
    void receipt(const ReceiptSurvey& receipt) override { printReceipt(receipt, out_); }
    void endFile(const FileSurvey& file) override {
        out_ << "  " << file.receipts << " receipts, " << (file.cp932 ? "CP932" : "UTF-8") << "\n";
        if (!file.trouble.empty()) {
            out_ << "  NOT WHOLE: " << file.trouble << "\n";
        }
        if (!file.unread.empty()) {
            out_ << "  lines that belong to no receipt\n";
            printUnread(file.unread, out_);
        }
        if (!file.claim) {
            return;
        }
        const ClaimSurvey& claim = *file.claim;
        out_ << "  GO: " << claim.countedReceipts << " claims, " << claim.countedPoints << " points counted";
        if (claim.continues) {
            out_ << ", volume " << claim.volume << ": totals follow in the last\n";
            return;
        }
        out_ << "; " << claim.statedReceipts << " and " << claim.statedPoints << " stated\n";
        printDifferences(claim.differences, out_);
    }
    void end(bool good) override { out_ << (good ? "" : "NOT everything agrees or could be read\n"); }

private:
    std::ostream& out_;
};

} // namespace

std::unique_ptr<Report> textReport(std::ostream& out) {
    return std::make_unique<TextReport>(out);
}

} // namespace kmixr::gateway
