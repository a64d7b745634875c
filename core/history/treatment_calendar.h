// In which months each treatment of the rules was given: acts by their month, drugs by the months of their supply. The
// grades of problems look here (clinical-rules.md §2.3).
#pragma once

#include "core/history/case_file.h"
#include "core/history/fills.h"

#include <string>
#include <vector>

namespace kmixr::history {

class TreatmentCalendar {
public:
    TreatmentCalendar(const CaseFile& file, const std::vector<Fill>& fills);

    /// Treatments that the rules match with a disease: by its manifestation code when a rule knows it, else by the
    /// other.
    [[nodiscard]] std::vector<RuleIndex> matching(std::string_view icd, std::string_view icdSecond) const;
    [[nodiscard]] bool given(RuleIndex treatment, Month month) const;
    [[nodiscard]] const std::string& word(RuleIndex treatment) const {
        return file_.rules.treatments.treatments[treatment].word;
    }

private:
    [[nodiscard]] std::size_t columnOf(Month month) const {
        return static_cast<std::size_t>(monthsBetween(file_.first, month));
    }
    void mark(RuleIndex treatment, Month from, Month to);

    const CaseFile& file_;
    std::size_t columns_;
    std::vector<bool> given_; ///< treatment × month
};

} // namespace kmixr::history
