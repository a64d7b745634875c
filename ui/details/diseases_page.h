// 傷病: every name with its grade, institution, start and twelve months; suspected ones in a dashed panel of their own.
#pragma once

#include "ui/details/history_model.h"
#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class DiseasesPage : public PatientPage {
    Q_OBJECT
public:
    explicit DiseasesPage(QWidget* parent = nullptr);
    ~DiseasesPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] int tabCount() const override;
    void takeFocus() override;
    void standAt(std::optional<Month> month) override;
    [[nodiscard]] std::optional<Month> stoodAt() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    void filter();
    void arrange();
    void placeFoot(); ///< what is below at the left, the legend at the right
    void tell();
    void tellMonth();
    [[nodiscard]] std::vector<MonthRecord> monthRecords(Month month) const;
    [[nodiscard]] int everything(Month month) const; ///< the filter that hides nothing of the month
    void toMonth();                                  ///< the row of the month one stands at becomes current

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
