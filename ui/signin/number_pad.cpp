#include "ui/signin/number_pad.h"

#include "ui/controls/key_button.h"

#include <QGridLayout>

namespace kmixr::ui {

NumberPad::NumberPad(bool large, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8 - 2 * KeyButton::ringRoom);
    const auto add = [&](const QString& words, int row, int column) {
        auto* button = new KeyButton(words, KeyButton::Kind::Plain,
                                     large ? KeyButton::Size::LargePad : KeyButton::Size::Pad, this);
        button->setFocusPolicy(Qt::NoFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        grid->addWidget(button, row, column);
        return button;
    };
    for (int i = 0; i < 10; ++i) {
        const int place = i == 0 ? 10 : i - 1; // 1 2 3 / 4 5 6 / 7 8 9 / · 0 ·
        const char letter = static_cast<char>('0' + i);
        connect(add(QString(QLatin1Char(letter)), place / 3, place % 3), &QAbstractButton::clicked, this,
                [this, letter] { emit digit(letter); });
    }
    auto* last = add(tr("Delete"), 3, 0);
    if (!large) {
        last->setKeyCaption(QStringLiteral("BS"));
    }
    connect(last, &QAbstractButton::clicked, this, &NumberPad::removeLast);
    connect(add(tr("Delete all"), 3, 2), &QAbstractButton::clicked, this, &NumberPad::clearAll);
    for (int column = 0; column < 3; ++column) {
        grid->setColumnStretch(column, 1);
    }
}

} // namespace kmixr::ui
