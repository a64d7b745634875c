// Head of every page that shows no patient: page title, who or what beneath it; right: on-line or not, institution and
// terminal.
#pragma once

#include "ui/frame/corner.h"

#include <QWidget>

namespace kmixr::ui {

class AppBar : public QWidget {
    Q_OBJECT
public:
    explicit AppBar(QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& subtitle);
    void setPlace(const QString& institution, const QString& terminal);
    void setOnline(bool online);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void tell();

    QString title_, subtitle_;
    Corner corner_;
};

} // namespace kmixr::ui
