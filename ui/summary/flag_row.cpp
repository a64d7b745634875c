#include "ui/summary/flag_row.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr std::size_t mostChips = 8;

int gap() {
    return Metrics::px(8);
}

int lineHeight(FlagChip::Form form) {
    return form == FlagChip::Form::OneLine ? Metrics::slimPx(30, 24) : Metrics::px(40);
}

} // namespace

FlagRow::FlagRow(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Flags"));
}

void FlagRow::setHistory(std::shared_ptr<const history::History> history) {
    const bool renewed = isSamePatient(history_.get(), history.get());
    const auto stood =
        std::find_if(chips_.begin(), chips_.end(), [](const FlagChip* chip) { return chip->hasFocus(); });
    const auto at = static_cast<std::size_t>(stood - chips_.begin());
    const bool onFlag = at < chips_.size() && at < history_->flags.size();
    const std::string id = renewed && onFlag ? history_->flags[at].id : std::string();
    const bool focused = renewed && stood != chips_.end();
    history_ = std::move(history);
    open_ = open_ && renewed;
    build();
    if (!focused || chips_.empty())
        return;
    const auto& flags = history_->flags;
    const auto same = std::find_if(flags.begin(), flags.end(), [&id](const auto& flag) { return flag.id == id; });
    const auto found = same == flags.end() ? at : static_cast<std::size_t>(same - flags.begin());
    stopAt(chips_[std::min(found, chips_.size() - 1)]);
}

/// The one stop of the Tab key.
void FlagRow::stopAt(FlagChip* chip) {
    for (FlagChip* each : chips_)
        each->setFocusPolicy(each == chip ? Qt::StrongFocus : Qt::ClickFocus);
    chip->setFocus(Qt::OtherFocusReason);
}

FlagChip* FlagRow::makeChip() {
    auto* chip = new FlagChip(this);
    // One stop of the Tab key for the whole row; the arrows walk inside it.
    chip->setFocusPolicy(chips_.empty() ? Qt::StrongFocus : Qt::ClickFocus);
    connect(chip, &FlagChip::walked, this, [this, chip](int step) { walk(chip, step); });
    chips_.push_back(chip);
    chip->show();
    return chip;
}

void FlagRow::build() {
    qDeleteAll(chips_);
    chips_.clear();
    if (history_) {
        const std::size_t all = history_->flags.size();
        const std::size_t shown = open_ || all <= mostChips ? all : mostChips - 1;
        for (std::size_t i = 0; i < shown; ++i) {
            FlagChip* chip = makeChip();
            chip->showFlag(*history_, history_->flags[i]);
            connect(chip, &QAbstractButton::clicked, this, [this, i] {
                const history::Flag& flag = history_->flags.at(i);
                emit asked({Words::shown(flag.words), flag.evidence});
            });
        }
        if (shown < all) {
            FlagChip* more = makeChip();
            more->showMore(static_cast<int>(all - shown));
            connect(more, &QAbstractButton::clicked, this, [this, shown] {
                open_ = true;
                // The button that was pressed goes away with the others: not inside its own signal.
                QMetaObject::invokeMethod(
                    this,
                    [this, shown] {
                        build();
                        emit heightChanged();
                        if (shown < chips_.size())
                            chips_[shown]->setFocus();
                    },
                    Qt::QueuedConnection);
            });
        }
    }
    place();
    update();
}

FlagRow::Plan FlagRow::plan(int width) const {
    const auto count = static_cast<int>(chips_.size());
    if (count == 0)
        return {};
    const auto naturalWidth = [&](FlagChip::Form form) {
        int sum = (count - 1) * gap();
        for (const FlagChip* chip : chips_)
            sum += chip->naturalWidth(form);
        return sum;
    };
    // From 130 % on each flag takes one line (UI.md §11).
    const bool large = Metrics::factor() >= 1.3;
    if (!large) {
        for (const auto form : {FlagChip::Form::TwoLines, FlagChip::Form::TwoLinesShort}) {
            if (naturalWidth(form) <= width)
                return {form, count, 1};
        }
    }
    int widest = 1;
    for (const FlagChip* chip : chips_)
        widest = std::max(widest, chip->naturalWidth(FlagChip::Form::OneLine));
    const int columns = std::clamp((width + gap()) / (widest + gap()), 1, large ? 3 : count);
    return {FlagChip::Form::OneLine, columns, (count + columns - 1) / columns};
}

int FlagRow::heightFor(int width) const {
    const Plan of = plan(width);
    return of.rows == 0 ? Metrics::px(26) : of.rows * lineHeight(of.form) + (of.rows - 1) * Metrics::px(6);
}

void FlagRow::place() {
    const Plan of = plan(width());
    if (of.rows == 0)
        return;
    if (of.rows == 1 && of.form != FlagChip::Form::OneLine) {
        int spare = width() - (of.columns - 1) * gap();
        for (const FlagChip* chip : chips_)
            spare -= chip->naturalWidth(of.form);
        // White space stays white: a chip grows by no more than this.
        const int each = std::clamp(spare / of.columns, 0, Metrics::px(40));
        int x = 0;
        for (FlagChip* chip : chips_) {
            chip->setForm(of.form);
            const int wide = chip->naturalWidth(of.form) + each;
            chip->setGeometry(x, 0, wide, lineHeight(of.form));
            x += wide + gap();
        }
        return;
    }
    const int wide = (width() - (of.columns - 1) * gap()) / of.columns;
    const int high = lineHeight(of.form);
    for (std::size_t i = 0; i < chips_.size(); ++i) {
        const int column = static_cast<int>(i) % of.columns;
        const int row = static_cast<int>(i) / of.columns;
        chips_[i]->setForm(of.form);
        chips_[i]->setGeometry(column * (wide + gap()), row * (high + Metrics::px(6)), wide, high);
    }
}

void FlagRow::walk(FlagChip* from, int step) {
    const auto at = std::find(chips_.begin(), chips_.end(), from);
    const auto place = static_cast<std::ptrdiff_t>(at - chips_.begin()) + step;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(chips_.size()))
        return;
    stopAt(chips_[static_cast<std::size_t>(place)]);
}

void FlagRow::paintEvent(QPaintEvent* /*event*/) {
    if (!chips_.empty() || !history_)
        return;
    QPainter painter(this);
    draw::text(painter, rect(), Qt::AlignLeft, faces::small, Roles::current().text2,
               Words::noFlags(history_->newestMonth));
}

void FlagRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

} // namespace kmixr::ui
