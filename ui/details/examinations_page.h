// 検査: which test on which day. Receipts hold no values; absence proves nothing where a fee covers the tests.
#pragma once

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

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    void filter();
    void arrange();
    void tell();

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
