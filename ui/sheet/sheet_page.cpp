#include "ui/sheet/sheet_page.h"

#include "ui/controls/key_button.h"
#include "ui/details/draw.h"
#include "ui/details/painted_items.h"
#include "ui/details/panel.h"
#include "ui/details/words.h"
#include "ui/sheet/sheet_painter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollArea>
#include <QScrollBar>

#include <functional>

namespace kmixr::ui {
namespace {

using Columns = std::vector<std::vector<int>>;

const Columns& screenColumns() {
    static const Columns columns{{EmergencySheet::Visits, EmergencySheet::Treatments, EmergencySheet::Allergies},
                                 {EmergencySheet::Drugs},
                                 {EmergencySheet::Surgery, EmergencySheet::Acts, EmergencySheet::Problems}};
    return columns;
}

/// With very large text: two columns, scrolled.
const Columns& largeColumns() {
    static const Columns columns{
        {EmergencySheet::Visits, EmergencySheet::Treatments, EmergencySheet::Allergies},
        {EmergencySheet::Drugs, EmergencySheet::Surgery, EmergencySheet::Acts, EmergencySheet::Problems}};
    return columns;
}

const Columns& paperColumns() {
    static const Columns columns{{EmergencySheet::Visits, EmergencySheet::Drugs},
                                 {EmergencySheet::Treatments, EmergencySheet::Allergies, EmergencySheet::Surgery,
                                  EmergencySheet::Acts, EmergencySheet::Problems}};
    return columns;
}

int margin() {
    return Metrics::slimPx(12, 6);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

/// The sheet on the screen: its rows are walked by the keyboard and said by a screen reader.
class SheetView : public QWidget, public PaintedItems {
public:
    explicit SheetView(QWidget* parent) : QWidget(parent) {
        installPaintedItemsAccess();
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(SheetPage::tr("Emergency sheet"));
    }

    std::function<void(const EvidenceAsk&)> asked;    // NOLINT(misc-non-private-member-variables-in-classes)
    std::function<void(const QRect& place)> walkedTo; // NOLINT(misc-non-private-member-variables-in-classes)

    void setSheet(const EmergencySheet* sheet) {
        sheet_ = sheet;
        current_ = -1;
        lay();
    }
    /// Section and name of the current row; what else it says changes with the data.
    [[nodiscard]] QString stood() const { return current_ >= 0 ? nameOf(current_) : QString(); }
    void standAt(const QString& name) {
        for (int i = 0; i < itemCount() && !name.isEmpty(); ++i) {
            if (at(i).row >= 0 && nameOf(i) == name)
                current_ = i;
        }
    }
    void lay() {
        painter_.reset();
        if (sheet_ != nullptr && !sheet_->empty()) {
            // The largest text at which everything has room, then the widest lines; the smallest of the scale is the
            // floor.
            struct Size {
                TextStep name, small;
                double pitch;
            };
            for (const auto& [name, small, pitch] :
                 {Size{TextStep::Body, TextStep::Small, 1.5}, Size{TextStep::Body, TextStep::Small, 1.25},
                  Size{TextStep::Small, TextStep::Caption, 1.45}, Size{TextStep::Small, TextStep::Caption, 1.3},
                  Size{TextStep::Small, TextStep::Caption, 1.2}, Size{TextStep::Caption, TextStep::Caption, 1.2}}) {
                painter_ =
                    std::make_unique<SheetPainter>(*sheet_, Metrics::veryLarge() ? largeColumns() : screenColumns(),
                                                   area(height()), look(name, small, pitch), this);
                if (Metrics::veryLarge() || painter_->fits())
                    break;
            }
        }
        update();
    }
    /// The height at which nothing is left out, where the sheet may be scrolled: at very large text only.
    [[nodiscard]] int heightNeeded() const {
        if (sheet_ == nullptr || sheet_->empty() || !Metrics::veryLarge())
            return 0;
        int high = Metrics::px(200);
        for (; high < Metrics::px(4000); high += Metrics::px(40)) {
            if (SheetPainter(*sheet_, largeColumns(), area(high), look(TextStep::Body, TextStep::Small, 1.5),
                             const_cast<SheetView*>(this))
                    .fits())
                break;
        }
        return high;
    }
    [[nodiscard]] int itemCount() const override { return painter_ ? static_cast<int>(painter_->items().size()) : 0; }
    [[nodiscard]] QString itemWords(int item) const override { return at(item).words; }
    /// How many rows do not stand whole above `bottom`.
    [[nodiscard]] int rowsBelow(int bottom) const {
        int rows = 0;
        for (int item = 0; item < itemCount(); ++item)
            rows += at(item).row >= 0 && itemPlace(item).bottom() > bottom ? 1 : 0;
        return rows;
    }
    [[nodiscard]] QRect itemPlace(int item) const override { return at(item).place.toAlignedRect(); }
    [[nodiscard]] int currentItem() const override { return current_; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        if (!painter_)
            return;
        QPainter painter(this);
        if (current_ >= 0 && hasFocus()) {
            const QRect place = itemPlace(current_).adjusted(-2, 0, 2, 0);
            painter.fillRect(place, Roles::current().sel);
        }
        painter_->paint(painter, visibleRegion().boundingRect());
        if (current_ >= 0 && hasFocus())
            draw::ring(painter, itemPlace(current_).adjusted(-2, 0, 2, 0));
    }
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        lay();
    }
    void focusInEvent(QFocusEvent* event) override {
        QWidget::focusInEvent(event);
        if (current_ < 0)
            walk(1);
        update();
    }
    void focusOutEvent(QFocusEvent* event) override {
        QWidget::focusOutEvent(event);
        update();
    }
    void keyPressEvent(QKeyEvent* event) override {
        switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Left:
            walk(-1);
            return;
        case Qt::Key_Down:
        case Qt::Key_Right:
            walk(1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            open();
            return;
        default:
            QWidget::keyPressEvent(event);
        }
    }
    void mousePressEvent(QMouseEvent* event) override {
        for (int i = 0; i < itemCount(); ++i) {
            if (at(i).row >= 0 && itemPlace(i).contains(event->pos())) {
                current_ = i;
                update();
            }
        }
    }
    void mouseDoubleClickEvent(QMouseEvent* event) override {
        mousePressEvent(event);
        open();
    }

private:
    [[nodiscard]] QRectF area(int height) const { return QRectF(0, 0, width(), height).adjusted(2, 2, -2, -2); }
    static SheetLook look(TextStep name, TextStep small, double pitch) {
        const Roles& roles = Roles::current();
        return {Metrics::font(TextStep::Body, true),
                Metrics::font(name),
                Metrics::font(small),
                roles.text,
                roles.text2,
                roles.border,
                roles.critical,
                double(Metrics::px(8)),
                pitch};
    }
    [[nodiscard]] const SheetPainter::Item& at(int item) const {
        return painter_->items().at(static_cast<std::size_t>(item));
    }
    [[nodiscard]] QString nameOf(int item) const {
        const auto& rows = sheet_->sections.at(static_cast<std::size_t>(at(item).section)).rows;
        const auto row = static_cast<std::size_t>(at(item).row);
        return QStringLiteral("%1 %2").arg(at(item).section).arg(row < rows.size() ? rows[row].name : QString());
    }
    /// To the next row; titles are passed over.
    void walk(int step) {
        for (int next = current_ + step; next >= 0 && next < itemCount(); next += step) {
            if (at(next).row >= 0) {
                current_ = next;
                update();
                if (walkedTo)
                    walkedTo(itemPlace(current_));
                announceItem(this, current_);
                return;
            }
        }
    }
    void open() {
        if (current_ < 0 || !asked)
            return;
        const auto& rows = sheet_->sections.at(static_cast<std::size_t>(at(current_).section)).rows;
        const auto row = static_cast<std::size_t>(at(current_).row);
        if (row < rows.size())
            asked(rows[row].ask);
    }

    const EmergencySheet* sheet_ = nullptr;
    std::unique_ptr<SheetPainter> painter_;
    int current_ = -1;
};

} // namespace

struct SheetPage::Parts {
    EmergencySheet sheet;
    std::shared_ptr<const history::History> history{};
    Legend* head = nullptr;
    KeyButton* print = nullptr;
    Panel* panel = nullptr;
    SheetView* view = nullptr;
    QScrollArea* scroll = nullptr; ///< round the view; only very large text makes it scroll
    QPointer<QPrintDialog> dialog{};
    std::unique_ptr<QPrinter> printer{};
};

SheetPage::SheetPage(QWidget* parent) : PatientPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.head = new Legend(this);
    of.print = new KeyButton(tr("Print on A4"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this);
    of.print->setKey(QKeySequence(Qt::CTRL | Qt::Key_P));
    of.panel = new Panel(this);
    of.view = new SheetView(nullptr);
    of.scroll = new QScrollArea(of.panel);
    of.scroll->setFrameShape(QFrame::NoFrame);
    of.scroll->setFocusPolicy(Qt::NoFocus);
    of.scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    of.scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    of.scroll->setWidgetResizable(true);
    of.scroll->setWidget(of.view);
    of.view->setAutoFillBackground(false);
    of.scroll->viewport()->setAutoFillBackground(false);
    of.panel->setContent(of.scroll, true);
    of.view->walkedTo = [this](const QRect& place) {
        const int air = Metrics::px(20);
        parts_->scroll->ensureVisible(0, place.top() - air, 0, 0);
        parts_->scroll->ensureVisible(0, place.bottom() + air, 0, 0);
    };
    connect(of.scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &SheetPage::tell);
    connect(of.panel, &Panel::footFollowed, this, [this] { turn(1); });
    of.view->asked = [this](const EvidenceAsk& ask) {
        if (!ask.evidence.empty())
            emit evidenceWanted(ask.title, ask.evidence);
    };
    connect(of.print, &QAbstractButton::clicked, this, &SheetPage::print);
    setTabOrder(of.view, of.print);
}

SheetPage::~SheetPage() = default;

void SheetPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    if (of.dialog) // of the patient before
        of.dialog->reject();
    const bool renewed = isSamePatient(of.history.get(), history.get());
    const QString stood = renewed ? of.view->stood() : QString();
    of.history = history;
    of.view->setSheet(nullptr);
    of.sheet = history ? EmergencySheet(*history) : EmergencySheet();
    of.view->setSheet(&of.sheet);
    of.panel->setEmptyWords(history && of.sheet.empty() ? Words::noReceipts() : QString());
    of.print->setEnabled(!of.sheet.empty());
    of.head->setParts(
        {{.words = of.sheet.empty() ? QString() : tr("Emergency sheet"), .strong = true}, {.words = of.sheet.asOf}});
    of.scroll->verticalScrollBar()->setValue(0);
    arrange();
    of.view->standAt(stood);
}

