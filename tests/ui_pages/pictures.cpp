// Leaves a picture of each page, to be looked at beside the design: ui_pages_pictures DIR [options]. Not part of any
// program.
#include "tests/core_history/people.h"
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/claim_patient.h"
#include "ui/details/controls.h"
#include "ui/details/diseases_page.h"
#include "ui/details/examinations_page.h"
#include "ui/details/medication_page.h"
#include "ui/details/procedures_page.h"
#include "ui/facing/facing_page.h"
#include "ui/search/search_page.h"
#include "ui/sheet/sheet_page.h"
#include "ui/summary/summary_page.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/timeline/timeline_page.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QPdfWriter>
#include <QTranslator>

#include <cstdio>

using namespace kmixr;

namespace {

QSize sizeOf(const QString& text) {
    const QStringList parts = text.split(u'x');
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("dir"), QStringLiteral("where the pictures go"));
    options.addOptions(
        {{QStringLiteral("theme"), QStringLiteral("light, dark or contrast"), QStringLiteral("name"),
          QStringLiteral("light")},
         {QStringLiteral("size"), QStringLiteral("of the page"), QStringLiteral("WxH"), QStringLiteral("1366x649")},
         {QStringLiteral("factor"), QStringLiteral("text size"), QStringLiteral("number"), QStringLiteral("1.0")},
         {QStringLiteral("patient"), QStringLiteral("chiyoko, long, three, none"), QStringLiteral("who"),
          QStringLiteral("chiyoko")},
         {QStringLiteral("person"), QStringLiteral("a practice person instead"), QStringLiteral("K05")},
         {QStringLiteral("query"), QStringLiteral("typed into the search"), QStringLiteral("words"),
          QStringLiteral("こうけつあつ")},
         {QStringLiteral("claims"), QStringLiteral("folder of claim files instead of a made-up patient"),
          QStringLiteral("dir")},
         {QStringLiteral("masters"), QStringLiteral("compiled code table"), QStringLiteral("file")},
         {QStringLiteral("today"), QStringLiteral("of the claims"), QStringLiteral("yyyy-mm-dd"),
          QStringLiteral("2025-10-08")}});
    options.process(app);
    if (options.positionalArguments().isEmpty()) {
        std::fputs("ui_pages_pictures DIR\n", stderr);
        return 2;
    }
    QTranslator japanese;
    if (!japanese.load(QStringLiteral(":/i18n/kmixr_ja.qm"))) {
        std::fputs("no translation\n", stderr);
        return 1;
    }
    QCoreApplication::installTranslator(&japanese);
    const QString theme = options.value(QStringLiteral("theme"));
    ui::Metrics::setFactor(options.value(QStringLiteral("factor")).toDouble());
    ui::applyTheme(theme == u"dark"       ? ui::Theme::Dark
                   : theme == u"contrast" ? ui::Theme::HighContrast
                                          : ui::Theme::Light);
    const QString who = options.value(QStringLiteral("patient"));
    const auto history =
        options.isSet(QStringLiteral("claims"))
            ? test::claimPatient({options.value(QStringLiteral("claims")), options.value(QStringLiteral("masters")),
                                  QStringLiteral(KMIXR_SOURCE_DIR "/resources/rules"),
                                  options.value(QStringLiteral("today"))})
        : options.isSet(QStringLiteral("person"))
            ? std::make_shared<const history::History>(
                  history::test::practicePerson(options.value(QStringLiteral("person")).toStdString()))
        : who == u"long"  ? test::longLife(2000)
        : who == u"three" ? test::threeReceipts()
        : who == u"none"  ? test::nobodysReceipts()
                          : test::chiyoko();
    if (!history)
        return 1;
    const QDir dir(options.positionalArguments().constFirst());
    dir.mkpath(QStringLiteral("."));
    const auto grab = [&](ui::PatientPage& page, const QString& name) {
        page.resize(sizeOf(options.value(QStringLiteral("size"))));
        page.show();
        QCoreApplication::processEvents();
        QElapsedTimer timer;
        timer.start();
        page.setHistory(history);
        const auto set = timer.nsecsElapsed() / 1000;
        page.takeFocus();
        QCoreApplication::processEvents();
        timer.restart();
        const QPixmap picture = page.grab();
        std::printf("%s: set %lld us, painted %lld us\n", qPrintable(name), static_cast<long long>(set),
                    static_cast<long long>(timer.nsecsElapsed() / 1000));
        return picture.save(dir.filePath(name + QStringLiteral(".png")));
    };
    ui::SummaryPage summary;
    ui::DiseasesPage diseases;
    ui::MedicationPage medication;
    ui::ProceduresPage procedures;
    ui::ExaminationsPage examinations;
    ui::TimelinePage timeline;
    ui::SheetPage sheet;
    ui::FacingPage facing;
    ui::SearchPage search;
    const bool ok = grab(summary, QStringLiteral("03-summary")) && grab(diseases, QStringLiteral("04-diseases")) &&
                    grab(medication, QStringLiteral("05-medication")) &&
                    grab(procedures, QStringLiteral("06-procedures")) &&
                    grab(examinations, QStringLiteral("07-examinations")) &&
                    grab(timeline, QStringLiteral("08-timeline")) && grab(sheet, QStringLiteral("16-sheet")) &&
                    grab(search, QStringLiteral("18-search")) && grab(facing, QStringLiteral("17-facing"));
    QPdfWriter paper(dir.filePath(QStringLiteral("16-sheet.pdf")));
    sheet.printOn(paper);
    timeline.findChild<ui::TimelineView*>()->setYears(1);
    timeline.grab().save(dir.filePath(QStringLiteral("08-timeline-1.png")));
    search.findChild<ui::SearchField*>()->setText(options.value(QStringLiteral("query")));
    search.grab().save(dir.filePath(QStringLiteral("18-search.png")));
    return ok ? 0 : 1;
}
