#include "ui/evidence/evidence_panel.h"

#include "ui/controls/accessible_role.h"
#include "ui/marks/marks.h"
#include "ui/theme/theme_event.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace kmixr::ui {

namespace {

QString kindWord(history::Kind kind) {
    switch (kind) {
    case history::Kind::MedicalOutpatient:
        return EvidencePanel::tr("medical, out-patient");
    case history::Kind::MedicalInpatient:
        return EvidencePanel::tr("medical, in-patient");
    case history::Kind::Dpc:
        return EvidencePanel::tr("DPC");
    case history::Kind::Dental:
        return EvidencePanel::tr("dental");
    case history::Kind::Dispensing:
        return EvidencePanel::tr("dispensing");
    }
    return {};
}

/// Marks keep their ground under the current row, which shows by its bar and its ring.
class EvidenceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem plain = option;
        plain.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
        QStyledItemDelegate::paint(painter, plain, index);
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        if (view == nullptr || view->currentIndex().row() != index.row()) {
            return;
        }
        const Roles& r = Roles::current();
        if (index.column() == 0) {
            painter->fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), r.accent);
        }
        if (view->hasFocus()) {
            painter->fillRect(option.rect.left(), option.rect.top(), option.rect.width(), 2, r.focus);
            painter->fillRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2, r.focus);
        }
    }
};

} // namespace

