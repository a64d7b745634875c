// An icon as a widget, in the colour of a role; and a thin line.
#pragma once

#include "ui/theme/roles.h"

#include <QString>
#include <QWidget>

namespace kmixr::ui {

class MarkView : public QWidget {
    Q_OBJECT
public:
    /// `side` in pixels at 100 %.
    MarkView(int side, QColor Roles::* role, QWidget* parent = nullptr);
    void set(const QString& icon, QColor Roles::* role);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int side_;
    QString icon_;
    QColor Roles::* role_;
};

/// A line one pixel thick, for parting rows.
class MarkLine : public QWidget {
    Q_OBJECT
public:
    explicit MarkLine(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace kmixr::ui
