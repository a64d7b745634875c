// One of a list, folded: own edge, chevron and focus ring instead of the style's bevels.
#pragma once

#include <QComboBox>

namespace kmixr::ui {

class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace kmixr::ui
