// Leaves the whole window with each page of each person, theme and text size in a folder, to be looked at, and one
// sheet of small pictures for each: ui_pages_matrix DIR [options]. Not part of any program.
#include "tests/core_history/people.h"
#include "tests/ui_pages/chiyoko.h"
#include "ui/frame/main_window.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QTest>
#include <QTranslator>

#include <cstdio>
#include <map>

using namespace kmixr;

namespace {

struct Shown {
    QString person;
    std::shared_ptr<const history::History> history;
};

Shown personOf(const QString& id) {
    if (id == u"chiyoko")
        return {id, test::chiyoko()};
    if (id == u"long")
        return {id, test::longLife(2000)};
    if (id == u"three")
        return {id, test::threeReceipts()};
    if (id == u"none")
        return {id, test::nobodysReceipts()};
    return {id, std::make_shared<const history::History>(history::test::practicePerson(id.toStdString()))};
}

void grey(QImage& picture) {
    picture = picture.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
}

class Camera {
public:
    Camera(const QDir& dir, const QString& prefix, bool inGrey) : dir_(dir), prefix_(prefix), grey_(inGrey) {}

    void take(QWidget& window, const QString& name) {
        for (int i = 0; i < 3; ++i) {
            QCoreApplication::processEvents();
        }
        QImage picture = window.grab().toImage();
        if (grey_)
            grey(picture);
        picture.save(dir_.filePath(prefix_ + u'-' + name + QStringLiteral(".png")));
        taken_.push_back(picture);
    }
    /// All that were taken, half as large, three in a row.
    void leaveContactSheet() const {
        if (taken_.empty())
            return;
        const QSize cell = taken_.front().size() / 2;
        const int rows = (int(taken_.size()) + 2) / 3;
        QImage sheet(cell.width() * 3, cell.height() * rows, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        for (std::size_t i = 0; i < taken_.size(); ++i) {
            const QPoint at(int(i % 3) * cell.width(), int(i / 3) * cell.height());
            painter.drawImage(QRect(at, cell), taken_[i]);
        }
        painter.end();
        sheet.save(dir_.filePath(prefix_ + QStringLiteral("-all.png")));
    }

private:
    QDir dir_;
    QString prefix_;
    bool grey_;
    std::vector<QImage> taken_;
};

void press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QWidget* at = QApplication::focusWidget();
    QTest::keyClick(at ? at : &window, key, with);
    QCoreApplication::processEvents();
}

void takeAll(Camera& camera, ui::MainWindow& window, const QString& query) {
    const std::pair<Qt::Key, const char*> pages[]{{Qt::Key_F2, "f2-summary"},      {Qt::Key_F3, "f3-diseases"},
                                                  {Qt::Key_F4, "f4-procedures"},   {Qt::Key_F5, "f5-medication"},
                                                  {Qt::Key_F6, "f6-examinations"}, {Qt::Key_F7, "f7-timeline-10"}};
    for (const auto& [key, name] : pages) {
        press(window, key);
        camera.take(window, QString::fromLatin1(name));
    }
    for (const auto& [key, name] : {std::pair{Qt::Key_5, "f7-timeline-5"}, std::pair{Qt::Key_3, "f7-timeline-3"},
                                    std::pair{Qt::Key_1, "f7-timeline-1"}}) {
        press(window, key);
        camera.take(window, QString::fromLatin1(name));
    }
    press(window, Qt::Key_Left, Qt::ControlModifier); // the pages as they stand at a month of the time line
    press(window, Qt::Key_Left, Qt::ControlModifier);
    for (const auto& [key, name] :
         {std::pair{Qt::Key_F3, "month-f3"}, std::pair{Qt::Key_F4, "month-f4"}, std::pair{Qt::Key_F5, "month-f5"},
          std::pair{Qt::Key_F6, "month-f6"}, std::pair{Qt::Key_F7, "month-f7"}}) {
        press(window, key);
        camera.take(window, QString::fromLatin1(name));
    }
    press(window, Qt::Key_F5);
    press(window, Qt::Key_Escape);
    press(window, Qt::Key_Down);
    press(window, Qt::Key_Return);
    camera.take(window, QStringLiteral("evidence-paper"));
    press(window, Qt::Key_K, Qt::AltModifier);
    camera.take(window, QStringLiteral("evidence-recorded"));
    press(window, Qt::Key_Escape);
    press(window, Qt::Key_K, Qt::ControlModifier);
    camera.take(window, QStringLiteral("search-empty"));
    if (auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget()))
        field->setText(query);
    camera.take(window, QStringLiteral("search"));
    press(window, Qt::Key_Escape);
    press(window, Qt::Key_E, Qt::ControlModifier);
    camera.take(window, QStringLiteral("sheet"));
    press(window, Qt::Key_Escape);
    press(window, Qt::Key_F8);
    camera.take(window, QStringLiteral("f8-facing"));
    press(window, Qt::Key_Escape);
}

