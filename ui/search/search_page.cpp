#include "ui/search/search_page.h"

#include "ui/details/panel.h"
#include "ui/details/table_delegate.h"
#include "ui/details/words.h"
#include "ui/search/search_model.h"

#include <QKeyEvent>

namespace kmixr::ui {
namespace {

int margin() {
    return Metrics::slimPx(12, 6);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

int fieldHeight() {
    return Metrics::px(33);
}

int usualHeight() {
    return Metrics::px(25);
}

class SearchDelegate : public TableDelegate {
public:
    SearchDelegate(const SearchModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const QString words = index.data().toString();
        const bool suspected = model_->kind(index.row()) == SearchKind::Suspected;
        if (index.column() != SearchModel::Name) {
            draw::elided(painter, cell, Qt::AlignLeft, faces::small,
                         index.column() == SearchModel::About ? draw::ink(look) : draw::ink2(look), words);
            return;
        }
        const Face face = look.selected ? faces::bodyBold : faces::body;
        draw::wrapped(painter, cell, face, suspected ? draw::ink2(look) : draw::ink(look), words);
        const int left = cell.left() + std::min(cell.width(), TypeFace::width(face, words)) + Metrics::px(8);
        const QStringList badges = model_->badges(index.row());
        const BadgeKind kind = suspected ? BadgeKind::Suspected : BadgeKind::Neutral;
        if (left + draw::badgesWidth(badges, kind, faces::caption) <= cell.right())
            draw::badges(painter, cell, left, badges, kind, faces::caption);
    }

private:
    const SearchModel* model_;
};

class SearchTable : public TableView {
public:
    SearchTable(SearchModel& model, QWidget* parent) : TableView(parent), model_(&model) {
        setHorizontalHeader(new TableHead(this));
        setModel(model_);
        setItemDelegate(new SearchDelegate(model, this));
        setUsualRowHeight(usualHeight());
        setAccessibleName(SearchPage::tr("What was found"));
        connect(model_, &QAbstractItemModel::modelReset, this, [this] { lay(); });
    }
    void lay() {
        setUsualRowHeight(usualHeight());
        layColumns(*this, {44, 30, 26, -Metrics::px(150)});
        const int room = columnWidth(SearchModel::Name) - 2 * cellPadding();
        layRows(*this, *model_, [this, room](int row) {
            const int lines =
                TypeFace::lines(faces::bodyBold, model_->index(row, SearchModel::Name).data().toString(), room);
            return lines <= 1 ? usualHeight() : lines * TypeFace::lineHeight(faces::body) + Metrics::px(7);
        });
        emit sightChanged();
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        TableView::resizeEvent(event);
        lay();
    }

private:
    SearchModel* model_;
};

} // namespace

struct SearchPage::Parts {
    SearchField* field = nullptr;
    Legend* hint = nullptr;
    Panel* panel = nullptr;
    SearchModel* model = nullptr;
    SearchTable* table = nullptr;
    std::shared_ptr<const history::History> history;
};

SearchPage::SearchPage(QWidget* parent) : PatientPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.field = new SearchField(tr("Name, kana, generic name, class, code"), this);
    of.hint = new Legend(this);
    of.model = new SearchModel(this);
    of.panel = new Panel(this);
    of.table = new SearchTable(*of.model, of.panel);
    of.panel->setContent(of.table, true);
    of.field->installEventFilter(this);
    connect(of.field, &QLineEdit::textChanged, this, &SearchPage::search);
    connect(of.table, &TableView::asked, this, [this](const QModelIndex& index) {
        if (const EvidenceAsk ask = parts_->model->ask(index); !ask.evidence.empty())
            emit evidenceWanted(ask.title, ask.evidence);
    });
    connect(of.table, &TableView::sightChanged, this, &SearchPage::tell);
    connect(of.panel, &Panel::footFollowed, of.table, &TableView::pageDown);
}

SearchPage::~SearchPage() = default;

void SearchPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const bool refreshed = isSamePatient(of.history.get(), history.get()); // what was typed stays
    of.history = history;
    if (!refreshed) {
        const QSignalBlocker quiet(of.field);
        of.field->clear();
        of.model->setQuery({});
    }
    of.model->setHistory(std::move(history));
    search();
}

void SearchPage::takeFocus() {
    parts_->field->setFocus();
    parts_->field->selectAll();
}

void SearchPage::search() {
    auto& of = *parts_;
    of.model->setQuery(of.field->text());
    const bool typed = !SearchQuery(of.field->text()).isEmpty();
    QString empty;
    if (of.history && !of.history->newestMonth)
        empty = Words::noReceipts();
    else if (of.history && !typed)
        empty = tr("Type a part of a name, its kana, or a code");
    else if (of.history && of.model->found() == 0)
        empty = tr("No such words in the receipts (up to treatment in %1)").arg(Words::month(*of.history->newestMonth));
    of.panel->setEmptyWords(empty);
    of.hint->setParts(
        {{.words = typed
                       ? tr("%1 of %2 · ↑↓ row · Enter evidence · Esc back").arg(of.model->found()).arg(of.model->all())
                       : tr("Everything at once · Esc back")}});
    arrange();
}

void SearchPage::tell() {
    auto& of = *parts_;
    const LookAhead ahead = lookAhead(*of.model, of.table->firstRowBelow());
    of.panel->setFoot({}, ahead.groups.isEmpty() ? QString()
                                                 : tr("Below: %1").arg(ahead.groups.join(QStringLiteral("  "))));
}

void SearchPage::arrange() {
    auto& of = *parts_;
    const int wide = width() - 2 * margin();
    const int field = std::min(wide, Metrics::px(460));
    of.field->setGeometry(margin(), gap(), field, fieldHeight());
    of.hint->setGeometry(margin() + field + gap(), gap(), std::max(0, wide - field - gap()), fieldHeight());
    const int top = 2 * gap() + fieldHeight();
    of.panel->setGeometry(margin(), top, wide, std::max(0, height() - gap() - top));
    tell();
    of.panel->settle();
    of.table->lay();
}

void SearchPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void SearchPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void SearchPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit backWanted();
        return;
    }
    PatientPage::keyPressEvent(event);
}

/// From the field ↓ goes into the list, Enter opens the first thing found; the field itself keeps what was typed.
bool SearchPage::eventFilter(QObject* watched, QEvent* event) {
    auto& of = *parts_;
    if (watched == of.field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const QModelIndex first = firstItem(*of.model);
        if (key == Qt::Key_Down && first.isValid()) {
            of.table->setFocus();
            of.table->setCurrentIndex(first);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && first.isValid()) {
            of.table->setFocus();
            of.table->setCurrentIndex(first);
            emit of.table->asked(first);
            return true;
        }
    }
    return PatientPage::eventFilter(watched, event);
}

} // namespace kmixr::ui
