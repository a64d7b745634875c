// The two item views of these rooms: keyboard first, no half row at the foot, and able to say which rows are out of
// sight.
#pragma once

#include "ui/details/lazy_rows.h"
#include "ui/details/place.h"

#include <QListView>
#include <QTableView>

namespace kmixr::ui {

/// A table whose rows are walked with the arrow keys; Enter or a double click asks for the evidence of the cell. Rows
/// are measured as they come into sight, so ten thousand cost no more than a page of them. One stays on the same record
/// when the model puts its rows in another order or leaves some out, and keeps row and sight when a newer history
/// comes.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    void setUsualRowHeight(int height);
    /// After a reset, a new width or text size: rows are measured anew, by `shapeOf`, as they come into sight.
    void setRowShapes(LazyRows::ShapeOf shapeOf);
    /// Height of the first `count` rows.
    [[nodiscard]] int heightOfFirst(int count);
    void setModel(QAbstractItemModel* model) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    /// First row that does not stand whole in the view below the last whole one; -1 = everything is seen.
    [[nodiscard]] int firstRowBelow() const;
    /// Column in which the keyboard starts.
    void setStartColumn(int column) { startColumn_ = column; }
    /// PgDn of the look-ahead line.
    void pageDown();
    /// The height at which `rows` rows stand without a scroll bar.
    [[nodiscard]] int heightFor(int rows) const;

signals:
    void asked(const QModelIndex& index);
    void currentMoved(const QModelIndex& index);
    /// Scrolled, resized or filled: what lies below may have changed.
    void sightChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void updateGeometries() override;

private:
    /// What one stands on and what is seen, from the beginning of a reset until the rows are laid.
    struct Sight {
        Place current;
        Place top;            ///< the first item in sight; not set where one has not scrolled
        int above = 0;        ///< rows in sight above it: heads
        int below = -1;       ///< how many rows below the first in sight the current one stands; −1 = out of sight
        bool renewed = false; ///< another history comes
    };
    void measureSight();
    void pin();
    [[nodiscard]] bool walkable(int row) const; ///< an item, not the head of a group
    [[nodiscard]] int pageFrom(int row, int step) const;
    void remember();
    void findAgain();

    LazyRows rows_{*this};
    std::optional<Sight> sight_;
    bool shaped_ = false; ///< setRowShapes() follows a reset
    int startColumn_ = 0;
};

/// A list of the summary: never scrolls, shows its selection only while it has the keyboard.
class SummaryList : public QListView {
    Q_OBJECT
public:
    explicit SummaryList(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;

signals:
    void asked(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    Place place_; ///< during a reset
};

/// First row of the model one may stand on; invalid when there is none.
QModelIndex firstItem(const QAbstractItemModel& model, int column = 0);

} // namespace kmixr::ui
