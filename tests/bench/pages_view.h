// The window's part that shows a patient, with the heaviest one, and the time an act takes until it stands painted.
#pragma once

#include "tests/bench/figures.h"
#include "ui/details/views.h"
#include "ui/frame/pages.h"

#include <QApplication>
#include <QLineEdit>
#include <QTabBar>

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <memory>

namespace kmixr::bench {

constexpr double keyBudget = 16; ///< tab switch and key stroke

/// The pages with a table, by the place of their tab.
inline const std::array detailPages{std::pair(1, "diseases"), std::pair(2, "procedures"), std::pair(3, "medication"),
                                    std::pair(4, "examinations")};

void paintNow();
void press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Ten years and more, derived once.
std::shared_ptr<const history::History> heavy();

enum class Painted { Surely, Maybe };

struct View {
    View();
    void show(std::shared_ptr<const history::History> history);
    /// ms of an act and of the painting it causes; fails when nothing was painted although it had to be.
    template <typename Act>
    double timed(const Act& act, Painted painted = Painted::Surely) {
        const int before = paints();
        const auto begun = Stopwatch::now();
        act();
        paintNow();
        const double ms = msSince(begun);
        if (painted == Painted::Surely)
            REQUIRE(paints() > before);
        return ms;
    }
    template <typename Widget>
    Widget* visible() {
        for (auto* each : view.findChildren<Widget*>()) {
            if (each->isVisible())
                return each;
        }
        FAIL("no such widget is seen");
        return nullptr;
    }
    /// The table of the page that is shown: the one that takes the keyboard and has the most rows.
    ui::TableView* table();
    /// Every row of the page, with what is left out at first.
    void showAll();
    /// By the key of a page that lies over the others.
    void openSide(const char* key);
    [[nodiscard]] int paints() const { return *paints_; }

    ui::PatientView view;
    QTabBar* tabs = nullptr;

private:
    std::shared_ptr<int> paints_ = std::make_shared<int>(0);
};

} // namespace kmixr::bench
