// Comments as a person reads them: the master's text with the recorded data in its place (uke.md §8).
#include "core/common/dates.h"
#include "core/receipt/masters.h"
#include "core/receipt/record_view.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kmixr::receipt {

namespace {

constexpr std::string_view separator = "；";

/// Recorded data: full-width digits and points become plain; anything else is kept as it is.
std::string plainDigits(std::string_view text) {
    constexpr std::string_view wideLead = "\xEF\xBC"; // U+FF0E ．, U+FF10 ０ … U+FF19 ９ are EF BC 8E, 90 … 99
    constexpr std::size_t wideSize = 3;
    std::string plain;
    while (!text.empty()) {
        const auto last = text.size() < wideSize ? 0 : static_cast<std::uint8_t>(text[2]);
        if (text.starts_with(wideLead) && last >= 0x90 && last <= 0x99) {
            plain.push_back(static_cast<char>('0' + (last - 0x90)));
            text.remove_prefix(wideSize);
        } else if (text.starts_with(wideLead) && last == 0x8E) {
            plain.push_back('.');
            text.remove_prefix(wideSize);
        } else {
            plain.push_back(text.front());
            text.remove_prefix(1);
        }
    }
    return plain;
}

bool areDigits(std::string_view text, std::size_t size) {
    return text.size() == size && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string withoutLeadingZeros(std::string_view digits) {
    while (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') {
        digits.remove_prefix(1);
    }
    return std::string(digits);
}

// "00006.20" -> "6.20"; empty when it is no number.
std::string numberText(std::string_view text) {
    const bool numeric = !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos &&
                         std::count(text.begin(), text.end(), '.') <= 1 && text.front() != '.' && text.back() != '.';
    return numeric ? withoutLeadingZeros(text) : std::string{};
}

// GYYMMDD as it is recorded, in the era of the record: "令和5年2月5日"; empty when there is no such day.
std::string eraDay(std::string_view digits) {
    constexpr std::array<std::string_view, 5> eras{"明治", "大正", "昭和", "平成", "令和"};
    constexpr std::size_t size = 7;
    if (!areDigits(digits, size) || !parseReceiptDay(digits)) {
        return {};
    }
    const std::string year = withoutLeadingZeros(digits.substr(1, 2));
    return std::string(eras[static_cast<std::size_t>(digits[0] - '1')]) + (year == "1" ? "元" : year) + "年" +
           withoutLeadingZeros(digits.substr(3, 2)) + "月" + withoutLeadingZeros(digits.substr(5, 2)) + "日";
}

std::string clockTime(std::string_view digits) {
    constexpr std::size_t size = 4;
    if (!areDigits(digits, size) || digits > "2400" || digits.substr(2) > "59") { // 24:00 ends a day
        return {};
    }
    return withoutLeadingZeros(digits.substr(0, 2)) + "時" + withoutLeadingZeros(digits.substr(2)) + "分";
}

std::string dayAndTime(std::string_view digits) {
    constexpr std::size_t size = 6;
    const std::string_view day = digits.substr(0, 2);
    if (!areDigits(digits, size) || day < "01" || day > "31") {
        return {};
    }
    const std::string time = clockTime(digits.substr(2));
    return time.empty() ? time : withoutLeadingZeros(day) + "日" + time;
}

// A date and a value of eight places, zero-padded: where laboratory results live.
std::string dayAndValue(std::string_view digits) {
    constexpr std::size_t dateSize = 7;
    if (digits.size() <= dateSize) {
        return {};
    }
    const std::string day = eraDay(digits.substr(0, dateSize));
    const std::string value = numberText(digits.substr(dateSize));
    return day.empty() || value.empty() ? std::string{} : day + "　" + value;
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<std::uint8_t>(text[end]) & 0xC0) == 0x80) {
            ++end;
        }
        result.push_back(text.substr(at, end - at));
        at = end;
    }
    return result;
}

struct Slot {
    std::size_t column = 0; ///< from 1, in characters of the master's text
    std::size_t length = 0;
};

