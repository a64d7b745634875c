// A piece of text by its place in the type scale and its colour role; follows theme and text size. Plain text always.
#pragma once

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QLabel>

namespace kmixr::ui {

class WordLabel : public QLabel {
    Q_OBJECT
public:
    using Role = QColor Roles::*;

    explicit WordLabel(TextStep step, Role role = &Roles::text, QWidget* parent = nullptr);
    WordLabel(const QString& words, TextStep step, Role role = &Roles::text, QWidget* parent = nullptr);

    void setBold(bool bold);
    void setRole(Role role);

protected:
    bool event(QEvent* event) override;

private:
    void dress();

    TextStep step_;
    Role role_;
    bool bold_ = false;
};

} // namespace kmixr::ui
