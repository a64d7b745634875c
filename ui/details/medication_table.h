// The table of drugs with the chart as one of its columns. ↑↓ drug to drug, ←→ fill to fill, Enter the evidence.
#pragma once

#include "ui/details/medication_model.h"
#include "ui/details/supply_chart.h"
#include "ui/details/views.h"

namespace kmixr::ui {

class MedicationTable : public TableView {
    Q_OBJECT
public:
    MedicationTable(MedicationModel& model, QWidget* parent);

    void setMonths(int months); ///< length of the axis before the data's end
    void lay();
    [[nodiscard]] TimeAxis axis() const;             ///< in the coordinates of the chart column
    [[nodiscard]] int fill() const { return fill_; } ///< the fill one stands on; −1 = the whole drug

signals:
    void fillMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    MedicationModel* model_;
    int months_ = 12;
    int fill_ = -1;
};

} // namespace kmixr::ui
