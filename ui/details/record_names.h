// What a record of a history is called, so that it is found again in a newer history of the same patient, where every
// index may be another one. Never shown.
#pragma once

#include "core/history/history.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

namespace kmixr::ui {

/// `exact` is one record; `kin` is what it may have become: with another first day, in a newer strength.
struct RecordName {
    QString exact, kin;
};

/// Code, name with its modifiers, institution; exactly: the start there as well. Not the grade, which changes.
RecordName recordName(const history::History& history, const history::ClinicalProblem& problem);
/// Ingredient and use; exactly: the first fill as well.
RecordName recordName(const history::History& history, const history::MedicationCourse& course);
/// Code and institution; exactly: the day as well.
RecordName recordName(const history::History& history, const history::ProcedureRecord& record);
/// Code, or the name where there is none.
RecordName recordName(const history::History& history, const history::Examination& test);
RecordName recordName(const history::History& history, const history::BundledFee& fee);
/// Both drugs and the level; not the days of overlap, which a newer fill lengthens.
RecordName recordName(const history::History& history, const history::Duplicate& pair);
RecordName recordName(const history::History& history, const history::IngredientSum& sum);
RecordName recordName(const history::History& history, const history::ContraindicationHint& hint);
/// "37-1-9910030".
QString institutionKey(const history::History& history, history::InstitutionIndex institution);

/// Whether `now` is a newer value of the patient of `before`: same birth date and sex, as receipts are told apart by.
bool isSamePatient(const history::History* before, const history::History* now);

/// The places in `list` of `now` where what stood at `places` of `before` stands; none where it is another patient.
template <typename Record>
std::set<std::uint32_t> stillThere(const std::set<std::uint32_t>& places, const history::History* before,
                                   const history::History* now, std::vector<Record> history::History::* list) {
    std::set<std::uint32_t> result;
    if (places.empty() || !isSamePatient(before, now))
        return result;
    for (std::uint32_t i = 0; i < (now->*list).size(); ++i) {
        const QString name = recordName(*now, (now->*list)[i]).kin;
        if (std::any_of(places.begin(), places.end(), [&](std::uint32_t place) {
                return recordName(*before, (before->*list).at(place)).kin == name;
            }))
            result.insert(i);
    }
    return result;
}

} // namespace kmixr::ui
