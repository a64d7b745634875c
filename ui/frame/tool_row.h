// The row under the banner: tabs at the left, tools at the right, a short note between them (refreshing …).
#pragma once

#include "ui/controls/key_button.h"
#include "ui/controls/word_label.h"
#include "ui/frame/tab_bar.h"

#include <QHBoxLayout>
#include <QWidget>

namespace kmixr::ui {

class ToolRow : public QWidget {
    Q_OBJECT
public:
    explicit ToolRow(QWidget* parent = nullptr);

    [[nodiscard]] TabBar* tabs() { return tabs_; }
    /// An empty key: somebody else listens to it.
    KeyButton* addTool(const QString& words, const QKeySequence& key, const QString& icon = {});
    void setNote(const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    TabBar* tabs_;
    WordLabel* note_;
    QHBoxLayout* row_;
};

} // namespace kmixr::ui
