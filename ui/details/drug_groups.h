// Where a drug stands on the pages: 要注意薬, 14日以上, 外用; short ones, those given at the institution, ended ones.
#pragma once

#include "core/history/history.h"
#include "ui/details/history_model.h"

#include <cstdint>
#include <vector>

namespace kmixr::ui {

enum class DrugGroup : std::uint8_t { HighRisk, LongTerm, External, ShortTerm, AtInstitution, Ended };

/// 服用中と推定 or データ最終月まで継続, at the data's end or today.
bool isCurrent(const history::MedicationCourse& course);
DrugGroup drugGroup(const history::MedicationCourse& course);
/// HighRisk, LongTerm or External: what 「現在の薬(推定)」 lists.
bool isListedAsCurrent(const history::MedicationCourse& course);

/// All drugs by group, drugs of one class side by side, else in the history's order.
std::vector<std::uint32_t> drugsInOrder(const history::History& history);

/// Overlaps that the summary shows: of 7 days and more, neither drug ended (clinical rules §4).
bool isProminent(const history::Duplicate& pair);
std::vector<std::uint32_t> prominentDuplicates(const history::History& history);

/// What holds an ingredient that is added up, on which day, and where the contents were read.
QString sumExplanation(const history::History& history, const history::IngredientSum& sum);
EvidenceAsk sumEvidence(const history::IngredientSum& sum);

/// "ランソプラゾール と ボノプラザン", "アムロジピン 5mg と 2.5mg": ingredients, with the strengths that tell them
/// apart; the full names where that is not known.
QString pairNames(const history::History& history, const history::Duplicate& pair);
/// The lines of both drugs of an overlap.
EvidenceAsk pairEvidence(const history::History& history, const history::Duplicate& pair);

} // namespace kmixr::ui
