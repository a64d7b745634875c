#include "core/receipt/master_table.h"

#include "core/common/bytes.h"
#include "core/receipt/problems.h"

#include <algorithm>

namespace kmixr::receipt {

namespace {

constexpr std::size_t lengthSize = 2;

std::uint32_t monthNumber(Month month) {
    return static_cast<std::uint32_t>(static_cast<int>(month.year()) * 12) + unsigned{month.month()};
}

std::uint32_t monthNumber(std::uint32_t day) {
    return day / 10000 * 12 + day / 100 % 100;
}

/// How many months lie between `month` and a validity; 0 when it is in force in that month.
std::uint32_t distance(std::uint32_t firstDay, std::uint32_t lastDay, std::uint32_t month) {
    const std::uint32_t from = monthNumber(firstDay);
    const std::uint32_t until = monthNumber(lastDay);
    return month < from ? from - month : month > until ? month - until : 0;
}

} // namespace

Outcome<MasterTable> MasterTable::read(MappedFile file) {
    MasterTable table(std::move(file));
    if (const char* reason = table.check()) {
        return fail(problems::mastersUnreadable, reason);
    }
    return table;
}

const char* MasterTable::check() {
    using namespace format;
    const std::string_view file = bytes();
    if (file.size() < headerSize || !file.starts_with(magic)) {
        return "no master table";
    }
    if (get<std::uint32_t>(file, versionAt) != version) {
        return "another version of the format";
    }
    const Sha256 digest = sha256(file.substr(headerSize));
    if (get<std::uint64_t>(file, sizeAt) != file.size() || textOf(digest) != file.substr(digestAt, digest.size())) {
        return "damaged";
    }
    const auto pool = get<std::uint64_t>(file, poolAt);
    const auto sections = get<std::uint32_t>(file, sectionsAt);
    if (pool > file.size() || sections > (file.size() - headerSize) / sectionSize) {
        return "malformed";
    }
    pool_ = pool;
    if (!holds(get<std::uint32_t>(file, editionAt))) {
        return "malformed";
    }
    for (std::uint32_t i = 0; i < sections; ++i) {
        const std::size_t at = headerSize + i * sectionSize;
        const auto kind = std::ranges::find(kinds, static_cast<char>(get<std::uint32_t>(file, at)));
        const std::size_t fields = get<std::uint32_t>(file, at + 4);
        const std::size_t rows = get<std::uint32_t>(file, at + 8);
        const std::uint64_t place = get<std::uint64_t>(file, at + 12);
        const std::size_t rowSize = rowHeadSize + fields * referenceSize;
        if (kind == kinds.end() || fields != fieldsOf(*kind) || place > file.size() ||
            rows > (file.size() - place) / rowSize) {
            return "malformed";
        }
        Section& section = sections_[static_cast<std::size_t>(kind - kinds.begin())];
        section = {place, rows, rowSize};
        if (!checkRows(*kind, section, fields)) {
            return "malformed";
        }
    }
    return nullptr;
}

bool MasterTable::checkRows(char kind, const Section& section, std::size_t fields) const {
    std::uint32_t former = 0;
    for (std::size_t row = 0; row < section.rows; ++row) {
        const std::size_t at = section.place + row * section.rowSize;
        for (std::size_t field = 0; field < fields; ++field) {
            if (!holds(numberAt(at + format::rowHeadSize + field * format::referenceSize))) {
                return false;
            }
        }
        const std::uint32_t number = numberAt(at);
        const std::string_view code = text(numberAt(at + format::rowHeadSize)); // the first field of every kind
        if (number < former || !format::codeFits(kind, code) || format::codeNumber(code) != number) {
            return false;
        }
        former = number;
    }
    return true;
}

const MasterTable::Section* MasterTable::sectionOf(char kind) const {
    const auto found = std::ranges::find(format::kinds, kind);
    return found == format::kinds.end() ? nullptr : &sections_[static_cast<std::size_t>(found - format::kinds.begin())];
}

bool MasterTable::holds(std::uint32_t reference) const {
    const std::size_t room = bytes().size() - pool_;
    return reference <= room && room - reference >= lengthSize &&
           format::get<std::uint16_t>(bytes(), pool_ + reference) <= room - reference - lengthSize;
}

std::string_view MasterTable::text(std::uint32_t reference) const {
    const std::size_t at = pool_ + reference;
    return bytes().substr(at + lengthSize, format::get<std::uint16_t>(bytes(), at));
}

std::optional<MasterTable::Row> MasterTable::find(char kind, std::string_view code, Month month) const {
    const Section* section = sectionOf(kind);
    if (section == nullptr || !format::codeFits(kind, code)) {
        return std::nullopt;
    }
    const std::uint32_t number = format::codeNumber(code);
    const auto rowAt = [&](std::size_t row) { return section->place + row * section->rowSize; };
    std::size_t first = 0;
    for (std::size_t last = section->rows; first < last;) {
        const std::size_t middle = first + (last - first) / 2;
        if (numberAt(rowAt(middle)) < number) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    const std::uint32_t wanted = monthNumber(month);
    std::optional<Row> best;
    std::uint32_t nearest = 0;
    for (std::size_t row = first; row < section->rows && numberAt(rowAt(row)) == number; ++row) {
        const std::size_t at = rowAt(row);
        const std::uint32_t away =
            distance(numberAt(at + format::firstDayAt), numberAt(at + format::lastDayAt), wanted);
        if (!best || away <= nearest) {
            best = Row(*this, at);
            nearest = away;
        }
    }
    return best;
}

std::string_view MasterTable::Row::field(std::size_t index) const {
    return table_->text(
        format::get<std::uint32_t>(table_->bytes(), at_ + format::rowHeadSize + index * format::referenceSize));
}

char MasterTable::Row::letter(std::size_t index) const {
    const std::string_view text = field(index);
    return text.empty() ? '\0' : text.front();
}

} // namespace kmixr::receipt
