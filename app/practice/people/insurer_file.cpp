#include "app/practice/people/insurer_file.h"

#include "app/practice/people/uke_record.h"
#include "app/practice/people/uke_writer.h"
#include "core/common/bytes.h"

#include <vector>

namespace kmixr::practice {

namespace {

constexpr std::string_view lineEnd = "\r\n";
constexpr char endOfFile = '\x1a';
constexpr const char* asClaimed = "1"; ///< データ識別
constexpr const char* byPayer = "2";
constexpr const char* returned = "8";

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find(lineEnd, at);
        lines.push_back(text.substr(at, end - at));
        at = end + lineEnd.size();
    }
    return lines;
}

std::vector<std::string> fieldsOf(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char character : line) {
        if (character == ',') {
            fields.emplace_back();
        } else {
            fields.back() += character;
        }
    }
    return fields;
}

/// The rows of one receipt, numbered from 1.
class Rows {
public:
    std::size_t add(const std::string& data, const std::string& line) {
        text_ += data + "," + std::to_string(++last_) + ",0," + line + std::string(lineEnd);
        return last_;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
    std::size_t last_ = 0;
};

/// 16 digits that tell a receipt of this file from any other, the same for the same claim.
std::string managementNumber(const Claim& claim) {
    const receipt::Receipt& receipt = claim.receipt;
    const Sha256 lot =
        sha256("kmixr-practice-v1|" + claim.person + "|" + receipt.institution.key() + "|" + isoMonth(receipt.month) +
               "|" + isoMonth(receipt.claimed) + "|" + receipt.type + "|" + receipt.insurance->insurerNumber +
               (receipt.prescriber ? receipt.prescriber->key() : std::string{}));
    std::string digits = "9999";
    for (std::size_t i = 0; i < 12; ++i) {
        digits += static_cast<char>('0' + lot[i] % 10);
    }
    return digits;
}

/// Points × count that go with the line of that code on that day; the place of the line, counted from 0.
struct CutLine {
    std::size_t line = 0;
    std::int64_t points = 0;
};
std::optional<CutLine> cutLine(const std::vector<std::string>& lines, const Reduction& reduction) {
    constexpr std::size_t code = 3;
    constexpr std::size_t points = 5;
    constexpr std::size_t count = 6;
    constexpr std::size_t firstDay = 13;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto fields = fieldsOf(lines[i]);
        const std::size_t day = firstDay + static_cast<std::size_t>(reduction.day) - 1;
        if (fields.front() == "SI" && fields.at(code) == reduction.code && !fields.at(points).empty() &&
            !fields.at(day).empty()) {
            return CutLine{i, std::stoll(fields[points]) * std::stoll(fields[count])};
        }
    }
    return std::nullopt;
}

/// EX and RC: rows of the review that carry nothing a reader could use; in true files they are long.
void addSeals(Rows& rows, const Claim& claim) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t pieces = 36;
    const std::string key = managementNumber(claim);
    if (claim.reduction) {
        std::string payload = "1:43005:";
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            for (const std::uint8_t byte : sha256(key + "|" + std::to_string(piece))) {
                payload += letters[byte % letters.size()];
            }
        }
        rows.add(byPayer, "EX,,,,,,,,,,,," + payload);
    }
    rows.add(byPayer, "RC,1," + toHex(sha256(key)));
}

/// The line deleted, the total lowered.
void addReview(Rows& rows, const std::vector<std::string>& lines, const std::vector<std::size_t>& numbers,
               const Reduction& reduction) {
    constexpr std::size_t points = 5;
    const auto cut = cutLine(lines, reduction);
    if (!cut) {
        return;
    }
    std::size_t total = 0;
    while (total < lines.size() && !lines[total].starts_with("HO,")) {
        ++total;
    }
    auto fields = fieldsOf(lines.at(total));
    fields[points] = std::to_string(std::stoll(fields[points]) - cut->points);
    std::string corrected = fields.front();
    for (std::size_t i = 1; i < fields.size(); ++i) {
        corrected += "," + fields[i];
    }
    const std::size_t replacement = rows.add(byPayer, corrected);
    rows.add(byPayer, "JY,3," + std::to_string(numbers[cut->line]) + ",0,," + reduction.reason + ",,,");
    rows.add(byPayer, "JY,2," + std::to_string(numbers[total]) + ",0,,," + std::to_string(replacement) + ",0,");
}

} // namespace

std::string_view insurerFileName(receipt::Kind kind) {
    switch (kind) {
    case receipt::Kind::Dpc:
        return "12_RECODEINFO_DPC";
    case receipt::Kind::Dental:
        return "13_RECODEINFO_DEN";
    case receipt::Kind::Dispensing:
        return "14_RECODEINFO_PHA";
    default:
        return "11_RECODEINFO_MED";
    }
}

std::string writeInsurerFile(std::span<const Claim> claims) {
    std::string text;
    for (const Claim& claim : claims) {
        Rows rows;
        rows.add(asClaimed, "MN," + managementNumber(claim) + ",,,,,");
        const std::vector<std::string> lines = linesOf(writeClaimFile(std::span(&claim, 1)));
        std::vector<std::size_t> numbers;
        for (const std::string& line : lines) {
            if (!line.starts_with("GO,")) { // insurers' files have no totals
                numbers.push_back(rows.add(claim.withdrawn ? returned : asClaimed, line));
            }
        }
        if (claim.reduction) {
            addReview(rows, lines, numbers, *claim.reduction);
        }
        addSeals(rows, claim);
        text += rows.text();
    }
    return text.empty() ? text : text + endOfFile;
}

} // namespace kmixr::practice
