// Visit days as a heat map: a digit in every cell, hatched where the month has not arrived, the coverage row last.
#pragma once

#include "ui/details/views.h"
#include "ui/summary/visit_model.h"

namespace kmixr::ui {

/// A table view with its own heads: arrow keys, current cell and the accessible table come with it.
class HeatMap : public TableView {
    Q_OBJECT
public:
    explicit HeatMap(VisitModel& model, QWidget* parent = nullptr);

    /// Height of the axis and `rows` institution rows with the coverage row.
    [[nodiscard]] int heightOf(int rows) const;
    [[nodiscard]] int rowStep() const;
    /// Months that fit beside the labels when each cell has room for two digits.
    [[nodiscard]] int monthsFor(int width) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int labelWidth() const;
    void fitCells();

    VisitModel* model_;
};

} // namespace kmixr::ui
