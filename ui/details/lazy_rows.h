// Heights of a table's rows, found out only for rows that come into sight. The others keep the usual height as a guess;
// since these tables scroll by rows and not by pixels, a guess that was wrong moves nothing.
#pragma once

#include <QBitArray>

#include <functional>

class QTableView;

namespace kmixr::ui {

/// What a row asks of its table.
struct RowShape {
    int height = 0;   ///< px; at least the usual height is given
    int spanFrom = 0; ///< first column of the cell that reaches over others
    int span = 1;     ///< how many columns it takes; 1 = none reaches over others
};

/// GUI thread only.
class LazyRows {
public:
    using ShapeOf = std::function<RowShape(int row)>;
    explicit LazyRows(QTableView& view) : view_(&view) {}

    /// Forgets what was measured; from now on `shapeOf` says a row's shape. After a reset, a new width or text size.
    void lay(ShapeOf shapeOf);
    /// Measures from `row` on, downwards or upwards, until `height` px are filled. Rows that do not exist are no rows.
    void measureDown(int row, int height);
    void measureUp(int row, int height);

private:
    void measure(int row, int height, int step);
    int heightOf(int row);
    [[nodiscard]] int rows() const;

    QTableView* view_;
    ShapeOf shapeOf_;
    QBitArray measured_;
    bool busy_ = false; ///< a height set may make the view ask again
};

} // namespace kmixr::ui
