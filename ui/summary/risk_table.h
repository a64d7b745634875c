// The risk list as three columns with a head of two lines each, or folded to one line of counts.
#pragma once

#include "ui/details/views.h"
#include "ui/summary/risk_model.h"

namespace kmixr::ui {

class RiskTable : public TableView {
    Q_OBJECT
public:
    explicit RiskTable(RiskModel& model, QWidget* parent = nullptr);
    /// Height of the head and `rows` rows.
    [[nodiscard]] int heightOf(int rows) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();

    RiskModel* model_;
};

} // namespace kmixr::ui
