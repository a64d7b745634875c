// Where the PIN is typed: dots in cells or in a box, digits kept in locked memory only and never in a QString. No input
// method, no copy, no paste, no text a screen reader could say: it says how many are typed.
#pragma once

#include "core/card/card_session.h"

#include <QWidget>

namespace kmixr::ui {

class PinField : public QWidget {
    Q_OBJECT
public:
    explicit PinField(QWidget* parent = nullptr);

    /// Clears. Short PINs get a cell for each character, the optional ones dashed; where the rule leaves more room than
    /// eyes can count, one box with dots and how many they are.
    void setRule(const card::PinRule& rule);
    /// Cells half as large again.
    void setLarge();
    void clear();
    /// One character as the pad gives it; refused when the rule does not allow it. Beyond the longest PIN it is only
    /// counted: a PIN cut short would cost a try.
    void type(char letter);
    void removeLast();
    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] bool complete() const { return count_ >= rule_.minLength && over_ == 0; }
    [[nodiscard]] bool tooLong() const { return over_ > 0; }
    [[nodiscard]] int longest() const { return rule_.maxLength; }
    /// The digits; the field is empty afterwards.
    [[nodiscard]] card::Pin take();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void changed();
    void entered(); ///< Enter or Return

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void tell();
    void paintCells(QPainter& painter) const;
    void paintBox(QPainter& painter) const;
    void paintDot(QPainter& painter, QPointF centre, double room) const;

    [[nodiscard]] double px(double at100) const; ///< of cells and dots

    card::PinRule rule_;
    bool large_ = false;
    SecretBytes digits_; ///< as large as the rule's longest PIN
    int count_ = 0;
    int over_ = 0; ///< typed beyond the longest PIN, not kept
};

} // namespace kmixr::ui