ui::PatientHeading headingOf(const history::History& history, Instant now) {
    ui::PatientHeading heading;
    heading.person = history.patient;
    heading.insurerName = QStringLiteral("架空県後期高齢者医療広域連合");
    heading.cardEnding = QStringLiteral("0427");
    heading.newestMonth = history.newestMonth;
    heading.presentedAt = now;
    return heading;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser options;
    const auto option = [&](const char* name, const char* words, const char* usual) {
        options.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(words), QStringLiteral("value"), QString::fromUtf8(usual)});
    };
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("dir"), QStringLiteral("where the pictures go"));
    option("people", "practice people, or chiyoko, long, three, none", "K01,K05,K06,K10,K11");
    option("themes", "light, dark, contrast", "light,dark,contrast");
    option("factors", "text sizes", "1.0,1.5");
    option("size", "of the window", "1366x768");
    option("query", "typed into the search", "か");
    options.addOption({QStringLiteral("grey"), QStringLiteral("as printed without colours")});
    options.process(app);
    if (options.positionalArguments().isEmpty())
        options.showHelp(2);
    QTranslator japanese;
    if (!japanese.load(QStringLiteral(":/i18n/kmixr_ja.qm"))) {
        std::fputs("no translation\n", stderr);
        return 1;
    }
    QCoreApplication::installTranslator(&japanese);
    QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
    const QDir dir(options.positionalArguments().constFirst());
    dir.mkpath(QStringLiteral("."));
    const auto listed = [&](const char* name) { return options.value(QString::fromLatin1(name)).split(u','); };
    const QStringList size = options.value(QStringLiteral("size")).split(u'x');
    const std::map<QString, ui::Theme> themes{{QStringLiteral("light"), ui::Theme::Light},
                                              {QStringLiteral("dark"), ui::Theme::Dark},
                                              {QStringLiteral("contrast"), ui::Theme::HighContrast}};
    const FixedClock clock(*parseRfc3339("2025-10-08T00:00:00Z")); // 9 o'clock in Japan
    for (const QString& id : listed("people")) {
        const Shown shown = personOf(id);
        for (const QString& theme : listed("themes")) {
            for (const QString& factor : listed("factors")) {
                ui::Metrics::setFactor(factor.toDouble());
                ui::applyTheme(themes.at(theme));
                ui::MainWindow window({.practice = true, .clock = &clock});
                window.resize(size.value(0).toInt(), size.value(1).toInt());
                window.show();
                window.activateWindow();
                protocol::SignedIn doctor;
                doctor.doctorName = "練習 一郎";
                doctor.institutionName = "青波駅前内科クリニック";
                doctor.terminalName = "KMX-P-0001";
                window.showHome(doctor);
                window.showOnline(true);
                window.showPatient(headingOf(*shown.history, clock.now()), shown.history);
                Camera camera(dir, id + u'-' + theme + u'-' + factor, options.isSet(QStringLiteral("grey")));
                takeAll(camera, window, options.value(QStringLiteral("query")));
                camera.leaveContactSheet();
            }
        }
        std::printf("%s\n", qPrintable(id));
    }
    return 0;
}
