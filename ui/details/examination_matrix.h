// Tests × dates with the names at the left and count and last day at the right standing still while the dates move.
// Three views, one model, one selection: arrow keys walk over all of them as over one table.
#pragma once

#include "ui/details/examination_model.h"
#include "ui/details/views.h"

#include <QWidget>

#include <array>

namespace kmixr::ui {

class ExaminationMatrix : public QWidget {
    Q_OBJECT
public:
    ExaminationMatrix(ExaminationModel& model, QWidget* parent);

    void lay();
    void showNewest(); ///< scrolls the dates to their end
    [[nodiscard]] TableView* dates() const { return dates_; }
    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] int firstRowBelow() const { return dates_->firstRowBelow(); }
    /// Date columns out of sight at the left: first and last, or nothing.
    [[nodiscard]] int columnsBefore() const;

signals:
    void asked(const QModelIndex& index);
    void currentMoved(const QModelIndex& index);
    void sightChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// The dates in sight, said so that they are found again among others.
    struct Span {
        bool newest = true; ///< the end is seen
        QString first;      ///< name of the first column in sight
    };
    void prepare(TableView* view);
    int widestName();
    [[nodiscard]] int firstColumn() const; ///< the first date in sight; 0 = there is none
    [[nodiscard]] Span span() const;
    void show(const Span& span);
    void layColumns();

    ExaminationModel* model_;
    TableView* names_;
    TableView* dates_;
    TableView* totals_;
    const history::History* measuredOf_ = nullptr;
    double measuredAt_ = 0; ///< text size
    Span span_;             ///< from the beginning of a reset
    int widestName_ = 0;
};

} // namespace kmixr::ui
