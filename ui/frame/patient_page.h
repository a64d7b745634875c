// What every page of a patient is: it takes one history, shows it, and wishes for evidence.
#pragma once

#include "core/history/history.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace kmixr::ui {

class PatientPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// The whole truth of this page. nullptr empties it: models first, so that nothing of the patient remains.
    virtual void setHistory(std::shared_ptr<const history::History> history) = 0;
    /// Number on the tab; -1 = none. Suspected diseases are never counted in.
    [[nodiscard]] virtual int tabCount() const { return -1; }
    /// The name of the institution one is signed in at; empty = unknown. Takes effect with the next history.
    void setOwnInstitution(const QString& name) { ownInstitution_ = name; }
    [[nodiscard]] const QString& ownInstitution() const { return ownInstitution_; }
    /// The page on which a month is chosen that the others then stand at.
    [[nodiscard]] virtual bool choosesMonth() const { return false; }
    /// nullopt = the newest, or none was chosen.
    [[nodiscard]] virtual std::optional<Month> chosenMonth() const { return std::nullopt; }
    /// What was recorded in that month is current and in sight, and the page says that it is seen from there; nullopt
    /// leads back to the newest. The page is shown already.
    virtual void standAt(std::optional<Month> /*month*/) {}
    [[nodiscard]] virtual std::optional<Month> stoodAt() const { return std::nullopt; }
    /// Where the keyboard starts when the page is shown.
    virtual void takeFocus() { setFocus(); }

signals:
    /// Enter on a derived word.
    void evidenceWanted(const QString& title, const std::vector<kmixr::history::Evidence>& evidence);
    /// A link such as "F5 投薬" in a panel's head: the page's index.
    void pageWanted(int page);
    /// Ctrl+F on a page that has no search of its own: search everything.
    void searchWanted();
    /// Esc on a page that stands at a month.
    void newestWanted();
    /// Esc on a page that lies over the others: back to where one came from.
    void backWanted();

private:
    QString ownInstitution_;
};

} // namespace kmixr::ui
