// Room for a page that is higher than the window: at large text sizes it scrolls instead of making the window grow.
// What gets the keyboard comes into sight. A little too little room is shared out first, as a layout does.
#pragma once

#include <QScrollArea>

namespace kmixr::ui {

class ScrollRoom : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollRoom(QWidget* content, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* of, QEvent* event) override;

private:
    void fit();
};

} // namespace kmixr::ui
