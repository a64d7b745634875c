// 患者サマリー: who is treated for what, with what, where; one screen of 1366×768 for a typical patient (UI.md §7, 03).
#pragma once

#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class SummaryPage : public PatientPage {
    Q_OBJECT
public:
    explicit SummaryPage(QWidget* parent = nullptr);
    ~SummaryPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    void arrange();
    void arrangeThreeColumns(const QRect& area);
    void arrangeTwoColumns(const QRect& area);
    void tellWhatIsBelow();

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
