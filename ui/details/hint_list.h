// The hints below the overlaps: neutral, two lines each. Enter opens the lines of the name and of the drug, Del puts
// the hint away for this patient.
#pragma once

#include "ui/details/hint_model.h"
#include "ui/details/views.h"

namespace kmixr::ui {

class HintList : public TableView {
    Q_OBJECT
public:
    HintList(HintModel& model, QWidget* parent);
    void lay();
    /// What the first `rows` rows take in a list of this width: the explanation wraps, it is never shortened.
    [[nodiscard]] int heightOfRows(int rows, int width) const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int heightOfRow(int row, int width) const;

    HintModel* model_;
};

} // namespace kmixr::ui
