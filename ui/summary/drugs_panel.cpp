#include "ui/details/words.h"
#include "ui/summary/summary_panels.h"

#include <QEvent>
#include <QShortcut>

namespace kmixr::ui {

DrugsPanel::DrugsPanel(QWidget* parent)
    : SummaryPanel(parent), model_(new DrugListModel(this)), duplicateModel_(new DuplicateListModel(this)),
      body_(new QWidget(this)), list_(new SummaryList(body_)), pairs_(new SummaryList(body_)),
      delegate_(new DrugDelegate(*model_, this)), pairDelegate_(new DuplicateDelegate(*duplicateModel_, this)),
      heads_(new DrugColumnHeads(*model_, *delegate_, body_)), counted_(new CountedMenu(makeNoteLink())) {
    list_->setModel(model_);
    list_->setItemDelegate(delegate_);
    list_->setAccessibleName(tr("Current drugs (by estimate)"));
    pairs_->setModel(duplicateModel_);
    pairs_->setItemDelegate(pairDelegate_);
    pairs_->setAccessibleName(tr("Overlaps"));
    setTitle(tr("Current drugs (by estimate)"));
    setLink(tr("F5 Medication"));
    setContent(body_);
    joinList(list_, model_);
    joinList(pairs_, duplicateModel_);
    connect(counted_, &CountedMenu::asked, this, &SummaryPanel::asked);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_N), this), &QShortcut::activated, makeNoteLink(),
            &QAbstractButton::click);
}

void DrugsPanel::setHistory(std::shared_ptr<const history::History> history) {
    const history::History* of = history.get();
    model_->setHistory(history);
    counted_->setHistory(history);
    duplicateModel_->setHistory(std::move(history));
    delegate_->measure();
    const int pairs = duplicateModel_->pairs();
    setBadge(pairs > 0 ? tr("Overlaps: %1").arg(pairs) : QString(), BadgeKind::Duplicate);
    if (of == nullptr) {
        setTitle(tr("Current drugs (by estimate)"));
        setFoot({});
        setEmptyWords({});
        return;
    }
    makeNoteLink()->setFramed(of->manyOralIngredients); // §11: neutral, never red
    setTitle(tr("Current drugs (by estimate)"),
             tr("oral: %1 kinds (14 days and more)").arg(of->oralIngredients.size()));
    setEmptyWords(model_->entries().empty() ? Words::nothing(of->newestMonth) : QString());
    std::vector<LegendPart> states;
    for (const auto state : {history::DrugState::Taking, history::DrugState::UntilDataEnd, history::DrugState::Ended})
        states.push_back(circlePart(circleOf(state), Words::drugState(state)));
    setFoot(std::move(states), tr("short %1 · ended by estimate %2 ›")
                                   .arg(model_->count(DrugGroup::ShortTerm))
                                   .arg(model_->count(DrugGroup::Ended)));
}

int DrugsPanel::headsHeight() const {
    return heads_->sizeHint().height();
}

int DrugsPanel::listHeight(int width, bool tight, int most) const {
    delegate_->setTight(tight);
    return model_->entries().empty() ? Metrics::px(48) : model_->naturalHeight(delegate_->heights(width - 2), most);
}

int DrugsPanel::duplicatesHeight(int width) const {
    return duplicateModel_->entries().empty() ? 0 : duplicateModel_->naturalHeight(pairDelegate_->heights(width - 2));
}

void DrugsPanel::fitRows(bool tight, bool duplicateLines) {
    settle();
    delegate_->setTight(tight);
    delegate_->setWidth(contentRect().width());
    pairDelegate_->setWidth(contentRect().width());
    const QRect at(QPoint(0, 0), contentRect().size());
    const int heads = headsHeight();
    const int lines = duplicateLines ? duplicatesHeight(width()) : 0;
    heads_->setGeometry(0, 0, at.width(), heads);
    const int rest = at.height() - heads - lines;
    model_->fit(rest, delegate_->heights(at.width()));
    // The pairs follow the last drug; white space is left below them, not between.
    const int list = std::min(rest, listHeight(width(), tight, rest));
    list_->setGeometry(0, heads, at.width(), std::max(0, duplicateLines ? list : rest));
    pairs_->setVisible(duplicateLines);
    pairs_->setGeometry(0, heads + list, at.width(), lines);
    duplicateModel_->fit(lines, pairDelegate_->heights(at.width()));
    list_->doItemsLayout();
    pairs_->doItemsLayout();
}

void DrugsPanel::changeEvent(QEvent* event) {
    SummaryPanel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        delegate_->measure();
}

} // namespace kmixr::ui
