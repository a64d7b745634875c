// 検査: which test on which day. Receipts hold no values; absence proves nothing where a fee covers the tests.
#pragma once

#include "ui/details/history_model.h"
#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class ExaminationsPage : public PatientPage {
    Q_OBJECT
public:
    explicit ExaminationsPage(QWidget* parent = nullptr);
    ~ExaminationsPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] int tabCount() const override; ///< kinds of tests
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
    void tell();
    void tellMonth();
    [[nodiscard]] QString bundleWords(Month month) const;
    [[nodiscard]] std::vector<MonthRecord> monthRecords(Month month) const;
    [[nodiscard]] int everything(Month month) const; ///< the filter that hides nothing of the month
    void toMonth();                                  ///< the row of the month one stands at becomes current

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
