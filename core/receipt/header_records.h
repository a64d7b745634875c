// The records around the clinical content: who claims (IR, YK, UK), whose receipt (RE), who pays (HO, KO), how the
// insurance was confirmed (SN), on which days the patient came (JD). Layouts: uke.md §3-6.
#pragma once

#include "core/receipt/record_view.h"

namespace kmixr::receipt {

/// IR, YK, UK: who claims. In force until the next such record.
struct Submitter {
    Institution institution;
    Month claimed{};
};
/// `known` is the submitter so far: a dental IR has no name and takes that of the UK before it.
Submitter readSubmitter(const RecordView& record, const Submitter& known);

/// Which layout an RE record has. DPC has no digit of its own: fewer fields tell it, later BU or CD records confirm it.
Kind kindOf(const RecordView& re, char pointTable);

/// RE; false when it does not say whose and which month's receipt it is, so that nothing may be filed under it.
bool readReceiptHeader(const RecordView& re, Receipt& receipt);
/// 転帰区分 of SY, HS and the dental RE: 1 and empty = continuing.
DiseaseOutcome outcomeOf(const RecordView& record, std::size_t index);
void readInsurance(const RecordView& ho, Receipt& receipt);
void readPublicExpense(const RecordView& ko, Receipt& receipt);
void readQualification(const RecordView& sn, Receipt& receipt); ///< the branch number, wherever SN stands
void readVisitDays(const RecordView& jd, Receipt& receipt);

} // namespace kmixr::receipt
