#include "ui/frame/pages.h"

#include "ui/details/diseases_page.h"
#include "ui/details/examinations_page.h"
#include "ui/details/medication_page.h"
#include "ui/details/procedures_page.h"
#include "ui/facing/facing_page.h"
#include "ui/help/help_page.h"
#include "ui/search/search_page.h"
#include "ui/sheet/sheet_page.h"
#include "ui/summary/summary_page.h"
#include "ui/timeline/timeline_page.h"

#include <QCoreApplication>

namespace kmixr::ui {

std::vector<PatientPageEntry> makePatientPages() {
    const auto say = [](const char* words) { return QCoreApplication::translate("kmixr::ui::PatientView", words); };
    return {
        {Qt::Key_F2, say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Summary")), new SummaryPage},
        {Qt::Key_F3, say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Diseases")), new DiseasesPage},
        {Qt::Key_F4, say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Surgery and procedures")), new ProceduresPage},
        {Qt::Key_F5, say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Medication")), new MedicationPage},
        {Qt::Key_F6, say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Examinations")), new ExaminationsPage},
        {Qt::Key_F7, say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Time line")), new TimelinePage},
    };
}

std::vector<SidePageEntry> makeSidePages() {
    const auto say = [](const char* words) { return QCoreApplication::translate("kmixr::ui::PatientView", words); };
    return {
        {QKeySequence(Qt::CTRL | Qt::Key_K), say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Search")),
         new SearchPage},
        {QKeySequence(Qt::CTRL | Qt::Key_E), say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Emergency sheet")),
         new SheetPage},
        {QKeySequence(Qt::Key_F8), say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "For the patient")), new FacingPage},
        {QKeySequence(Qt::Key_F1), say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Help")), new HelpPage}};
}

} // namespace kmixr::ui
