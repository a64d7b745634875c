// What inspect finds in a file, as values, one receipt at a time; the two reports only print it.
#pragma once

#include "core/receipt/reader.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::gateway {

/// An identity that does not hold (uke.md §13), with the place of what is stated.
struct Difference {
    std::string_view identity; ///< "points" Σ points × count = total · "days" day columns = count · "parts" DPC summary
                               ///< = its parts · "drug_fee" dispensing: unit × quantity = fee · "per_diem" DPC: HH = GT
                               ///< · "claims", "total" GO
    receipt::LineNumber line = 0;
    std::string record;
    int field = -1; ///< 0-based
    std::int64_t stated = 0;
    std::int64_t found = 0;
};

/// One receipt without the person.
struct ReceiptSurvey {
    receipt::Kind kind = receipt::Kind::MedicalOutpatient;
    receipt::Institution institution;
    Month month{};
    Month claimed{};
    std::string number; ///< レセプト番号, the place in the claim
    std::string type;
    receipt::LineNumber firstLine = 0; ///< in the file
    receipt::LineNumber lastLine = 0;
    receipt::LineNumber donorLines = 0;
    std::map<std::string, int> records;
    receipt::DpcRole role = receipt::DpcRole::Single;
    receipt::Standing standing = receipt::Standing::Claimed;
    int corrections = 0; ///< by the payer, applied
    std::int64_t stated = 0;
    std::int64_t computed = 0; ///< of a DPC summary: what its parts state
    std::vector<Difference> differences;
    std::vector<receipt::UnreadLine> unread;

    [[nodiscard]] bool holds(std::string_view identity) const;
};

/// GO against what the file holds, and the volumes before it.
struct ClaimSurvey {
    std::string volume;     ///< GO マルチボリューム識別情報; "99" = the last or only one
    bool continues = false; ///< totals stand in a later volume
    std::int64_t statedReceipts = 0;
    std::int64_t countedReceipts =
        0; ///< HO and KO records together, as GO counts them; parts of a DPC summary are in it
    std::int64_t statedPoints = 0;
    std::int64_t countedPoints = 0;
    std::vector<Difference> differences;
};

struct FileSurvey {
    std::string trouble; ///< why the file could not be read, or not as a whole; empty when it was
    bool cp932 = false;
    std::size_t receipts = 0;
    bool differs = false;                    ///< some receipt or GO
    std::vector<receipt::UnreadLine> unread; ///< lines of no receipt
    std::optional<ClaimSurvey> claim;

    /// A line inside a receipt that could not be read is kept and shown with it; one that belongs to none is lost.
    [[nodiscard]] bool good() const { return trouble.empty() && !differs && unread.empty(); }
};

/// Surveys one file after the other; of a claim in volumes it remembers the sums of the volumes before. Memory: one
/// receipt (a DPC summary with its parts), whatever the length of the file.
class Surveyor {
public:
    using Take = std::function<void(const ReceiptSurvey&)>;

    FileSurvey survey(const std::filesystem::path& file, const Take& take);

private:
    struct Sums {
        std::int64_t receipts = 0, points = 0;
        int volumes = 0;
    };
    std::map<std::string, Sums> before_; ///< by institution and month of claim
};

/// "medical_outpatient", "dispensing" …, the words of the gateway's messages.
std::string_view kindName(receipt::Kind kind);

} // namespace kmixr::gateway
