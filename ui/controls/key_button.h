// A button that says its key: 「別のカメラ Alt+C」. Painted from the roles; 2 px focus ring outside its edge; disabled
// = dashed edge (UI.md §5). The ring needs room: ringRoom pixels on each side belong to the widget and look empty.
#pragma once

#include <QKeySequence>
#include <QPushButton>

namespace kmixr::ui {

class KeyButton : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Primary, Link };
    enum class Size { Tool, Normal, Large, Pad, LargePad }; ///< 26, 33, 46, 62 and 93 px high at 100 %

    explicit KeyButton(const QString& words, Kind kind = Kind::Plain, Size size = Size::Normal,
                       QWidget* parent = nullptr);

    /// The key presses the button while it is visible and enabled. `caption` stands for the key's own name.
    void setKey(const QKeySequence& key, const QString& caption = {});
    /// Only the words of a key that somebody else handles (Enter in a field).
    void setKeyCaption(const QString& caption);
    void setMark(const QString& iconName);
    /// No room for the ring beside the edge: it is drawn inside. For buttons that stand flush with other fields.
    void setFlush(bool flush);

    [[nodiscard]] QSize sizeHint() const override;
    /// Buttons of the pad may become lower where the window is low.
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Room for the ring around the visible edge.
    static constexpr int ringRoom = 3;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Look;
    [[nodiscard]] Look look() const;
    [[nodiscard]] QFont wordFont() const;
    [[nodiscard]] QFont keyFont() const;
    [[nodiscard]] int contentWidth() const;

    Kind kind_;
    Size size_;
    QString keyCaption_;
    QString mark_;
    bool flush_ = false;
};

} // namespace kmixr::ui
