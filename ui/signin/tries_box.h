// 「残り 3 回」: stands beside the PIN before anything is typed; critical at the last try (UI.md §7, 01).
#pragma once

#include "core/card/card_session.h"

#include <QWidget>

namespace kmixr::ui {

class TriesBox : public QWidget {
    Q_OBJECT
public:
    explicit TriesBox(QWidget* parent = nullptr);
    void show(const card::PinState& state);
    void clear();
    void setLarge() { large_ = true; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int px(double at100) const;
    [[nodiscard]] QFont plain() const;
    [[nodiscard]] QFont strong() const;

    QString before_, number_, after_;
    bool last_ = false;
    bool large_ = false;
};

} // namespace kmixr::ui
