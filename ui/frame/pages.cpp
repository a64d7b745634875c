#include "ui/frame/pages.h"

#include "ui/summary/summary_page.h"

#include <QCoreApplication>

namespace kmixr::ui {

std::vector<PatientPageEntry> makePatientPages() {
    const auto say = [](const char* words) { return QCoreApplication::translate("kmixr::ui::PatientView", words); };
    return {
        {Qt::Key_F2, say(QT_TRANSLATE_NOOP("kmixr::ui::PatientView", "Summary")), new SummaryPage},
    };
}

} // namespace kmixr::ui
