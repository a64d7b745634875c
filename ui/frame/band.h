// A coloured line over the page that says in what mode the program is (UI.md §1 practice, §8).
#pragma once

#include "ui/theme/roles.h"

#include <QWidget>

namespace kmixr::ui {

class Band : public QWidget {
    Q_OBJECT
public:
    using Role = QColor Roles::*;
    /// `height` in pixels at 100 %.
    Band(const QString& words, Role ground, Role ink, int height, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString words_;
    Role ground_, ink_;
    int height_;
};

} // namespace kmixr::ui
