// Tabs that say their key: 「F3 傷病 26」. The count never holds suspected diseases (UI.md §6).
#pragma once

#include <QTabBar>

#include <vector>

namespace kmixr::ui {

class TabBar : public QTabBar {
    Q_OBJECT
public:
    explicit TabBar(QWidget* parent = nullptr);

    /// The key selects the tab while the bar is visible.
    void addPage(Qt::Key key, const QString& name);
    /// -1 = none.
    void setCount(int page, int count);

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    bool event(QEvent* event) override;

private:
    struct Page {
        QString key, name, count;
    };
    [[nodiscard]] int capWidth(const Page& page) const;
    void paintTab(QPainter& painter, int index) const;
    void tell(int index);

    std::vector<Page> pages_;
};

} // namespace kmixr::ui