EvidencePanel::EvidencePanel(QWidget* page)
    : QWidget(page->parentWidget()), page_(page), title_(new WordLabel(TextStep::Body, &Roles::accent, this)),
      where_(new WordLabel(TextStep::Small, &Roles::text, this)),
      foot_(new WordLabel(TextStep::Caption, &Roles::text2, this)),
      asRecorded_(new KeyButton(tr("As recorded"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)),
      previous_(new KeyButton(tr("Previous"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)),
      next_(new KeyButton(tr("Next"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)),
      close_(new KeyButton(tr("Close"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)),
      bar_(new QBoxLayout(QBoxLayout::LeftToRight)), head_(new PaperHead(this)), sheetRoom_(new QVBoxLayout),
      paper_(new QTableView(this)), raw_(new QTableView(this)), sheetModel_(new SheetModel(this)),
      rawModel_(new RawLinesModel(this)) {
    setAccessibleRole(this, QAccessible::Document);
    title_->setBold(true);
    where_->setBold(true);
    title_->setWordWrap(true); // the derived word is never cut
    auto* word = new WordLabel(tr("Evidence"), TextStep::Body, &Roles::text, this);
    word->setBold(true);
    previous_->setMark(QStringLiteral("chevron-left"));
    next_->setMark(QStringLiteral("chevron-right"));
    previous_->setKey(QKeySequence(Qt::Key_PageUp), QStringLiteral("PgUp"));
    next_->setKey(QKeySequence(Qt::Key_PageDown), QStringLiteral("PgDn"));
    close_->setKey(QKeySequence(Qt::Key_Escape), QStringLiteral("Esc"));

    asRecorded_->setKey(QKeySequence(Qt::ALT | Qt::Key_K));
    asRecorded_->setCheckable(true);
    paper_->setModel(sheetModel_);
    raw_->setModel(rawModel_);
    paper_->horizontalHeader()->hide(); // each section has its own row of headings
    for (QTableView* table : {paper_, raw_}) {
        table->setItemDelegate(new EvidenceDelegate(table));
        table->setShowGrid(false);
        table->setFrameShape(QFrame::NoFrame);
        table->setWordWrap(false);
        table->setTabKeyNavigation(false);
        table->setSelectionMode(QAbstractItemView::NoSelection);
        table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table->verticalHeader()->hide();
        table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table->horizontalHeader()->setHighlightSections(false);
        table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table->setAccessibleName(tr("Lines of the receipt"));
    }
    paper_->horizontalHeader()->setSectionResizeMode(SheetModel::Name, QHeaderView::Stretch);
    raw_->horizontalHeader()->setSectionResizeMode(RawLinesModel::Text, QHeaderView::Stretch);
    raw_->hide();

    bar_->setContentsMargins(9, 2, 6, 2);
    bar_->setSpacing(8);
    auto* words = new QHBoxLayout;
    words->setSpacing(12);
    words->addWidget(word, 0, Qt::AlignTop);
    words->addWidget(title_, 1);
    auto* keys = new QHBoxLayout;
    keys->setSpacing(8);
    keys->addWidget(asRecorded_);
    keys->addWidget(previous_);
    keys->addWidget(where_);
    keys->addWidget(next_);
    keys->addWidget(close_);
    bar_->addLayout(words, 1);
    bar_->addLayout(keys);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    sheetRoom_->setContentsMargins(12, 8, 12, 0);
    sheetRoom_->setSpacing(6);
    sheetRoom_->addWidget(head_);
    sheetRoom_->addWidget(paper_, 1);
    sheetRoom_->addWidget(raw_, 1);
    all->addLayout(bar_);
    all->addLayout(sheetRoom_, 1);
    all->addWidget(foot_);
    connect(previous_, &QAbstractButton::clicked, this, [this] { turnTo(sheet_ - 1); });
    connect(next_, &QAbstractButton::clicked, this, [this] { turnTo(sheet_ + 1); });
    connect(close_, &QAbstractButton::clicked, this, &EvidencePanel::close);
    connect(asRecorded_, &QAbstractButton::toggled, this, &EvidencePanel::showAsRecorded);
    page->installEventFilter(this);
    size();
    QWidget::hide();
}

void EvidencePanel::size() {
    const auto widths = [](QTableView* table, std::initializer_list<int> columns) {
        int column = 0;
        for (const int width : columns) {
            if (width > 0) { // 0 takes the rest
                table->setColumnWidth(column, Metrics::px(width));
            }
            ++column;
        }
        table->verticalHeader()->setDefaultSectionSize(Metrics::px(24));
    };
    const int air = Metrics::veryLarge() ? 0 : 4;
    foot_->setContentsMargins(12, air, 12, air);
    if (Metrics::veryLarge()) { // the keys stand below the words, the names keep their room
        bar_->setDirection(QBoxLayout::TopToBottom);
        bar_->setSpacing(0);
        widths(paper_, {84, 0, 96, 84, 96, 64});
        widths(raw_, {36, 80, 230, 0, 64});
    } else {
        bar_->setDirection(QBoxLayout::LeftToRight);
        bar_->setSpacing(8);
        widths(paper_, {116, 0, 104, 104, 112, 76});
        widths(raw_, {48, 96, 340, 0, 76});
    }
}

void EvidencePanel::showAsRecorded(bool asRecorded) {
    QTableView* shown = asRecorded ? raw_ : paper_;
    const bool hadFocus = paper_->hasFocus() || raw_->hasFocus();
    (asRecorded ? paper_ : raw_)->hide();
    shown->show();
    layout()->activate();
    keepRowsWhole();
    layout()->activate();
    if (hadFocus) {
        shown->setFocus();
    }
    markPlace();
}

/// No row half shown at the foot: what is too much stays white below the table.
void EvidencePanel::keepRowsWhole() {
    const int row = paper_->verticalHeader()->defaultSectionSize();
    const QTableView* shown = asRecorded_->isChecked() ? raw_ : paper_;
    const int head = shown->horizontalHeader()->isHidden() ? 0 : shown->horizontalHeader()->height();
    const int room = shown->height() + sheetRoom_->contentsMargins().bottom() - head;
    const int over = row > 0 && room > row ? room % row : 0;
    if (over != sheetRoom_->contentsMargins().bottom()) {
        sheetRoom_->setContentsMargins(12, 8, 12, over);
    }
}

/// Both views stand at the first line of evidence.
void EvidencePanel::markPlace() {
    const QModelIndex onPaper = sheetModel_->index(std::max(0, sheetModel_->firstMarkedRow()), SheetModel::Name);
    const QModelIndex recorded = rawModel_->index(rawModel_->firstMarkedRow(), RawLinesModel::Name);
    for (const auto& [table, place] : {std::pair{paper_, onPaper}, std::pair{raw_, recorded}}) {
        table->setCurrentIndex(place);
        table->viewport()->update();
        table->scrollTo(place, QAbstractItemView::PositionAtCenter);
    }
}

void EvidencePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    keepRowsWhole();
}

bool EvidencePanel::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        size();
    }
    return QWidget::event(event);
}

bool EvidencePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == page_ && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void EvidencePanel::show(const QString& title, const std::vector<history::Evidence>& evidence,
                         std::shared_ptr<const history::History> history) {
    std::map<std::uint32_t, std::set<receipt::LineNumber>> byReceipt;
    for (const history::Evidence& at : evidence) {
        if (history != nullptr && at.receipt < history->receipts.size()) {
            byReceipt[at.receipt].insert(at.line);
        }
    }
    if (byReceipt.empty()) {
        return;
    }
    if (!isVisible()) {
        cameFrom_ = QApplication::focusWidget();
    }
    history_ = std::move(history);
    sheets_.clear();
    for (auto& [receipt, lines] : byReceipt) { // the history keeps the newest month first
        sheets_.push_back({receipt, std::move(lines)});
    }
    title_->setText(title);
    place();
    QWidget::show();
    raise();
    turnTo(0);
    (asRecorded_->isChecked() ? raw_ : paper_)->setFocus();
}

void EvidencePanel::turnTo(int sheet) {
    if (sheet < 0 || sheet >= static_cast<int>(sheets_.size())) {
        return;
    }
    sheet_ = sheet;
    fill();
    markPlace();
}

void EvidencePanel::fill() {
    const Sheet& at = sheets_[static_cast<std::size_t>(sheet_)];
    const history::SourceReceipt& source = history_->receipts[at.receipt];
    const QString month = QString::fromStdString(japaneseMonth(source.value.month));
    where_->setText(tr("%1 %2 — %3 of %4", "month, kind of receipt, which of how many")
                        .arg(month, kindWord(source.value.kind))
                        .arg(sheet_ + 1)
                        .arg(sheets_.size()));
    head_->show(source.value);
    QStringList lines;
    std::transform(at.lines.begin(), at.lines.end(), std::back_inserter(lines),
                   [](receipt::LineNumber line) { return QString::number(line); });
    foot_->setText(tr("Points and count stand on the last line of a unit. Lines of evidence: %1")
                       .arg(lines.join(QStringLiteral(", "))));
    previous_->setEnabled(sheet_ > 0);
    next_->setEnabled(sheet_ + 1 < static_cast<int>(sheets_.size()));
    sheetModel_->show(history_.get(), at.receipt, at.lines);
    rawModel_->show(history_, at.receipt, at.lines);
    setAccessibleName(tr("Evidence: %1").arg(title_->text()));
    setAccessibleDescription(head_->accessibleName());
    layout()->activate();
    keepRowsWhole();
    layout()->activate();
}

void EvidencePanel::renew(std::shared_ptr<const history::History> history) {
    if (!isVisible() || history_ == nullptr || history == nullptr) {
        clear();
        return;
    }
    std::vector<Sheet> sheets;
    int place = -1;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        const history::SourceReceipt& source = history_->receipts[sheets_[i].receipt];
        const auto same = std::find_if(history->receipts.begin(), history->receipts.end(), [&source](const auto& of) {
            return of.id == source.id && of.text == source.text; // then its lines are the same lines
        });
        if (same == history->receipts.end()) {
            continue;
        }
        if (static_cast<int>(i) == sheet_) {
            place = static_cast<int>(sheets.size());
        }
        sheets.push_back({static_cast<std::uint32_t>(same - history->receipts.begin()), std::move(sheets_[i].lines)});
    }
    if (place < 0) {
        close();
        return;
    }
    struct Stood {
        QTableView* table;
        int row, column, top;
    };
    std::vector<Stood> stood;
    for (QTableView* table : {paper_, raw_}) {
        const QModelIndex at = table->currentIndex();
        stood.push_back({table, at.row(), at.column(), table->verticalScrollBar()->value()});
    }
    sheets_ = std::move(sheets);
    sheet_ = place;
    const auto before = std::exchange(history_, std::move(history)); // the models let go of it first
    fill();
    for (const Stood& at : stood) {
        at.table->setCurrentIndex(at.table->model()->index(at.row, at.column));
        at.table->verticalScrollBar()->setValue(at.top);
    }
}

void EvidencePanel::close() {
    const QPointer<QWidget> back = cameFrom_;
    clear();
    if (back != nullptr) {
        back->setFocus();
    }
    emit closed();
}

void EvidencePanel::clear() {
    sheetModel_->show(nullptr, 0, {});
    rawModel_->show(nullptr, 0, {});
    history_.reset();
    sheets_.clear();
    head_->clear();
    for (WordLabel* label : {title_, where_, foot_}) {
        label->clear();
    }
    setAccessibleName({});
    setAccessibleDescription({});
    cameFrom_.clear();
    QWidget::hide();
}

void EvidencePanel::place() {
    const QRect room = page_->geometry().adjusted(12, 8, -12, -8);
    const int wide = std::min(room.width(), std::max(Metrics::px(900), room.width() * 70 / 100));
    setGeometry(room.right() + 1 - wide, room.top(), wide, room.height());
}

void EvidencePanel::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.setPen(r.accent);
    painter.setBrush(r.base);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(1, head_->geometry().top() - 8, width() - 2, 1, r.line);
    painter.fillRect(1, foot_->geometry().top() - 1, width() - 2, 1, r.line);
}

} // namespace kmixr::ui
