// A practice person on the real pages, walked by real key strokes, and the same person some receipts younger.
#pragma once

#include "ui/details/views.h"
#include "ui/frame/pages.h"

#include <QTabBar>

#include <memory>
#include <string_view>

namespace kmixr::test {

/// Everything but the newest `missing` receipts: what a laptop held before they arrived.
std::shared_ptr<const history::History> before(const history::History& now, int missing);

struct PatientDesk {
    explicit PatientDesk(std::shared_ptr<const history::History> history, int width = 1366, int height = 743);

    /// As the background refresh does.
    void show(std::shared_ptr<const history::History> history);
    /// To whatever has the keyboard.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& words);
    /// The table of the page in sight that takes the keyboard and has the most rows.
    [[nodiscard]] ui::TableView& table();
    template <typename Widget>
    Widget* seen() {
        for (auto* each : view.findChildren<Widget*>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    ui::PatientView view;
    QTabBar* tabs = nullptr;
};

/// What the row of an index says in every column but those of dates, and which cell it is.
QString rowWords(const QModelIndex& index);

} // namespace kmixr::test
