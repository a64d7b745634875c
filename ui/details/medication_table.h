// The table of drugs with the chart as one of its columns. ↑↓ drug to drug, ←→ fill to fill, Enter the evidence.
#pragma once

#include "ui/details/medication_model.h"
#include "ui/details/supply_chart.h"
#include "ui/details/views.h"

#include <optional>

namespace kmixr::ui {

class MedicationTable : public TableView {
    Q_OBJECT
public:
    MedicationTable(MedicationModel& model, QWidget* parent);

    void setMonths(int months);                     ///< length of the axis before the data's end
    void setStandMonth(std::optional<Month> month); ///< marked on the axis and in each row
    void lay();
    [[nodiscard]] TimeAxis axis() const; ///< in the coordinates of the chart column
    [[nodiscard]] const std::optional<Month>& standMonth() const { return stand_; }
    [[nodiscard]] int fill() const { return fill_; } ///< the fill one stands on; −1 = the whole drug

signals:
    void fillMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    struct Widths { ///< px, of the words in the columns
        const history::History* history = nullptr;
        double factor = 0; ///< text size they were measured at
        int drugClass = 0, dose = 0, place = 0;
    };
    const Widths& measured();

    MedicationModel* model_;
    Widths widths_;
    std::optional<Month> stand_;
    int months_ = 12;
    int fill_ = -1;
    std::optional<Day> fillDay_; ///< first day of that fill, and its drug, during a reset
    QString fillOf_;
};

} // namespace kmixr::ui
