// One of several choices, as a whole row: radio dot, words, key at the right; chosen = selected ground, bar and bold
// (UI.md §5).
#pragma once

#include <QRadioButton>

namespace kmixr::ui {

class ChoiceRow : public QRadioButton {
    Q_OBJECT
public:
    ChoiceRow(const QString& words, const QKeySequence& key, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& at) const override { return rect().contains(at); }

private:
    QString keyCaption_;
};

} // namespace kmixr::ui
