// The row under the banner: tabs at the left, tools at the right, a short note between them (refreshing …). Where the
// tools find no room (large text) they fold into one menu; their keys go on working (UI.md §11).
#pragma once

#include "ui/controls/key_button.h"
#include "ui/controls/word_label.h"
#include "ui/frame/tab_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QWidget>

#include <vector>

namespace kmixr::ui {

class ToolRow : public QWidget {
    Q_OBJECT
public:
    explicit ToolRow(QWidget* parent = nullptr);

    [[nodiscard]] TabBar* tabs() { return tabs_; }
    /// An empty key: somebody else listens to it.
    KeyButton* addTool(const QString& words, const QKeySequence& key, const QString& icon = {});
    void setNote(const QString& words);
    /// With the tools folded: the row never keeps the window wider than its screen.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Tool {
        KeyButton* button;
        QKeySequence key;
    };
    void fold();
    void openMenu();
    [[nodiscard]] int widthWith(int tools) const;

    TabBar* tabs_;
    WordLabel* note_;
    QHBoxLayout* row_;
    std::vector<Tool> tools_;
    KeyButton* more_; ///< 操作 Alt+O, in place of the tools
    QMenu* menu_;
};

} // namespace kmixr::ui
