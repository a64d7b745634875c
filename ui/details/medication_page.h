// 投薬: every drug with its supply over time, overlaps and hints explained below, and today's
// estimate at the right.
#pragma once

#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class MedicationPage : public PatientPage {
    Q_OBJECT
public:
    explicit MedicationPage(QWidget* parent = nullptr);
    ~MedicationPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] int tabCount() const override; ///< current drugs, by estimate
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
    [[nodiscard]] QString foldedWords() const;

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
