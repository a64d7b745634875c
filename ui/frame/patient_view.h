// One patient on the screen: banner, tabs, pages, evidence. Banner and pages change in the same frame; clear() leaves
// nothing.
#pragma once

#include "core/common/outcome.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/frame/patient_banner.h"
#include "ui/frame/patient_page.h"
#include "ui/frame/tool_row.h"
#include "ui/problems/problem_message.h"

#include <QStackedWidget>
#include <QWidget>

namespace kmixr::ui {

/// A page and its tab.
struct PatientPageEntry {
    Qt::Key key;
    QString name;
    PatientPage* page; ///< the view takes it over
};

/// A page without a tab: it lies over the others until Esc or a tab.
struct SidePageEntry {
    QKeySequence key;
    QString name;
    PatientPage* page; ///< the view takes it over
};

class PatientView : public QWidget {
    Q_OBJECT
public:
    /// The first side page is the search: pages may wish for it.
    PatientView(const std::vector<PatientPageEntry>& pages, const std::vector<SidePageEntry>& sides,
                QWidget* parent = nullptr);

    void show(const PatientHeading& heading, std::shared_ptr<const history::History> history);
    /// Models first, then everything else that carries words of the patient.
    void clear();
    void showRefreshing(std::int64_t received, std::int64_t total);
    void showProblem(const Problem& problem);
    void setOnline(bool online) { banner_->setOnline(online); }
    void takeFocus();
    /// Of the one who is signed in, for "own institution"; takes effect with the next history.
    void setOwnInstitution(const QString& name);

signals:
    void closeWanted();
    void retryWanted();
    void signInAgainWanted();

private:
    void addPage(const PatientPageEntry& entry);
    void addSide(const SidePageEntry& entry);
    void join(PatientPage* page);
    void openSide(std::size_t side);
    [[nodiscard]] bool sideShown() const;
    void turnTo(int page);
    void takeMonthFrom(const PatientPage& from);
    void clearMessage();

    std::shared_ptr<const history::History> history_;
    std::vector<PatientPage*> pages_, sides_;
    std::size_t at_ = 0;         ///< the page with a tab that is, or lies below what is, shown
    std::optional<Month> month_; ///< chosen on the time line; nullopt = the newest
    PatientBanner* banner_;
    ToolRow* row_;
    QWidget* messageRoom_; ///< shown only with a message: the page below gets its height
    ProblemMessage* message_;
    QStackedWidget* stack_;
    EvidencePanel* evidence_;
};

} // namespace kmixr::ui
