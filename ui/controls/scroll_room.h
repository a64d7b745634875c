// Room for a page that is higher than the window: at large text sizes it scrolls instead of making the window grow.
// What gets the keyboard comes into sight.
#pragma once

#include <QScrollArea>

namespace kmixr::ui {

class ScrollRoom : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollRoom(QWidget* content, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* of, QEvent* event) override;
};

} // namespace kmixr::ui
