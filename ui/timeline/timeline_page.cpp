#include "ui/timeline/timeline_page.h"

#include "ui/details/draw.h"
#include "ui/details/panel.h"
#include "ui/details/words.h"
#include "ui/timeline/timeline_view.h"

#include <QKeyEvent>

#include <array>

namespace kmixr::ui {
namespace {

constexpr std::array periods{10, 5, 3, 1};

int margin() {
    return Metrics::slimPx(12, 6);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

int chipHeight() {
    return Metrics::slimPx(33, 28);
}

/// The selected month in words, over two lines, or one of very large text; its receipts behind the link.
class MonthLine : public QWidget {
public:
    explicit MonthLine(QWidget* parent) : QWidget(parent), link(new LinkButton(this)) {}

    void show(const QString& words, const QString& linkWords) {
        words_ = words;
        setToolTip(words);
        setAccessibleName(words);
        link->setText(linkWords);
        link->setVisible(!linkWords.isEmpty());
        place();
        update();
    }
    [[nodiscard]] static int mostLines() { return Metrics::veryLarge() ? 1 : 2; }
    [[nodiscard]] static int heightNeeded() {
        return mostLines() * TypeFace::lineHeight(faces::small) + Metrics::slimPx(12, 8);
    }

    LinkButton* link; // NOLINT(misc-non-private-member-variables-in-classes): the page connects it

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        const Roles& roles = Roles::current();
        QPainter painter(this);
        painter.setPen(roles.line);
        painter.setBrush(roles.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        const int left = Metrics::px(8);
        const int right = link->isHidden() ? width() - left : link->x() - left;
        QStringList lines = TypeFace::broken(faces::small, words_, right - left);
        if (lines.size() > mostLines()) { // the rest is under Enter; nothing is cut without a sign
            lines = lines.first(mostLines());
            lines.last() = lines.last().chopped(1) + QChar{0x2026};
        }
        const int pitch = TypeFace::lineHeight(faces::small);
        int top = (height() - pitch * static_cast<int>(lines.size())) / 2;
        for (const QString& line : std::as_const(lines)) {
            draw::text(painter, QRect(left, top, right - left, pitch), Qt::AlignLeft, faces::small, roles.text, line);
            top += pitch;
        }
    }
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        place();
    }

private:
    void place() {
        const QSize size = link->sizeHint();
        link->setGeometry(width() - size.width() - Metrics::px(8), (height() - size.height()) / 2, size.width(),
                          size.height());
    }
    QString words_;
};

} // namespace

struct TimelinePage::Parts {
    std::vector<FilterChip*> chips;
    Panel* panel = nullptr;
    TimelineView* view = nullptr;
    MonthLine* line = nullptr;
    Legend* hint = nullptr;
    TimelineLanes lanes;
    std::shared_ptr<const history::History> history;
    bool chosen = false; ///< a month before the newest was chosen
};

TimelinePage::TimelinePage(QWidget* parent) : PatientPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const int years = periods.at(i);
        auto* chip = new FilterChip(tr("%n years", nullptr, years), this);
        chip->setCheckable(true);
        chip->setChecked(years == periods.front());
        chip->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        connect(chip, &QAbstractButton::clicked, this, [this, years] { setYears(years); });
        of.chips.push_back(chip);
    }
    of.hint = new Legend(this);
    of.panel = new Panel(this);
    of.view = new TimelineView(of.panel);
    of.panel->setContent(of.view, true);
    of.line = new MonthLine(this);
    const auto open = [this] {
        const EvidenceAsk ask = parts_->lanes.ask(parts_->view->selected());
        if (!ask.evidence.empty())
            emit evidenceWanted(ask.title, ask.evidence);
    };
    connect(of.view, &TimelineView::opened, this, open);
    connect(of.line->link, &QAbstractButton::clicked, this, open);
    connect(of.view, &TimelineView::selectionMoved, this, [this] {
        parts_->chosen = parts_->view->selected() != parts_->lanes.last();
        tell();
    });
    connect(of.view, &TimelineView::sightChanged, this, &TimelinePage::tell);
    connect(of.panel, &Panel::footFollowed, of.view, [view = of.view] { view->scroll(3); });
    connect(of.view, &TimelineView::yearsWanted, this, &TimelinePage::setYears);
}

TimelinePage::~TimelinePage() = default;

