// Right of the page: the receipts a derived word rests on, each as on paper with its lines of evidence marked, or as
// recorded. Pages through the receipts in time; Esc leads back to the row one came from (UI.md §6).
#pragma once

#include "ui/controls/key_button.h"
#include "ui/controls/word_label.h"
#include "ui/evidence/paper_head.h"
#include "ui/evidence/raw_lines_model.h"
#include "ui/evidence/sheet_model.h"

#include <QPointer>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidget>

namespace kmixr::ui {

class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    /// Lies over `page`, a sibling of it: a stack tells a screen reader of its own pages only.
    explicit EvidencePanel(QWidget* page);

    /// Newest receipt first. Nothing is shown when there is no line to show.
    void show(const QString& title, const std::vector<history::Evidence>& evidence,
              std::shared_ptr<const history::History> history);
    /// A newer history of the same patient: what is being read stays where it is. Closes when its receipt was replaced.
    void renew(std::shared_ptr<const history::History> history);
    /// Hides; the focus returns to where it came from.
    void close();
    /// Hides and holds nothing of a patient any more.
    void clear();
    /// Takes its place over the page: right, 70 %, at least 900 px at 100 %.
    void place();

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Sheet {
        std::uint32_t receipt = 0;
        std::set<receipt::LineNumber> lines;
    };
    void turnTo(int sheet);
    void fill(); ///< head, words and rows of the sheet
    void showAsRecorded(bool asRecorded);
    void markPlace();
    void size();
    void keepRowsWhole();

    std::shared_ptr<const history::History> history_;
    std::vector<Sheet> sheets_;
    int sheet_ = 0;
    QWidget* page_;
    QPointer<QWidget> cameFrom_;
    WordLabel *title_, *where_, *foot_;
    KeyButton *asRecorded_, *previous_, *next_, *close_;
    QBoxLayout* bar_; ///< title and keys: beside each other, with very large text below
    PaperHead* head_;
    QVBoxLayout* sheetRoom_;
    QTableView *paper_, *raw_;
    SheetModel* sheetModel_;
    RawLinesModel* rawModel_;
};

} // namespace kmixr::ui
