// What 「内服 ◯種類」 counted (clinical rules §11), one line an ingredient: tool tip and description of the button that
// says the count, and a menu when it is pressed. An entry opens the receipt lines behind it.
#pragma once

#include "core/history/history.h"
#include "ui/details/history_model.h"

#include <QAbstractButton>
#include <QMenu>

#include <memory>

namespace kmixr::ui {

class CountedMenu : public QMenu {
    Q_OBJECT
public:
    /// Belongs to `button` and opens under it.
    explicit CountedMenu(QAbstractButton* button);
    /// nullptr closes the menu: nothing of the patient remains.
    void setHistory(std::shared_ptr<const history::History> history);

    /// "アスピリン:バイアスピリン錠100mg、タケルダ配合錠"; a drug that says its ingredient itself stands alone.
    static QString line(const history::History& history, const history::CountedIngredient& ingredient);

signals:
    void asked(const kmixr::ui::EvidenceAsk& ask);

private:
    void open();

    QAbstractButton* button_;
    std::shared_ptr<const history::History> history_;
};

} // namespace kmixr::ui
