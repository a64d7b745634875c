// Digits to press with a finger or the mouse. Its buttons take no focus: the keyboard stays in the PIN field.
#pragma once

#include <QWidget>

namespace kmixr::ui {

class NumberPad : public QWidget {
    Q_OBJECT
public:
    /// `large`: for a finger and old eyes, at the patient's page.
    explicit NumberPad(bool large = false, QWidget* parent = nullptr);

signals:
    void digit(char digit);
    void removeLast();
    void clearAll();
};

} // namespace kmixr::ui
