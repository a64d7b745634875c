#include "ui/details/words.h"

namespace kmixr::ui {

using history::CoverageState;
using history::ExaminationGroup;
using history::ProcedureGroup;

QString Words::procedureGroup(ProcedureGroup group) {
    switch (group) {
    case ProcedureGroup::Surgery:
        return tr("Surgery");
    case ProcedureGroup::Anaesthesia:
        return tr("Anaesthesia");
    case ProcedureGroup::Treatment:
        return tr("Treatment and dialysis");
    case ProcedureGroup::Home:
        return tr("Home care");
    case ProcedureGroup::ImagingEndoscopy:
        return tr("Imaging and endoscopy");
    case ProcedureGroup::Transfusion:
        return tr("Transfusion");
    case ProcedureGroup::Management:
        return tr("Management fees");
    case ProcedureGroup::Other:
        return tr("Other acts");
    }
    return {};
}

QString Words::procedureClass(ProcedureGroup group) {
    switch (group) {
    case ProcedureGroup::Surgery:
        return tr("Surg.");
    case ProcedureGroup::Anaesthesia:
        return tr("Anae.");
    case ProcedureGroup::Treatment:
        return tr("Treat.");
    case ProcedureGroup::Home:
        return tr("Home");
    case ProcedureGroup::ImagingEndoscopy:
        return tr("Imag.");
    case ProcedureGroup::Transfusion:
        return tr("Blood");
    case ProcedureGroup::Management:
        return tr("Mgmt.");
    case ProcedureGroup::Other:
        return tr("Other");
    }
    return {};
}

QString Words::examinationGroup(ExaminationGroup group) {
    switch (group) {
    case ExaminationGroup::UrineStool:
        return tr("Urine and stool");
    case ExaminationGroup::Blood:
        return tr("Coagulation and blood");
    case ExaminationGroup::Chemistry:
        return tr("Chemistry");
    case ExaminationGroup::Hormone:
        return tr("Hormones and tumour markers");
    case ExaminationGroup::Immunology:
        return tr("Immunology");
    case ExaminationGroup::Infection:
        return tr("Infection");
    case ExaminationGroup::Pathology:
        return tr("Pathology");
    case ExaminationGroup::Physiology:
        return tr("Physiology");
    case ExaminationGroup::Endoscopy:
        return tr("Endoscopy");
    case ExaminationGroup::Imaging:
        return tr("Imaging");
    case ExaminationGroup::Other:
        return tr("Other tests");
    }
    return {};
}

QString Words::kind(history::Kind kind) {
    switch (kind) {
    case history::Kind::MedicalOutpatient:
    case history::Kind::MedicalInpatient:
        return tr("medical");
    case history::Kind::Dpc:
        return tr("DPC");
    case history::Kind::Dental:
        return tr("dental");
    case history::Kind::Dispensing:
        return tr("dispensing");
    }
    return {};
}

QString Words::coverage(CoverageState state) {
    switch (state) {
    case CoverageState::NotYet:
        return tr("not arrived yet");
    case CoverageState::Partly:
        return tr("arrived in part");
    case CoverageState::Arrived:
        return tr("arrived");
    case CoverageState::Missing:
        return tr("missing");
    }
    return {};
}

QString Words::coverageSign(CoverageState state) {
    switch (state) {
    case CoverageState::NotYet:
        return tr("N", "coverage: not yet");
    case CoverageState::Partly:
        return tr("P", "coverage: in part");
    case CoverageState::Arrived:
        return tr("A", "coverage: arrived");
    case CoverageState::Missing:
        return tr("M", "coverage: missing");
    }
    return {};
}

QString Words::flagBasis(history::FlagBasis basis) {
    switch (basis) {
    case history::FlagBasis::Act:
        return tr("claimed");
    case history::FlagBasis::Name:
        return tr("written as a diagnosis");
    case history::FlagBasis::Drug:
        return tr("prescribed");
    }
    return {};
}

} // namespace kmixr::ui
