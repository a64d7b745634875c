#include "core/history/rules/codes.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace kmixr::history {
namespace {

bool isUpper(char letter) {
    return letter >= 'A' && letter <= 'Z';
}
bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool isIcd(std::string_view text) {
    return text.size() >= 3 && text.size() <= 5 && isUpper(text[0]) &&
           std::all_of(text.begin() + 1, text.end(), isDigit);
}

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || value < 0) {
        return std::nullopt;
    }
    return value;
}

} // namespace

CodeSet::CodeSet(std::vector<Item> items) : items_(std::move(items)) {
    std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return a.code < b.code; });
}

bool CodeSet::contains(std::string_view code) const {
    const auto at = std::lower_bound(items_.begin(), items_.end(), code,
                                     [](const Item& item, std::string_view wanted) { return item.code < wanted; });
    return at != items_.end() && at->code == code;
}

bool CodeSet::contains(std::string_view code, Month month) const {
    auto at = std::lower_bound(items_.begin(), items_.end(), code,
                               [](const Item& item, std::string_view wanted) { return item.code < wanted; });
    for (; at != items_.end() && at->code == code; ++at) {
        if ((!at->from || *at->from <= month) && (!at->to || month <= *at->to)) {
            return true;
        }
    }
    return false;
}

PrefixSet::PrefixSet(std::vector<std::string> include, std::vector<std::string> except)
    : include_(std::move(include)), except_(std::move(except)) {}

bool PrefixSet::contains(std::string_view code) const {
    const auto begins = [code](const std::string& prefix) { return code.starts_with(prefix); };
    return !code.empty() && std::any_of(include_.begin(), include_.end(), begins) &&
           std::none_of(except_.begin(), except_.end(), begins);
}

bool IcdSet::wellFormed(std::string_view item) {
    const auto dash = item.find('-');
    if (dash == std::string_view::npos) {
        return isIcd(item);
    }
    const auto from = item.substr(0, dash), to = item.substr(dash + 1);
    return isIcd(from) && isIcd(to) && from.size() == to.size() && from <= to;
}

IcdSet::IcdSet(const std::vector<std::string>& items) {
    for (const auto& item : items) {
        const auto dash = item.find('-');
        if (dash == std::string::npos) {
            ranges_.push_back({item, item});
        } else {
            ranges_.push_back({item.substr(0, dash), item.substr(dash + 1)});
        }
    }
}

bool IcdSet::contains(std::string_view icd) const {
    return !icd.empty() && std::any_of(ranges_.begin(), ranges_.end(), [icd](const Range& range) {
        const auto head = icd.substr(0, range.from.size());
        return head.size() == range.from.size() && range.from <= head && head <= range.to;
    });
}

SectionNumber parseSection(std::string_view text) {
    SectionNumber section;
    if (text.empty() || !isUpper(text[0])) {
        return section;
    }
    section.letter = text[0];
    text = text.substr(0, text.find(' ')); // "K219 1": rules know sections, not their items
    const auto dash = text.find('-');
    const auto number = text.substr(1, dash == std::string_view::npos ? dash : dash - 1);
    if (const auto value = wholeNumber(number)) {
        section.number = *value;
    }
    if (dash != std::string_view::npos) {
        section.branch = wholeNumber(text.substr(dash + 1)).value_or(0);
    }
    return section;
}

std::optional<SectionSet::Range> SectionSet::parse(std::string_view item) {
    if (item.empty() || !isUpper(item[0])) {
        return std::nullopt;
    }
    if (item.size() == 1) {
        return Range{item[0], std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), -1};
    }
    const auto dash = item.find('-');
    const auto from = wholeNumber(item.substr(1, dash == std::string_view::npos ? dash : dash - 1));
    if (!from) {
        return std::nullopt;
    }
    if (dash == std::string_view::npos) {
        return Range{item[0], *from, *from, -1};
    }
    const auto rest = item.substr(dash + 1);
    if (!rest.empty() && isUpper(rest[0])) {
        const auto to = wholeNumber(rest.substr(1));
        return to && rest[0] == item[0] && *from <= *to ? std::optional(Range{item[0], *from, *to, -1}) : std::nullopt;
    }
    const auto branch = wholeNumber(rest);
    return branch ? std::optional(Range{item[0], *from, *from, *branch}) : std::nullopt;
}

bool SectionSet::wellFormed(std::string_view item) {
    return parse(item).has_value();
}

SectionSet::SectionSet(const std::vector<std::string>& items) {
    for (const auto& item : items) {
        if (const auto range = parse(item)) {
            ranges_.push_back(*range);
        }
    }
}

bool SectionSet::contains(SectionNumber section) const {
    return section.letter != '\0' && std::any_of(ranges_.begin(), ranges_.end(), [section](const Range& range) {
               return range.letter == section.letter && range.from <= section.number && section.number <= range.to &&
                      (range.branch < 0 || range.branch == section.branch);
           });
}

} // namespace kmixr::history
