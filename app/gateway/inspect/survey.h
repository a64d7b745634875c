// What inspect finds in a file, as values; the two reports only print it.
#pragma once

#include "core/receipt/receipt.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::gateway {

/// One receipt without the person.
struct ReceiptSurvey {
    receipt::Kind kind = receipt::Kind::MedicalOutpatient;
    receipt::Institution institution;
    Month month{};
    Month claimed{};
    std::string number; ///< レセプト番号, the place in the claim
    std::string type;
    receipt::LineNumber firstLine = 0;
    receipt::LineNumber lastLine = 0;
    receipt::LineNumber donorLines = 0;
    std::map<std::string, int> records;
    receipt::DpcRole role = receipt::DpcRole::Single;
    receipt::Standing standing = receipt::Standing::Claimed;
    int corrections = 0; ///< by the payer, applied
    std::int64_t stated = 0;
    std::int64_t computed = 0; ///< of a DPC summary: what its parts state
    int daysDiffer = 0;        ///< units whose day columns do not sum to their count (days not recorded left out)
    std::vector<receipt::UnreadLine> unread;

    [[nodiscard]] bool sumAgrees() const { return computed == stated; }
    [[nodiscard]] bool daysAgree() const { return daysDiffer == 0; }
};

/// GO against what the file holds.
struct ClaimSurvey {
    std::int64_t statedReceipts = 0;
    std::int64_t countedReceipts =
        0; ///< HO and KO records together, as GO counts them; parts of a DPC summary are in it
    std::int64_t statedPoints = 0;
    std::int64_t countedPoints = 0;

    [[nodiscard]] bool agrees() const { return statedReceipts == countedReceipts && statedPoints == countedPoints; }
};

struct FileSurvey {
    std::string file;    ///< as it was given
    std::string trouble; ///< why the file could not be read; empty when it was
    bool cp932 = false;
    std::vector<ReceiptSurvey> receipts;
    std::vector<receipt::UnreadLine> unread; ///< lines of no receipt
    std::optional<ClaimSurvey> claim;

    [[nodiscard]] bool good() const;
};

FileSurvey surveyOf(const std::filesystem::path& file);

/// "medical_outpatient", "dispensing" …, the words of the gateway's messages.
std::string_view kindName(receipt::Kind kind);

} // namespace kmixr::gateway
