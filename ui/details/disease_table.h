// The table of problems, diagnosed or suspected: columns, wrapped names, and the twelve-month strip.
#pragma once

#include "ui/details/disease_model.h"
#include "ui/details/panel.h"
#include "ui/details/table_delegate.h"

namespace kmixr::ui {

class DiseaseTable : public TableView {
    Q_OBJECT
public:
    DiseaseTable(ProblemTableModel& model, bool withHead, QWidget* parent);
    void lay(); ///< rows and columns; after a reset, a new size or a new text size

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ProblemTableModel* model_;
};

/// Marks of the strip for the legend: ring = with treatment, square = name only, dashed = suspected.
std::vector<LegendPart> stripLegend();

} // namespace kmixr::ui
