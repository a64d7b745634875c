// How claim files looked in a month: records came and fields grew over the ten years the plans cover. Sources: uke.md
// §1.1, 3, 6; the month in which 和暦 gave way to 西暦 is not published and assumed here.
#pragma once

#include "core/common/dates.h"

#include <string>

namespace kmixr::practice {

class UkeLayout {
public:
    explicit UkeLayout(Month claimed) : claimed_(claimed) {}

    [[nodiscard]] bool westernDates() const { return claimed_ >= Month{std::chrono::year{2020}, std::chrono::May}; }
    [[nodiscard]] bool kanaNames() const { return claimed_ >= Month{std::chrono::year{2018}, std::chrono::May}; }
    /// SN, JD, MF: with online qualification checks, treatment from September 2021.
    [[nodiscard]] bool visitRecords() const { return claimed_ >= Month{std::chrono::year{2021}, std::chrono::October}; }
    /// CZ has 71 fields instead of 54 since the revision of April 2022.
    [[nodiscard]] bool longFills() const { return claimed_ >= Month{std::chrono::year{2022}, std::chrono::May}; }

    /// YYYYMMDD or GYYMMDD.
    [[nodiscard]] std::string day(Day day) const;
    /// YYYYMM or GYYMM.
    [[nodiscard]] std::string month(Month month) const;

private:
    Month claimed_;
};

} // namespace kmixr::practice
