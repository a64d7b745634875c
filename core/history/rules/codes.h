// Sets of codes as rule files write them: exact codes with their validity, prefixes, ranges of ICD-10 and of the fee
// schedule. Built once when the rules are opened; look-ups do not allocate.
#pragma once

#include "core/common/dates.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::history {

/// Exact codes, each usable in a span of months (codes come and go with the revisions of the fee schedule).
class CodeSet {
public:
    struct Item {
        std::string code;
        std::optional<Month> from, to; ///< inclusive; nullopt = open
    };

    CodeSet() = default;
    explicit CodeSet(std::vector<Item> items);
    [[nodiscard]] bool contains(std::string_view code) const; ///< whenever
    [[nodiscard]] bool contains(std::string_view code, Month month) const;
    [[nodiscard]] bool empty() const { return items_.empty(); }

private:
    std::vector<Item> items_; ///< sorted by code
};

/// Prefixes of a code, and prefixes taken out again.
class PrefixSet {
public:
    PrefixSet() = default;
    explicit PrefixSet(std::vector<std::string> include, std::vector<std::string> except = {});
    [[nodiscard]] bool contains(std::string_view code) const;
    [[nodiscard]] bool empty() const { return include_.empty(); }

private:
    std::vector<std::string> include_, except_;
};

/// "I10-I15", "E785", "N18": ranges and prefixes of ICD-10 codes written without a dot.
class IcdSet {
public:
    IcdSet() = default;
    /// False when an item is no ICD-10 code or range.
    static bool wellFormed(std::string_view item);
    explicit IcdSet(const std::vector<std::string>& items);
    [[nodiscard]] bool contains(std::string_view icd) const;
    [[nodiscard]] bool empty() const { return ranges_.empty(); }

private:
    struct Range {
        std::string from, to; ///< of equal length
    };
    std::vector<Range> ranges_;
};

/// 区分番号 taken apart: "C107-2" -> C, 107, 2.
struct SectionNumber {
    char letter = '\0';
    int number = -1;
    int branch = 0;
};
SectionNumber parseSection(std::string_view text);

/// "K" (a whole part), "D005" (with its branches), "C107-0" (without branch), "K920-K924" (a range).
class SectionSet {
public:
    SectionSet() = default;
    static bool wellFormed(std::string_view item);
    explicit SectionSet(const std::vector<std::string>& items);
    [[nodiscard]] bool contains(SectionNumber section) const;
    [[nodiscard]] bool empty() const { return ranges_.empty(); }

private:
    struct Range {
        char letter = '\0';
        int from = 0, to = 0;
        int branch = -1; ///< -1 = any
    };
    static std::optional<Range> parse(std::string_view item);
    std::vector<Range> ranges_;
};

} // namespace kmixr::history