void TimelinePage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const history::History* now = history.get();
    // A newer history of the patient leaves the month that was chosen, or that is being read.
    const bool stays = isSamePatient(of.history.get(), now) && !of.lanes.empty() && (of.chosen || isVisible());
    const std::optional<Month> stood = stays ? std::optional(of.view->selected()) : std::nullopt;
    of.view->setLanes(nullptr); // before the lanes it looks at go
    of.lanes = TimelineLanes(history);
    of.history = std::move(history);
    of.view->setLanes(&of.lanes, stood);
    of.chosen = of.chosen && stays;
    of.panel->setEmptyWords(now != nullptr && !now->newestMonth ? Words::noReceipts() : QString());
    tell();
    arrange();
}

void TimelinePage::takeFocus() {
    parts_->view->setFocus();
}

std::optional<Month> TimelinePage::chosenMonth() const {
    return parts_->chosen ? std::optional(parts_->view->selected()) : std::nullopt;
}

void TimelinePage::setYears(int years) {
    auto& of = *parts_;
    for (std::size_t i = 0; i < periods.size(); ++i)
        of.chips[i]->setChecked(periods.at(i) == years);
    of.view->setYears(years);
    tell();
}

void TimelinePage::tell() {
    auto& of = *parts_;
    if (of.lanes.empty()) {
        of.line->show({}, {});
        of.panel->setFoot({});
        of.hint->setParts({});
        return;
    }
    const Month month = of.view->selected();
    const auto receipts = of.lanes.ask(month).evidence.size();
    of.line->show(of.lanes.words(month),
                  receipts > 0 ? tr("%n receipts Enter", nullptr, static_cast<int>(receipts)) : QString());
    of.hint->setParts({{.words = tr("%1 to %2 · ←→ month · Ctrl+←→ year · ↑↓ next event · Enter receipts of the month")
                                     .arg(Words::month(of.view->from()), Words::month(of.view->to()))}});
    const QString nothing =
        of.lanes.surgery().empty() && of.lanes.stays().empty()
            ? tr("no surgery or admission recorded (up to treatment in %1)").arg(Words::month(of.lanes.last()))
            : QString();
    std::vector<LegendPart> parts;
    const auto box = [](const QColor& colour, int quarters) {
        return [colour, quarters](QPainter& painter, const QRect& at) {
            const int high = at.height() * quarters / 4;
            painter.fillRect(QRect(at.left(), at.bottom() - high + 1, at.width() * 2 / 3, high), colour);
        };
    };
    const Roles& roles = Roles::current();
    parts.push_back({.words = tr("1 day"), .mark = box(roles.bar, 1)});
    parts.push_back({.words = tr("2–3 days"), .mark = box(roles.bar, 2)});
    parts.push_back({.words = tr("4–9 days"), .mark = box(roles.bar, 3)});
    parts.push_back({.words = tr("10 days and more"), .mark = box(roles.heat4, 4)});
    parts.push_back({.words = tr("in-patient"), .mark = box(roles.text, 4)});
    parts.push_back({.words = tr("▲ surgery  hatched = not obtained  dashed = taken as 14 days")});
    parts.push_back(
        {.words = nothing.isEmpty()
                      ? tr("blank = no visit recorded (up to treatment in %1)").arg(Words::month(of.lanes.last()))
                      : nothing});
    const QStringList below = of.view->below();
    of.panel->setFoot(std::move(parts),
                      below.isEmpty() ? QString() : tr("Below: %1  Ctrl+↓").arg(below.join(QStringLiteral("  "))));
}

void TimelinePage::arrange() {
    auto& of = *parts_;
    int x = margin();
    for (FilterChip* chip : of.chips) {
        const int wide = chip->sizeHint().width();
        chip->setGeometry(x, gap(), wide, chipHeight());
        x += wide + gap();
    }
    of.hint->setGeometry(x, gap(), std::max(0, width() - margin() - x), chipHeight());
    const int top = gap() + chipHeight() + gap();
    const int line = MonthLine::heightNeeded();
    const int wide = width() - 2 * margin();
    of.line->setGeometry(margin(), height() - gap() - line, wide, line);
    of.panel->setGeometry(margin(), top, wide, std::max(0, height() - 2 * gap() - line - top));
    of.panel->settle();
}

void TimelinePage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void TimelinePage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        tell();
        arrange();
    }
}

void TimelinePage::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find)) {
        emit searchWanted();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
