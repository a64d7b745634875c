// The forms in which code masters come, read into MasterCompiler.
#include "core/receipt/encoding.h"
#include "core/receipt/lines.h"
#include "core/receipt/master_columns.h"
#include "core/receipt/master_compiler.h"
#include "core/receipt/master_format.h"
#include "core/receipt/problems.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace kmixr::receipt {

namespace {

constexpr std::string_view officialLetters = "BZSYTC";
constexpr std::string_view practiceHeader = "kind\t";

std::string_view firstContentLine(std::string_view text) {
    LineCursor cursor(text);
    Line line;
    while (cursor.next(line)) {
        if (!line.text.starts_with('#')) {
            return line.text;
        }
    }
    return {};
}

std::vector<std::string_view> columnsOf(std::string_view line, char separator) {
    std::vector<std::string_view> columns;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(separator, at), line.size());
        columns.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return columns;
}

// A row under a header that names its columns.
class NamedRow {
public:
    NamedRow(const std::vector<std::string_view>& header, const std::vector<std::string_view>& row)
        : header_(header), row_(row) {}
    [[nodiscard]] std::string operator[](std::string_view name) const {
        const auto at = static_cast<std::size_t>(std::find(header_.begin(), header_.end(), name) - header_.begin());
        return at < header_.size() && at < row_.size() ? std::string(row_[at]) : std::string{};
    }

private:
    const std::vector<std::string_view>& header_;
    const std::vector<std::string_view>& row_;
};

char kindOfCode(std::string_view code) {
    for (const char kind : {'s', 'h', 'm', 'y', 't', 'c'}) {
        if (format::codeFits(kind, code)) {
            return kind;
        }
    }
    return '\0';
}

// "2022-10" or "2019-01-22" -> 20221001 / 20190122; 0 when it is neither.
std::uint32_t snapshotDay(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    constexpr std::size_t monthDigits = 6;
    constexpr std::size_t dayDigits = 8;
    if (digits.size() == monthDigits) {
        digits += "01";
    }
    return digits.size() == dayDigits ? static_cast<std::uint32_t>(std::stoul(digits)) : 0;
}

// What a list of names knows, in the fields of its kind; everything else stays empty.
std::vector<std::string> fieldsFromNames(char kind, const NamedRow& row) {
    std::vector<std::string> fields(format::fieldsOf(kind));
    fields[0] = row["code"];
    fields[1] = row["name"];
    const std::string extra = row["extra"];
    switch (kind) {
    case 'b':
        fields[format::bIcd10] = extra;
        break;
    case 's':
        fields[format::sUnit] = row["unit"];
        fields[format::sSection] = extra.substr(0, extra.empty() ? 0 : 1);
        fields[format::sSectionNumber] = extra;
        break;
    case 'y':
        fields[format::yUnit] = row["unit"];
        fields[format::yPriceListCode] = extra;
        break;
    case 't':
        fields[format::tUnit] = row["unit"];
        break;
    case 'c':
        fields[format::cPattern] = fields[0].substr(1, 2);
        fields[format::cSlots] = slotPairs(extra);
        break;
    default:
        break;
    }
    return fields;
}

std::vector<std::string> fieldsFromPractice(char kind, const NamedRow& row) {
    std::vector<std::string> fields(format::fieldsOf(kind));
    fields[0] = row["code"];
    fields[1] = row["name"];
    switch (kind) {
    case 'b': {
        const std::string icd10 = row["icd10"];
        const std::size_t pair = std::min(icd10.find('/'), icd10.size());
        fields[format::bKana] = row["kana"];
        fields[format::bIcd10] = icd10.substr(0, pair);
        fields[format::bIcd10Second] = pair < icd10.size() ? icd10.substr(pair + 1) : "";
        fields[format::bDentalName] = row["dental_name"];
        break;
    }
    case 's': {
        const std::string number = row["section_number"];
        fields[format::sKana] = row["kana"];
        fields[format::sUnit] = row["unit"];
        fields[format::sSection] = number.substr(0, number.empty() ? 0 : 1);
        fields[format::sSectionNumber] = number.starts_with('-') || number.starts_with('*') ? "" : number;
        fields[format::sNoticeKind] = row["notice_kind"];
        fields[format::sOutpatientTotal] = row["outpatient_total"];
        fields[format::sInpatientTotal] = row["inpatient_total"];
        break;
    }
    case 'y':
        fields[format::yKana] = row["kana"];
        fields[format::yUnit] = row["unit"];
        fields[format::yPriceListCode] = row["price_list_code"];
        fields[format::yGenericName] = row["generic_name"];
        fields[format::yForm] = row["form"];
        fields[format::yGeneric] = row["generic"];
        fields[format::yContrast] = row["contrast"];
        break;
    case 't':
        fields[format::tUnit] = row["unit"];
        break;
    case 'c':
        fields[format::cPattern] = row["pattern"];
        fields[format::cSlots] = slotPairs(row["slots"]);
        break;
    default:
        break;
    }
    return fields;
}

