#include "tests/bench/pages_view.h"

#include "tests/core_history/derived.h"
#include "tests/core_history/heavy_patient.h"
#include "ui/controls/key_button.h"
#include "ui/details/filter_bar.h"
#include "ui/theme/roles.h"

#include <QKeyEvent>
#include <QTranslator>

#include <catch2/catch_session.hpp>

namespace kmixr::bench {
namespace {

/// Counts what is painted in a window.
class PaintCounter : public QObject {
public:
    PaintCounter(std::shared_ptr<int> count, QObject* parent) : QObject(parent), count_(std::move(count)) {}

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            ++*count_;
        return QObject::eventFilter(watched, event);
    }

private:
    std::shared_ptr<int> count_;
};

} // namespace

void paintNow() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

void press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers) {
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QCoreApplication::sendEvent(widget, &up);
}

std::shared_ptr<const history::History> heavy() {
    static const auto history = history::test::derived(history::test::heavyPatient(130));
    return history;
}

View::View() : view(ui::makePatientPages(), ui::makeSidePages()) {
    qApp->installEventFilter(new PaintCounter(paints_, &view));
    view.resize(1366, 743);
    view.setVisible(true);
    view.activateWindow();
    paintNow();
    tabs = view.findChild<QTabBar*>();
    REQUIRE(tabs != nullptr);
}

void View::show(std::shared_ptr<const history::History> history) {
    ui::PatientHeading heading;
    heading.person = history->patient;
    view.show(heading, std::move(history));
}

ui::TableView* View::table() {
    ui::TableView* most = nullptr;
    for (auto* each : view.findChildren<ui::TableView*>()) {
        if (each->isVisible() && each->focusPolicy() != Qt::NoFocus &&
            (most == nullptr || each->model()->rowCount() > most->model()->rowCount()))
            most = each;
    }
    REQUIRE(most != nullptr);
    most->setFocus();
    return most;
}

void View::showAll() {
    auto* bar = visible<ui::FilterBar>();
    bar->clear();
    for (auto* chip : bar->findChildren<ui::FilterChip*>()) {
        if (chip->text() == QStringLiteral("すべて") && !chip->isChecked())
            chip->click();
    }
    paintNow();
}

void View::openSide(const char* key) {
    for (auto* each : view.findChildren<QAbstractButton*>()) {
        if (each->accessibleDescription() == QString::fromLatin1(key)) {
            each->click();
            paintNow();
            return;
        }
    }
    FAIL("no page opens with " << key);
}

} // namespace kmixr::bench

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QTranslator japanese;
    if (!japanese.load(QStringLiteral(":/i18n/kmixr_ja.qm"))) {
        return 1;
    }
    QCoreApplication::installTranslator(&japanese);
    kmixr::ui::applyTheme(kmixr::ui::Theme::Light);
    return Catch::Session().run(argc, argv);
}
