// The pages of a patient in the order of their tabs. A page that does not exist yet has no tab.
#pragma once

#include "ui/frame/patient_view.h"

namespace kmixr::ui {

std::vector<PatientPageEntry> makePatientPages();
/// Pages that have no tab; the search first.
std::vector<SidePageEntry> makeSidePages();

} // namespace kmixr::ui
