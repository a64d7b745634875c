#include "app/gateway/inspect/report.h"

#include <nlohmann/json.hpp>

#include <algorithm>

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
            {"sum_agrees", receipt.sumAgrees()},
            {"days_agree", receipt.daysAgree()},
            {"role", roleName(receipt.role)},
            {"returned", receipt.standing == receipt::Standing::Returned},
            {"corrections", receipt.corrections},
            {"unread", unreadJson(receipt.unread)}};
}

Json fileJson(const FileSurvey& file) {
    Json json{{"file", file.file}, {"ok", file.good()}};
    if (!file.trouble.empty()) {
        json["problem"] = file.trouble;
    }
    json["encoding"] = file.cp932 ? "cp932" : "utf-8";
    json["receipts"] = Json::array();
    for (const ReceiptSurvey& receipt : file.receipts) {
        json["receipts"].push_back(receiptJson(receipt));
    }
    json["unread"] = unreadJson(file.unread);
    if (file.claim) {
        json["claim"] = {{"stated_receipts", file.claim->statedReceipts},
                         {"counted_receipts", file.claim->countedReceipts},
                         {"stated_points", file.claim->statedPoints},
                         {"counted_points", file.claim->countedPoints},
                         {"agrees", file.claim->agrees()}};
    }
    return json;
}

} // namespace

void printJson(const std::vector<FileSurvey>& files, std::ostream& out) {
    Json json{{"ok", std::all_of(files.begin(), files.end(), [](const FileSurvey& one) { return one.good(); })},
              {"files", Json::array()}};
    for (const FileSurvey& file : files) {
        json["files"].push_back(fileJson(file));
    }
    // A file's name may be any bytes: what is no UTF-8 is replaced, the document stays well-formed.
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

} // namespace kmixr::gateway
