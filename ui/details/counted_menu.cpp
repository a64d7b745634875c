#include "ui/details/counted_menu.h"

#include "ui/details/words.h"

namespace kmixr::ui {

CountedMenu::CountedMenu(QAbstractButton* button) : QMenu(button), button_(button) {
    connect(button, &QAbstractButton::clicked, this, &CountedMenu::open);
}

QString CountedMenu::line(const history::History& history, const history::CountedIngredient& ingredient) {
    const QString name = Words::shown(ingredient.name);
    QStringList drugs;
    for (const auto drug : ingredient.drugs) {
        const QString full = Words::shown(history.medications.at(drug).name);
        if (!drugs.contains(full)) // of two prescribers
            drugs << full;
    }
    if (drugs.size() == 1 && drugs.constFirst().startsWith(name))
        return drugs.constFirst();
    return tr("%1: %2", "an ingredient, the drugs that hold it").arg(name, drugs.join(tr(", ", "between names")));
}

void CountedMenu::setHistory(std::shared_ptr<const history::History> history) {
    history_ = std::move(history);
    close();
    clear();
    QStringList lines;
    for (const auto& ingredient : history_ ? history_->oralIngredients : std::vector<history::CountedIngredient>{})
        lines << line(*history_, ingredient);
    button_->setToolTip(lines.isEmpty()
                            ? QString()
                            : tr("Counted (oral, 14 days and more, by estimate; one ingredient counts once):") +
                                  QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
    button_->setAccessibleDescription(lines.join(tr("; ", "between lines read aloud")));
    button_->setEnabled(!lines.isEmpty());
}

void CountedMenu::open() {
    clear();
    if (!history_)
        return;
    for (const auto& ingredient : history_->oralIngredients) {
        EvidenceAsk ask{line(*history_, ingredient), {}};
        for (const auto drug : ingredient.drugs) {
            const auto& lines = history_->medications.at(drug).evidence;
            ask.evidence.insert(ask.evidence.end(), lines.begin(), lines.end());
        }
        connect(addAction(QString(ask.title).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
                [this, ask] { emit asked(ask); });
    }
    popup(button_->mapToGlobal(button_->rect().bottomLeft()));
    if (!actions().isEmpty())
        setActiveAction(actions().constFirst());
}

} // namespace kmixr::ui
