// When two drugs were in a patient's hands at the same time (clinical-rules.md §4): what duplicates and sums rest on.
#pragma once

#include "core/history/case_file.h"

#include <optional>

namespace kmixr::history {

/// Days both drugs are in supply; overlaps a chain's gap apart count as one run.
struct Overlap {
    Day from, to;
    int days = 0;
    bool prescribedTogether = false; ///< a fill of both on one day at one prescriber
};

class OverlapFinder {
public:
    explicit OverlapFinder(const CaseFile& file);

    /// Drugs a patient takes; what a clinic injects and what a ward gave is not the patient's own supply.
    [[nodiscard]] bool considered(const MedicationCourse& course) const;
    /// The newest run of overlap of two courses; nullopt when they do not overlap lately.
    [[nodiscard]] std::optional<Overlap> newest(const MedicationCourse& a, const MedicationCourse& b) const;
    /// The old supply runs out within a week of the new start: a change, not a duplicate.
    [[nodiscard]] bool isSwitch(const MedicationCourse& a, const MedicationCourse& b, const Overlap& overlap) const;

private:
    const CaseFile& file_;
    Day earliest_; ///< of what is told
};

/// The supply of a course that lasts on a day outside hospital; nullptr = none.
const Supply* supplyOn(const MedicationCourse& course, Day day);

} // namespace kmixr::history
