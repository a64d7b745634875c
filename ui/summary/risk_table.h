// The risk list as three columns with a head of two lines each, or folded to one line of counts.
#pragma once

#include "ui/details/type_face.h"
#include "ui/details/views.h"
#include "ui/summary/risk_model.h"

#include <array>

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
    /// Width of each column for its names at least, and with the words of evidence behind them.
    struct Need {
        std::array<int, 3> name{}, wish{};
    };
    [[nodiscard]] Need need(Face face) const;
    void fitColumns();

    RiskModel* model_;
    Face face_ = faces::small; ///< one step smaller where the names would not stand whole
};

} // namespace kmixr::ui
