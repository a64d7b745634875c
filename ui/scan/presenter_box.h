// Who presents the card, chosen before it is shown: the patient, or a proxy with relation and reason (UI.md §7, 02).
// While a proxy's record is not complete nothing may be read: ready() says so.
#pragma once

#include "core/protocol/messages.h"
#include "ui/controls/choice_box.h"
#include "ui/controls/choice_row.h"
#include "ui/controls/key_button.h"
#include "ui/controls/titled_box.h"

#include <QLineEdit>

namespace kmixr::ui {

class PresenterBox : public TitledBox {
    Q_OBJECT
public:
    explicit PresenterBox(QWidget* parent = nullptr);

    /// Back to "the patient": no record is carried over to the next person.
    void reset();
    /// The card was refused or the opening stopped: the next one may be another person's, so a proxy's record is
    /// confirmed anew.
    void confirmAgain();
    void takeFocus();
    [[nodiscard]] bool ready() const { return patient_->isChecked() || recorded_; }
    [[nodiscard]] protocol::PresentedBy who() const;
    [[nodiscard]] QString relation() const; ///< empty for the patient
    [[nodiscard]] QString reason() const;

signals:
    void changed();

private:
    QWidget* makeForm();
    void choose(bool proxy);
    void record();
    void edit();
    [[nodiscard]] bool complete() const;

    ChoiceRow* patient_;
    ChoiceRow* proxy_;
    QWidget* form_ = nullptr;
    ChoiceBox* relation_ = nullptr;
    QLineEdit* reason_ = nullptr;
    KeyButton* record_ = nullptr;
    WordLabel* recordedWords_;
    KeyButton* edit_;
    bool recorded_ = false;
};

} // namespace kmixr::ui
