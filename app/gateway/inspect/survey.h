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
    std::int64_t stated = 0;
    std::optional<std::int64_t> computed; ///< absent for kinds whose content is not read, so that nothing can be summed
    std::vector<receipt::UnreadLine> unread;

    [[nodiscard]] bool sumAgrees() const { return !computed || *computed == stated; }
};

/// GO against what the file holds.
struct ClaimSurvey {
    std::int64_t statedReceipts = 0;
    std::int64_t countedReceipts = 0; ///< HO and KO records together, as GO counts them
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
