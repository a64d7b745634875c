// The overlaps under the chart, one line each, more with large text. Enter opens the evidence of both drugs, Del puts
// the line away for this patient.
#pragma once

#include "ui/details/medication_model.h"
#include "ui/details/views.h"

namespace kmixr::ui {

class OverlapList : public TableView {
    Q_OBJECT
public:
    OverlapList(OverlapModel& model, QWidget* parent);
    void lay();
    /// What the first `rows` rows take in a list of this width.
    [[nodiscard]] int heightOfRows(int rows, int width) const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    OverlapModel* model_;
};

} // namespace kmixr::ui
