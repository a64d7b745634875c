#include "tests/ui_pages/patient_desk.h"

#include "tests/core_history/derived.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include <algorithm>
#include <stdexcept>

namespace kmixr::test {

std::shared_ptr<const history::History> before(const history::History& now, int missing) {
    std::vector<history::ReceiptInput> held;
    for (const auto& source : now.receipts) { // newest first
        if (missing-- <= 0)
            held.push_back({source.id, source.text});
    }
    return history::test::derived(std::move(held), now.today);
}

PatientDesk::PatientDesk(std::shared_ptr<const history::History> history, int width, int height)
    : view(ui::makePatientPages(), ui::makeSidePages()), tabs(view.findChild<QTabBar*>()) {
    view.resize(width, height);
    view.setVisible(true);
    view.activateWindow();
    show(std::move(history));
    view.takeFocus();
    QCoreApplication::processEvents();
}

void PatientDesk::show(std::shared_ptr<const history::History> history) {
    ui::PatientHeading heading;
    heading.person = history->patient;
    heading.newestMonth = history->newestMonth;
    view.show(heading, std::move(history));
    QCoreApplication::processEvents();
}

void PatientDesk::press(int key, Qt::KeyboardModifiers modifiers) {
    QWidget* at = QApplication::focusWidget();
    QTest::keyClick(at != nullptr ? at : &view, static_cast<Qt::Key>(key), modifiers);
    QCoreApplication::processEvents();
    const auto buttons = view.findChildren<QAbstractButton*>(); // one that a shortcut presses acts when it is let go
    (void)QTest::qWaitFor([&] { return std::ranges::none_of(buttons, &QAbstractButton::isDown); }, 2000);
}

void PatientDesk::type(const QString& words) {
    QTest::keyClicks(QApplication::focusWidget(), words);
    QCoreApplication::processEvents();
}

ui::TableView& PatientDesk::table() {
    ui::TableView* most = nullptr;
    for (auto* each : view.findChildren<ui::TableView*>()) {
        if (each->isVisible() && each->focusPolicy() != Qt::NoFocus &&
            (most == nullptr || each->model()->rowCount() > most->model()->rowCount()))
            most = each;
    }
    if (most == nullptr)
        throw std::runtime_error("no table is seen");
    return *most;
}

QString rowWords(const QModelIndex& index) {
    if (!index.isValid())
        return {};
    const auto* model = qobject_cast<const ui::HistoryModel*>(index.model());
    return model->nameOf(index).exact + u'|' + model->columnName(index.column());
}

} // namespace kmixr::test