void SheetPage::takeFocus() {
    parts_->view->setFocus();
}

bool SheetPage::printOn(QPagedPaintDevice& device) const {
    const auto& of = *parts_;
    device.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(12, 12, 12, 12),
                                     QPageLayout::Millimeter));
    QPainter painter;
    if (of.sheet.empty() || !painter.begin(&device))
        return false;
    const QRectF page(0, 0, device.width(), device.height());
    QFont small = Metrics::font(TextStep::Small);
    small.setPointSizeF(8.5);
    QFont head = Metrics::font(TextStep::Body, true);
    head.setPointSizeF(12);
    const QFontMetricsF headSize(head, &device), smallSize(small, &device);
    painter.setPen(Qt::black);
    painter.setFont(head);
    double top = headSize.ascent();
    painter.drawText(QPointF(0, top), tr("Emergency sheet"));
    const QString mark = tr("For medical staff");
    painter.drawText(QPointF(page.width() - headSize.horizontalAdvance(mark), top), mark);
    top += headSize.height() * 1.1;
    painter.drawText(QPointF(0, top), of.sheet.person);
    top += smallSize.height() * 1.2;
    painter.setFont(small);
    painter.drawText(QPointF(0, top), of.sheet.asOf);
    top += smallSize.height() * 0.5;
    painter.drawLine(QPointF(0, top), QPointF(page.width(), top));
    const double foot = smallSize.height() * 2.4;
    const QRectF body(0, top + smallSize.height() * 0.4, page.width(),
                      page.height() - top - smallSize.height() * 0.4 - foot);
    for (const double points : {10.5, 9.5, 8.5, 7.5}) { // one page: the text gives way before any row does
        QFont title = head, name = small, beside = small;
        title.setPointSizeF(points + 0.5);
        name.setPointSizeF(points);
        beside.setPointSizeF(points - 1.0);
        const SheetPainter sheet(of.sheet, paperColumns(), body,
                                 {title, name, beside, Qt::black, Qt::black, Qt::black, Qt::black,
                                  smallSize.height() * 0.6, points > 10 ? 1.3 : 1.1},
                                 &device);
        if (sheet.fits() || points < 8) {
            sheet.paint(painter);
            break;
        }
    }
    painter.setFont(small);
    painter.setPen(Qt::black);
    painter.drawText(
        QRectF(0, page.height() - foot + smallSize.height() * 0.3, page.width() - smallSize.height() * 3, foot),
        Qt::AlignLeft | Qt::TextWordWrap, of.sheet.caution);
    painter.drawText(QRectF(0, page.height() - smallSize.height() * 1.2, page.width(), smallSize.height() * 1.2),
                     Qt::AlignRight | Qt::AlignBottom, QStringLiteral("1 / 1"));
    return painter.end();
}

