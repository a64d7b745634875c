// A piece of text by its place in the type scale and its colour role; follows theme and text size. Plain text always.
// Lines stand 1.3 of their size apart: the face itself would leave no room between them (UI.md §2: at least 1.2).
#pragma once

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QLabel>
#include <QTextLayout>

namespace kmixr::ui {

class WordLabel : public QLabel {
    Q_OBJECT
public:
    using Role = QColor Roles::*;

    explicit WordLabel(TextStep step, Role role = &Roles::text, QWidget* parent = nullptr);
    WordLabel(const QString& words, TextStep step, Role role = &Roles::text, QWidget* parent = nullptr);

    void setBold(bool bold);
    /// Another size than the step's, in pixels at 100 %: for the one word a page is about.
    void setPixels(int at100);
    void setRole(Role role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return wordWrap(); }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void dress();
    [[nodiscard]] int lineHeight() const;
    /// Lays `layout` out in `width` and returns the height it takes.
    int lay(QTextLayout& layout, int width) const;
    [[nodiscard]] int margins() const;

    TextStep step_;
    Role role_;
    bool bold_ = false;
    int pixels_ = 0;
};

} // namespace kmixr::ui