// A row of an update that abolishes a comment leaves the code itself empty: it stands in its parts, 8 + pattern +
// serial number, the last without leading zeros.
std::string commentCode(std::string_view kind, std::string_view pattern, std::string_view serial) {
    constexpr std::size_t serialDigits = 6;
    return std::string(kind) + std::string(pattern) +
           std::string(serialDigits - std::min(serialDigits, serial.size()), '0') + std::string(serial);
}

} // namespace

Outcome<void> MasterCompiler::addFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf())) {
        return fail(problems::mastersSource, "cannot read " + file.filename().string());
    }
    auto added = add(std::move(bytes).str());
    if (!added) {
        added.error().detail += " in " + file.filename().string();
    }
    return added;
}

Outcome<void> MasterCompiler::add(std::string_view bytes) {
    constexpr std::string_view zip = "PK\x03\x04";
    if (bytes.starts_with(zip)) {
        return fail(problems::mastersSource, "a ZIP archive; unpack it and give the file in it");
    }
    std::string storage;
    const std::string_view text = decoded(bytes, encodingOf(bytes), storage);
    const std::string_view first = firstContentLine(text);
    Fields fields;
    fields.split(first, Fields::Insurer::No);
    if (first.starts_with(practiceHeader)) {
        addPractice(text);
    } else if (first.starts_with("kind,code,") || first.starts_with("code,name")) {
        addNames(text);
    } else if (fields[1].size() == 1 && officialLetters.find(fields[1][0]) != std::string_view::npos) {
        addOfficial(text);
    } else {
        return fail(problems::mastersSource, "no form of a code master that is known");
    }
    return {};
}

void MasterCompiler::addOfficial(std::string_view text) {
    LineCursor cursor(text);
    Line line;
    Fields row;
    while (cursor.next(line)) {
        row.split(line.text, Fields::Insurer::No);
        const char kind = row[1].size() == 1 ? static_cast<char>(row[1][0] - 'A' + 'a') : '\0';
        const auto wanted = officialColumns(kind);
        std::vector<std::string> columns;
        columns.reserve(wanted.size());
        for (const std::size_t column : wanted) {
            columns.emplace_back(row[column - 1]);
        }
        if (kind == 'c' && columns[0].empty()) {
            columns[0] = commentCode(row[2], row[3], row[4]);
        }
        if (columns.empty() || row[0].size() != 1 || !format::codeFits(kind, columns[0])) {
            ++skippedRows_;
            continue;
        }
        merge(kind, row[0][0], columns);
    }
}

void MasterCompiler::addNames(std::string_view text) {
    LineCursor cursor(text);
    Line line;
    cursor.next(line);
    const auto header = columnsOf(line.text, ',');
    while (cursor.next(line)) {
        Fields parts;
        parts.split(line.text, Fields::Insurer::No);
        std::vector<std::string_view> cells;
        cells.reserve(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            cells.push_back(parts[i]);
        }
        const NamedRow row(header, cells);
        const std::string stated = row["kind"];
        const std::string code = row["code"];
        const char kind = stated.size() == 1 ? stated[0] : kindOfCode(code);
        if (!format::codeFits(kind, code) || row["name"].empty()) {
            ++skippedRows_;
            continue;
        }
        Entry& entry = entries_[kind][code];
        if (entry.versions.empty()) {
            const std::uint32_t last = snapshotDay(row["last_seen"]);
            entry.versions.push_back(
                {snapshotDay(row["first_seen"]), last == 0 ? format::noEnd : last, fieldsFromNames(kind, row)});
        }
    }
}

void MasterCompiler::addPractice(std::string_view text) {
    constexpr std::string_view editionMark = "# edition\t";
    LineCursor cursor(text);
    Line line;
    std::vector<std::string_view> header;
    while (cursor.next(line)) {
        if (line.text.starts_with(editionMark)) {
            practiceEdition_ = std::string(line.text.substr(editionMark.size()));
        }
        if (line.text.starts_with('#')) {
            continue;
        }
        const auto cells = columnsOf(line.text, '\t');
        if (line.text.starts_with(practiceHeader)) {
            header = cells;
            continue;
        }
        const NamedRow row(header, cells);
        const std::string kind = row["kind"];
        if (kind.size() != 1 || !format::codeFits(kind[0], row["code"])) {
            ++skippedRows_;
            continue;
        }
        Entry& entry = entries_[kind[0]][row["code"]];
        entry.versions.assign(1, {0, format::noEnd, fieldsFromPractice(kind[0], row)});
    }
}

} // namespace kmixr::receipt