void SheetPage::print() {
    auto& of = *parts_;
    if (of.sheet.empty() || of.dialog)
        return;
    of.printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    of.printer->setDocName(tr("Emergency sheet")); // a queue shows it to others: no name in it
    of.dialog = new QPrintDialog(of.printer.get(), this);
    of.dialog->setAttribute(Qt::WA_DeleteOnClose);
    of.dialog->setOptions({});
    connect(of.dialog, &QDialog::accepted, this, [this] { printOn(*parts_->printer); });
    of.dialog->open();
}

void SheetPage::arrange() {
    auto& of = *parts_;
    const int wide = width() - 2 * margin();
    const QSize button = of.print->sizeHint();
    const int high = Metrics::px(33);
    of.print->setGeometry(width() - margin() - button.width(), gap() + (high - button.height()) / 2, button.width(),
                          button.height());
    of.head->setGeometry(margin(), gap(), wide - button.width() - gap(), high);
    const int top = 2 * gap() + high;
    of.panel->setGeometry(margin(), top, wide, std::max(0, height() - gap() - top));
    tell();
    of.panel->settle();
    of.view->setMinimumHeight(of.view->heightNeeded());
    of.view->lay();
    tell();
}

void SheetPage::turn(int pages) {
    QScrollBar* bar = parts_->scroll->verticalScrollBar();
    bar->setValue(bar->value() + pages * (bar->pageStep() - Metrics::px(30)));
}

/// The foot: what limits the sheet, and the way to what stands below.
void SheetPage::tell() {
    auto& of = *parts_;
    const QScrollBar* bar = of.scroll->verticalScrollBar();
    const int below =
        bar->value() < bar->maximum() ? of.view->rowsBelow(bar->value() + of.scroll->viewport()->height()) : 0;
    of.panel->setFoot({{.words = of.sheet.caution}}, below > 0 ? tr("Below: %1 rows  PgDn").arg(below) : QString());
    of.view->update(); // rows cut by the edge are left white: they change as it moves
}

void SheetPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void SheetPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void SheetPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp) {
        turn(event->key() == Qt::Key_PageDown ? 1 : -1);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit backWanted();
        return;
    }
    if (event->matches(QKeySequence::Find)) {
        emit searchWanted();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
