#include "core/receipt/master_columns.h"

#include "core/receipt/master_format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kmixr::receipt {

namespace {

constexpr std::array<std::size_t, 10> diseaseColumns{3, 6, 10, 14, 15, 16, 17, 39, 23, 24};
constexpr std::array<std::size_t, 4> modifierColumns{3, 7, 15, 16};
constexpr std::array<std::size_t, 13> actColumns{3, 5, 7, 10, 85, 92, 93, 68, 15, 66, 117, 87, 88};
constexpr std::array<std::size_t, 11> drugColumns{3, 5, 7, 10, 32, 38, 28, 17, 20, 30, 31};
constexpr std::array<std::size_t, 5> materialColumns{3, 5, 10, 28, 30};
constexpr std::array<std::size_t, 13> commentColumns{23, 7, 4, 10, 11, 12, 13, 14, 15, 16, 17, 21, 22};

std::string withoutZeros(std::string_view number) {
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return std::string(number);
}

/// "3イ" from "3ｲ": the official files write the letters of items in half width, where they are hard to read.
std::string itemText(std::string_view item) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> letters{
        {{"ｲ", "イ"}, {"ﾛ", "ロ"}, {"ﾊ", "ハ"}, {"ﾆ", "ニ"}, {"ﾎ", "ホ"}, {"ﾍ", "ヘ"}, {"ﾄ", "ト"}}};
    std::string text(item);
    for (const auto& [half, full] : letters) {
        for (std::size_t at = 0; (at = text.find(half, at)) != std::string::npos; at += full.size()) {
            text.replace(at, half.size(), full);
        }
    }
    return text;
}

} // namespace

std::span<const std::size_t> officialColumns(char kind) {
    switch (kind) {
    case 'b':
        return diseaseColumns;
    case 'z':
        return modifierColumns;
    case 's':
        return actColumns;
    case 'y':
        return drugColumns;
    case 't':
        return materialColumns;
    case 'c':
        return commentColumns;
    default:
        return {};
    }
}

std::vector<std::string> fieldsFromColumns(char kind, const std::vector<std::string>& columns) {
    switch (kind) {
    case 'b': // files before the edition of 2013 have their ICD-10 codes two columns earlier
        return {columns[0],
                columns[1],
                columns[2],
                columns[5].empty() ? columns[3] : columns[5],
                columns[5].empty() ? columns[4] : columns[6],
                columns[7] == columns[1] ? "" : columns[7]};
    case 's':
        return {columns[0], columns[1], columns[2],
                columns[3], columns[4], sectionNumber(columns[4], columns[5], columns[6], columns[10]),
                columns[7], columns[8], columns[9]};
    case 'c': {
        std::string numbers;
        for (std::size_t i = 3; i <= 10; ++i) {
            numbers += columns[i] + " ";
        }
        return {columns[0], columns[1], columns[2], slotPairs(numbers)};
    }
    default: // z, y, t: the columns are the fields, but for the two dates at the end
        return {columns.begin(), columns.end() - 2};
    }
}

std::string sectionNumber(std::string_view letter, std::string_view number, std::string_view branch,
                          std::string_view priceListNumber) {
    if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'Z') {
        return {};
    }
    const std::string branchNumber = withoutZeros(branch);
    std::string text = std::string(letter) + std::string(number) + (branchNumber.empty() ? "" : "-" + branchNumber);
    if (priceListNumber.size() > text.size() && priceListNumber.starts_with(text)) {
        text += ' ' + itemText(priceListNumber.substr(text.size()));
    }
    return text;
}

std::string slotPairs(std::string_view numbers) {
    std::string pairs;
    std::string first;
    std::size_t at = 0;
    for (bool second = false; (at = numbers.find_first_not_of(' ', at)) != std::string_view::npos; second = !second) {
        const std::size_t end = std::min(numbers.find(' ', at), numbers.size());
        std::string number = withoutZeros(numbers.substr(at, end - at));
        at = end;
        if (!second) {
            first = std::move(number);
        } else if (!first.empty() && !number.empty()) {
            pairs.append(pairs.empty() ? "" : " ").append(first).append(" ").append(number);
        }
    }
    return pairs;
}

} // namespace kmixr::receipt
