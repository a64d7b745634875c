#include "ui/frame/evidence_panel.h"

#include "ui/controls/accessible_role.h"
#include "ui/marks/marks.h"
#include "ui/theme/theme_event.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

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
      head_(new WordLabel(TextStep::Small, &Roles::text, this)),
      foot_(new WordLabel(TextStep::Caption, &Roles::text2, this)),
      previous_(new KeyButton(tr("Previous"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)),
      next_(new KeyButton(tr("Next"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)),
      close_(new KeyButton(tr("Close"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)),
      table_(new QTableView(this)), model_(new EvidenceModel(this)) {
    setAccessibleRole(this, QAccessible::Document);
    title_->setBold(true);
    where_->setBold(true);
    auto* word = new WordLabel(tr("Evidence"), TextStep::Body, &Roles::text, this);
    word->setBold(true);
    previous_->setMark(QStringLiteral("chevron-left"));
    next_->setMark(QStringLiteral("chevron-right"));
    previous_->setKey(QKeySequence(Qt::Key_PageUp), QStringLiteral("PgUp"));
    next_->setKey(QKeySequence(Qt::Key_PageDown), QStringLiteral("PgDn"));
    close_->setKey(QKeySequence(Qt::Key_Escape), QStringLiteral("Esc"));

    table_->setModel(model_);
    table_->setItemDelegate(new EvidenceDelegate(table_));
    table_->setShowGrid(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setSectionResizeMode(EvidenceModel::Text, QHeaderView::Stretch);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->setAccessibleName(tr("Lines of the receipt"));

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(9, 2, 6, 2);
    bar->setSpacing(8);
    bar->addWidget(word);
    bar->addWidget(title_, 1);
    bar->addWidget(previous_);
    bar->addWidget(where_);
    bar->addWidget(next_);
    bar->addWidget(close_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    head_->setContentsMargins(12, 8, 12, 8);
    foot_->setContentsMargins(12, 4, 12, 4);
    all->addLayout(bar);
    all->addWidget(head_);
    all->addWidget(table_, 1);
    all->addWidget(foot_);
    connect(previous_, &QAbstractButton::clicked, this, [this] { turnTo(sheet_ - 1); });
    connect(next_, &QAbstractButton::clicked, this, [this] { turnTo(sheet_ + 1); });
    connect(close_, &QAbstractButton::clicked, this, &EvidencePanel::close);
    page->installEventFilter(this);
    size();
    QWidget::hide();
}

void EvidencePanel::size() {
    const int widths[] = {48, 96, 340, 0, 76};
    for (int column = 0; column < EvidenceModel::Columns; ++column) {
        if (column != EvidenceModel::Text) {
            table_->setColumnWidth(column, Metrics::px(widths[column]));
        }
    }
    table_->verticalHeader()->setDefaultSectionSize(Metrics::px(24));
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
    table_->setFocus();
}

void EvidencePanel::turnTo(int sheet) {
    if (sheet < 0 || sheet >= static_cast<int>(sheets_.size())) {
        return;
    }
    sheet_ = sheet;
    const Sheet& at = sheets_[static_cast<std::size_t>(sheet)];
    const history::SourceReceipt& source = history_->receipts[at.receipt];
    const QString month = QString::fromStdString(japaneseMonth(source.value.month));
    const QString name = Marks::displayText(source.value.institution.name.empty() ? source.value.institution.code
                                                                                  : source.value.institution.name);
    where_->setText(tr("%1 %2 — %3 of %4", "month, kind of receipt, which of how many")
                        .arg(month, kindWord(source.value.kind))
                        .arg(sheet + 1)
                        .arg(sheets_.size()));
    head_->setText(tr("%1 — %2 (%3)", "institution, month, kind").arg(name, month, kindWord(source.value.kind)));
    QStringList lines;
    std::transform(at.lines.begin(), at.lines.end(), std::back_inserter(lines),
                   [](receipt::LineNumber line) { return QString::number(line); });
    foot_->setText(tr("Lines of evidence: %1").arg(lines.join(QStringLiteral(", "))));
    previous_->setEnabled(sheet > 0);
    next_->setEnabled(sheet + 1 < static_cast<int>(sheets_.size()));
    model_->show(history_, at.receipt, at.lines);
    setAccessibleName(tr("Evidence: %1").arg(title_->text()));
    setAccessibleDescription(head_->text());
    const QModelIndex first = model_->index(model_->firstMarkedRow(), EvidenceModel::Name);
    table_->setCurrentIndex(first);
    table_->viewport()->update();
    table_->scrollTo(first, QAbstractItemView::PositionAtCenter);
}

void EvidencePanel::close() {
    const QPointer<QWidget> back = cameFrom_;
    clear();
    if (back != nullptr) {
        back->setFocus();
    }
}

void EvidencePanel::clear() {
    model_->show(nullptr, 0, {});
    history_.reset();
    sheets_.clear();
    for (WordLabel* label : {title_, where_, head_, foot_}) {
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
    painter.fillRect(1, head_->geometry().top() - 1, width() - 2, 1, r.line);
    painter.fillRect(1, foot_->geometry().top() - 1, width() - 2, 1, r.line);
}

} // namespace kmixr::ui
