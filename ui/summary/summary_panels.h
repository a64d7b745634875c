// The five panels of the summary: each takes the history, says how high it would like to be, and fits into what it
// gets.
#pragma once

#include "ui/details/counted_menu.h"
#include "ui/details/panel.h"
#include "ui/details/views.h"
#include "ui/summary/brief_delegate.h"
#include "ui/summary/drug_delegate.h"
#include "ui/summary/heat_map.h"
#include "ui/summary/problem_delegate.h"
#include "ui/summary/risk_table.h"

#include <limits>

namespace kmixr::ui {

/// Index of the pages as the tabs order them (F2…F7).
enum class PageIndex { Summary, Diseases, Procedures, Medication, Examinations, Timeline };

/// Where everything is shown, however high.
inline constexpr int anyHeight = std::numeric_limits<int>::max();

class SummaryPanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;
    virtual void setHistory(std::shared_ptr<const history::History> history) = 0;
    /// Where the keyboard goes when Tab reaches the panel.
    [[nodiscard]] virtual QWidget* keyboardTarget() const = 0;
    /// Head, foot, edges: what it needs besides its rows.
    [[nodiscard]] int frame() const { return headHeight() + footHeight() + 3; }

signals:
    void asked(const kmixr::ui::EvidenceAsk& ask);

protected:
    /// Enter on a row of `view` asks for its evidence; `model` is the view's model.
    void joinView(TableView* view, const HistoryModel* model);
    void joinList(SummaryList* list, const HistoryModel* model);
};

class ProblemsPanel : public SummaryPanel {
    Q_OBJECT
public:
    explicit ProblemsPanel(QWidget* parent);
    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] QWidget* keyboardTarget() const override { return list_; }
    /// Height of the whole list; any height above `most` when it is higher than that.
    [[nodiscard]] int listHeight(int width, int most) const;
    void fitRows(); ///< to its present size
    [[nodiscard]] const ProblemListModel& model() const { return *model_; }

private:
    ProblemListModel* model_;
    SummaryList* list_;
    ProblemDelegate* delegate_;
};

class DrugsPanel : public SummaryPanel {
    Q_OBJECT
public:
    explicit DrugsPanel(QWidget* parent);
    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] QWidget* keyboardTarget() const override { return list_; }
    [[nodiscard]] int headsHeight() const;
    /// Height of the whole list; any height above `most` when it is higher than that.
    [[nodiscard]] int listHeight(int width, bool tight, int most) const;
    [[nodiscard]] int duplicatesHeight(int width) const; ///< 0 = there are none
    void fitRows(bool tight, bool duplicateLines);
    [[nodiscard]] const DrugListModel& model() const { return *model_; }
    [[nodiscard]] const DuplicateListModel& duplicates() const { return *duplicateModel_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    DrugListModel* model_;
    DuplicateListModel* duplicateModel_;
    QWidget* body_;
    SummaryList* list_;
    SummaryList* pairs_;
    DrugDelegate* delegate_;
    DuplicateDelegate* pairDelegate_;
    DrugColumnHeads* heads_;
    CountedMenu* counted_;
};

class BriefPanel : public SummaryPanel {
    Q_OBJECT
public:
    BriefPanel(BriefModel* model, const QString& title, const QString& note, const QString& link, QWidget* parent);
    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] QWidget* keyboardTarget() const override { return list_; }
    void setTight(bool tight) { delegate_->setTight(tight); } ///< before the rows are measured
    /// Of the rows that may be left out; those that begin below `most` are said to be of the usual height.
    [[nodiscard]] std::vector<int> rowHeights(int width, int most) const;
    [[nodiscard]] int pinnedHeight(int width) const; ///< of those that may not
    void fitRows();
    [[nodiscard]] const BriefModel& model() const { return *model_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    BriefModel* model_;
    SummaryList* list_;
    BriefDelegate* delegate_;
};

class VisitsPanel : public SummaryPanel {
    Q_OBJECT
public:
    explicit VisitsPanel(QWidget* parent);
    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] QWidget* keyboardTarget() const override { return map_; }
    [[nodiscard]] const HeatMap& map() const { return *map_; }
    [[nodiscard]] const VisitModel& model() const { return *model_; }
    void setRows(int rows, int width);

private:
    VisitModel* model_;
    HeatMap* map_;
};

class RiskPanel : public SummaryPanel {
    Q_OBJECT
public:
    explicit RiskPanel(QWidget* parent);
    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] QWidget* keyboardTarget() const override { return table_; }
    [[nodiscard]] const RiskTable& table() const { return *table_; }
    [[nodiscard]] const RiskModel& model() const { return *model_; }
    [[nodiscard]] int foldedHeight(int width) const;
    void setRows(int rows, bool folded);

signals:
    void packChanged(); ///< Alt+R: another list, of another height

private:
    void tell();
    [[nodiscard]] QString foldedWords() const; ///< the three counts, with the month they are of

    RiskModel* model_;
    RiskTable* table_;
    QString missing_; ///< words when no list is loaded
};

} // namespace kmixr::ui
