// Disease lines -> episodes: one disease at one institution, its months merged (clinical-rules.md §1, §2.1). A
// suspected and a diagnosed naming of the same disease never share an episode.
#pragma once

#include "core/history/case_file.h"

#include <bitset>
#include <string>
#include <vector>

namespace kmixr::history {

struct Episode {
    ClinicalProblem shown;      ///< all but grade, treatments and MonthMark::treated
    std::string icd, icdSecond; ///< without dot; empty when uncoded
    std::bitset<11> classes;    ///< by ModifierClass
    bool pastName = false;      ///< the disease's own name says の既往

    [[nodiscard]] bool is(ModifierClass c) const { return classes.test(static_cast<std::size_t>(c)); }
    [[nodiscard]] bool suspected() const { return is(ModifierClass::Suspected); }
    /// May be spoken of as a disease of this patient: neither suspected nor only to be prevented.
    [[nodiscard]] bool diagnosed() const { return !suspected() && !is(ModifierClass::Prevention); }
};

std::vector<Episode> buildEpisodes(const CaseFile& file);

/// Does a name in free text only suspect? 疑い, 疑, s/o … (§2.1), in any width and case.
bool saysSuspected(std::string_view text, const ModifierRules& rules);

} // namespace kmixr::history
