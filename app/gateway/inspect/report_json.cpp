#include "app/gateway/inspect/report.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace kmixr::gateway {

namespace {

using Json = nlohmann::ordered_json;

Json monthOrNull(Month month) {
    return month.ok() ? Json(isoMonth(month)) : Json(nullptr);
}

Json unreadJson(const std::vector<receipt::UnreadLine>& lines) {
    Json list = Json::array();
    for (const receipt::UnreadLine& line : lines) {
        list.push_back({{"line", line.line},
                        {"record", line.record},
                        {"field", line.field < 0 ? Json(nullptr) : Json(line.field)},
                        {"reason", line.reason}});
    }
    return list;
}

std::string_view roleName(receipt::DpcRole role) {
    switch (role) {
    case receipt::DpcRole::Single:
        return "single";
    case receipt::DpcRole::Summary:
        return "summary";
    case receipt::DpcRole::PartDpc:
        return "part_dpc";
    case receipt::DpcRole::PartMedical:
        return "part_medical";
    }
    return "unknown";
}

Json differencesJson(const std::vector<Difference>& differences) {
    Json list = Json::array();
    for (const Difference& one : differences) {
        list.push_back({{"identity", one.identity},
                        {"line", one.line},
                        {"record", one.record},
                        {"field", one.field < 0 ? Json(nullptr) : Json(one.field)},
                        {"stated", one.stated},
                        {"found", one.found}});
    }
    return list;
}

Json receiptJson(const ReceiptSurvey& receipt) {
    return {{"number", receipt.number},
            {"kind", kindName(receipt.kind)},
            {"type", receipt.type},
            {"month", monthOrNull(receipt.month)},
            {"claimed", monthOrNull(receipt.claimed)},
            {"institution", {{"key", receipt.institution.key()}, {"name", receipt.institution.name}}},
            {"first_line", receipt.firstLine},
            {"last_line", receipt.lastLine},
            {"records", receipt.records},
            {"donor_lines", receipt.donorLines},
            {"stated_points", receipt.stated},
            {"computed_points", receipt.computed},
            {"sum_agrees", receipt.holds("points") && receipt.holds("parts")},
            {"days_agree", receipt.holds("days")},
            {"differences", differencesJson(receipt.differences)},
            {"role", roleName(receipt.role)},
            {"returned", receipt.standing == receipt::Standing::Returned},
            {"corrections", receipt.corrections},
            {"unread", unreadJson(receipt.unread)}};
}

Json claimJson(const ClaimSurvey& claim) {
    Json json{
        {"volume", claim.volume}, {"counted_receipts", claim.countedReceipts}, {"counted_points", claim.countedPoints}};
    if (claim.continues) { // totals stand in the last volume
        json["continues"] = true;
        return json;
    }
    json["stated_receipts"] = claim.statedReceipts;
    json["stated_points"] = claim.statedPoints;
    json["agrees"] = claim.differences.empty();
    json["differences"] = differencesJson(claim.differences);
    return json;
}

class JsonReport final : public Report {
public:
    explicit JsonReport(std::ostream& out) : out_(out) {}

    void begin() override { out_ << "{\"files\": ["; }
    void beginFile(const std::filesystem::path& file) override {
        out_ << (std::exchange(firstFile_, false) ? "\n" : ",\n") << "{\"file\": " << text(Json(file.string()))
             << ", \"receipts\": [";
        firstReceipt_ = true;
    }
    void receipt(const ReceiptSurvey& receipt) override {
        out_ << (std::exchange(firstReceipt_, false) ? "\n " : ",\n ") << text(receiptJson(receipt));
    }
    void endFile(const FileSurvey& file) override {
        out_ << "],\n \"ok\": " << text(Json(file.good()));
        if (!file.trouble.empty()) {
            out_ << ", \"problem\": " << text(Json(file.trouble));
        }
        out_ << ", \"encoding\": " << (file.cp932 ? "\"cp932\"" : "\"utf-8\"")
             << ", \"unread\": " << text(unreadJson(file.unread));
        if (file.claim) {
            out_ << ", \"claim\": " << text(claimJson(*file.claim));
        }
        out_ << "}";
    }
    void end(bool good) override { out_ << "],\n\"ok\": " << text(Json(good)) << "}\n"; }

private:
    // A file's name may be any bytes: what is no UTF-8 is replaced, the document stays well-formed.
    static std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

    std::ostream& out_;
    bool firstFile_ = true;
    bool firstReceipt_ = true;
};

} // namespace

std::unique_ptr<Report> jsonReport(std::ostream& out) {
    return std::make_unique<JsonReport>(out);
}

} // namespace kmixr::gateway