std::vector<Slot> slotsOf(std::string_view pairs) {
    std::vector<std::size_t> numbers;
    const char* at = pairs.data();
    const char* end = at + pairs.size();
    while (at != end) {
        std::size_t number = 0;
        const auto [stop, error] = std::from_chars(at, end, number);
        if (error == std::errc{}) {
            numbers.push_back(number);
        }
        at = stop == at ? at + 1 : stop;
    }
    std::vector<Slot> slots;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        slots.push_back({numbers[i], numbers[i + 1]});
    }
    return slots;
}

// Pattern 40: the digits go into gaps of the master's text, from left to right.
std::string fillSlots(const CommentEntry& entry, std::string_view digits) {
    const auto text = characters(entry.text);
    std::string filled;
    std::size_t at = 0;
    for (const Slot& slot : slotsOf(entry.columns)) {
        if (slot.column < at + 1 || slot.column - 1 + slot.length > text.size() ||
            !areDigits(digits.substr(0, slot.length), slot.length)) {
            return {};
        }
        for (; at < slot.column - 1; ++at) {
            filled += text[at];
        }
        filled += withoutLeadingZeros(digits.substr(0, slot.length));
        digits.remove_prefix(slot.length);
        at += slot.length;
    }
    for (; at < text.size(); ++at) {
        filled += text[at];
    }
    return digits.empty() ? filled : std::string{};
}

std::string actName(std::string_view digits, const Masters& masters, Month month) {
    const auto act = masters.act(digits, month);
    return !act ? std::string{} : std::string(act->name);
}

// Codes of four digits, each a modifier that names a part of the body.
std::string bodyParts(std::string_view digits, const Masters& masters, Month month) {
    constexpr std::size_t width = 4;
    std::string parts;
    for (; !digits.empty(); digits.remove_prefix(width)) {
        const auto entry = digits.size() < width ? std::nullopt : masters.modifier(digits.substr(0, width), month);
        if (!entry) {
            return {};
        }
        parts += entry->name;
    }
    return parts;
}

// The recorded data in words; empty when they do not fit the pattern.
std::string dataInWords(std::string_view pattern, std::string_view data, const Masters& masters, Month month) {
    const std::string digits = plainDigits(data);
    if (pattern == "31") {
        return actName(digits, masters, month);
    }
    if (pattern == "42") {
        return numberText(digits);
    }
    if (pattern == "50") {
        return eraDay(digits);
    }
    if (pattern == "51") {
        return clockTime(digits);
    }
    if (pattern == "52") {
        constexpr std::size_t size = 5;
        return areDigits(digits, size) ? withoutLeadingZeros(digits) + "分" : std::string{};
    }
    if (pattern == "53") {
        return dayAndTime(digits);
    }
    if (pattern == "80") {
        return dayAndValue(digits);
    }
    if (pattern == "90") {
        return bodyParts(digits, masters, month);
    }
    return {};
}

std::string joined(std::string_view text, std::string_view data) {
    const bool apart = !text.empty() && !data.empty() && !text.ends_with(separator);
    return std::string(text) + std::string(apart ? separator : std::string_view{}) + std::string(data);
}

} // namespace

std::string renderComment(const Comment& comment, const Masters& masters, Month month) {
    const std::string_view data = trimmed(comment.text);
    const auto entry = masters.comment(comment.code, month);
    // The pattern stands in the code too, so that free text needs no master. An unknown code stands as itself.
    const std::string_view pattern = entry && !entry->pattern.empty() ? entry->pattern
                                     : comment.code.size() > 2        ? std::string_view(comment.code).substr(1, 2)
                                                                      : std::string_view{};
    if (pattern == "10" && !data.empty()) {
        return std::string(data);
    }
    const std::string_view text = !entry ? std::string_view(comment.code) : entry->text;
    if (pattern == "40" && entry) {
        if (std::string filled = fillSlots(*entry, plainDigits(data)); !filled.empty()) {
            return filled;
        }
    }
    if (pattern == "30" && entry) {
        return std::string(text) + std::string(data);
    }
    const std::string words = dataInWords(pattern, data, masters, month);
    return joined(text, words.empty() ? data : std::string_view(words));
}

} // namespace kmixr::receipt
