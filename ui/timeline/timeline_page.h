// 経過: ten years at a glance and the way to any month of them (UI.md §7, 08). ←→ month, Ctrl+←→ year, ↑↓ the next
// event, 1 3 5 0 years, Enter the receipts of the month.
#pragma once

#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class TimelinePage : public PatientPage {
    Q_OBJECT
public:
    explicit TimelinePage(QWidget* parent = nullptr);
    ~TimelinePage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    void takeFocus() override;
    [[nodiscard]] bool choosesMonth() const override { return true; }
    [[nodiscard]] std::optional<Month> chosenMonth() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    void arrange();
    void setYears(int years);
    void tell();

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
