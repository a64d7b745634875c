// A box with one bold title, a note beside it and room for content. UI.md §0, §3.
#pragma once

#include "ui/controls/word_label.h"

#include <QVBoxLayout>
#include <QWidget>

namespace kmixr::ui {

class TitledBox : public QWidget {
    Q_OBJECT
public:
    /// Without a title there is no head.
    explicit TitledBox(const QString& title = {}, QWidget* parent = nullptr);

    void setNote(const QString& note); ///< right end of the head
    [[nodiscard]] QVBoxLayout* content() { return content_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void size();

    QWidget* head_ = nullptr;
    WordLabel* note_ = nullptr;
    QVBoxLayout* content_;
};

} // namespace kmixr::ui
