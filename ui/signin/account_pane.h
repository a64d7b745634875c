// ID and password, on the same spot as the PIN; asked for when the gateway asks.
#pragma once

#include "ui/controls/key_button.h"
#include "ui/controls/word_label.h"

#include <QLineEdit>
#include <QWidget>

namespace kmixr::ui {

class AccountPane : public QWidget {
    Q_OBJECT
public:
    explicit AccountPane(QWidget* parent = nullptr);

    /// Empties the password; `trouble` (may be empty) stands above the fields.
    void ask(const QString& trouble);
    void busy(const QString& words);
    /// Nothing that was typed remains.
    void clear();

signals:
    void accountGiven(const QString& id, const QString& password);

private:
    void offer();
    void enable(bool enabled);

    WordLabel* message_;
    QLineEdit* id_;
    QLineEdit* password_;
    KeyButton* signIn_;
};

} // namespace kmixr::ui
