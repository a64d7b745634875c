// 患者向け表示 (F8): what may be looked at together. No disease, no flag, no word that tells one; F8 or Esc leads back.
#pragma once

#include "ui/facing/facing_paper.h"
#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class FacingPage : public PatientPage {
    Q_OBJECT
public:
    explicit FacingPage(QWidget* parent = nullptr);
    ~FacingPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    void takeFocus() override;

    /// What stands on the page, for paper. Valid while the page shows this patient.
    [[nodiscard]] FacingPaper paper() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    void arrange();
    void layTables();
    void print();

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
