// F1: how far what is shown can be trusted (clinical rules §2.2, §3.7), in words, without a patient.
#pragma once

#include "ui/frame/patient_page.h"

class QScrollArea;

namespace kmixr::ui {

class HelpPage : public PatientPage {
    Q_OBJECT
public:
    explicit HelpPage(QWidget* parent = nullptr);

    /// Nothing of a patient stands here.
    void setHistory(std::shared_ptr<const history::History> /*history*/) override {}
    void takeFocus() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QScrollArea* area_;
};

} // namespace kmixr::ui
