#include "ui/summary/drug_delegate.h"

#include "ui/details/words.h"

namespace kmixr::ui {

using history::MedicationCourse;

CircleState circleOf(history::DrugState state) {
    switch (state) {
    case history::DrugState::Taking:
        return CircleState::Full;
    case history::DrugState::UntilDataEnd:
        return CircleState::Half;
    case history::DrugState::Ended:
        break;
    }
    return CircleState::Empty;
}

int DrugDelegate::valuesHeight() {
    return TypeFace::lineHeight(faces::small) + Metrics::px(1);
}

void DrugDelegate::measure() {
    classWidth_ = doseWidth_ = placeWidth_ = untilWidth_ = 0;
    const auto widen = [](int& width, Face face, const QString& words) {
        width = std::max(width, TypeFace::width(face, words));
    };
    for (const RankedModel::Entry& entry : model_->entries()) {
        const MedicationCourse& drug = model_->course(entry);
        widen(classWidth_, faces::small, Words::shown(drug.drugClass));
        widen(doseWidth_, faces::small, Words::dose(drug));
        widen(placeWidth_, faces::caption, Words::shortInstitution(*model_->history(), drug.prescriber));
        widen(untilWidth_, faces::small, Words::until(drug));
    }
}

DrugColumns DrugDelegate::columns(int width) const {
    const int gap = Metrics::px(5);
    DrugColumns at;
    at.classLeft = listPadding();
    at.nameLeft = at.classLeft + std::max(classWidth_, Metrics::px(48)) + gap;
    at.placeRight = width - listPadding();
    at.placeLeft = at.placeRight - std::max(placeWidth_, Metrics::px(48));
    at.todayLeft = at.placeLeft - gap - std::max(untilWidth_, Metrics::px(44));
    at.todayCircle = at.todayLeft - Metrics::px(10);
    at.endCircle = at.todayCircle - Metrics::px(25);
    at.doseRight = at.endCircle - Metrics::px(18);
    at.nameRight = at.doseRight - std::max(doseWidth_, Metrics::px(50)) - gap;
    at.stacked = at.nameRight - at.nameLeft < Metrics::px(110);
    if (at.stacked)
        at.nameRight = at.placeRight;
    return at;
}

int DrugDelegate::nameLines(const RankedModel::Entry& entry, int width) const {
    const DrugColumns at = columns(width);
    const QStringList badges = model_->duplicateBadges(entry);
    const int beside = draw::badgesWidth(badges, BadgeKind::Duplicate, faces::caption);
    const int room = at.nameRight - at.nameLeft - beside;
    return TypeFace::lines(faces::body, Words::shown(model_->course(entry).name), std::max(room, Metrics::px(60)));
}

int DrugDelegate::itemHeight(const RankedModel::Entry& entry, int width) const {
    const int lines = nameLines(entry, width);
    const int one = tight_ ? Metrics::px(22.4) : Metrics::px(24);
    if (columns(width).stacked)
        return lines * TypeFace::lineHeight(faces::body) + valuesHeight() + Metrics::px(5);
    return lines == 1 ? one : lines * TypeFace::lineHeight(faces::body) + Metrics::px(8);
}

void DrugDelegate::paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                             const draw::RowLook& look) const {
    const MedicationCourse& drug = model_->course(entry);
    const DrugColumns at = columns(row.width());
    const QColor ink = draw::ink(look);
    const QColor ink2 = draw::ink2(look);
    QRect values = row; // the line of dose, states and prescriber
    QRect names = row;
    if (at.stacked) {
        names.setBottom(row.bottom() - valuesHeight());
        values.setTop(names.bottom() + 1);
    }
    const auto of = [](const QRect& line, int left, int right) {
        return QRect(line.left() + left, line.top(), right - left, line.height());
    };
    draw::text(painter, of(names, at.classLeft, at.nameLeft), Qt::AlignLeft, faces::small, ink2,
               Words::shown(drug.drugClass));

    const QStringList badges = model_->duplicateBadges(entry);
    const int beside = draw::badgesWidth(badges, BadgeKind::Duplicate, faces::caption);
    const QRect name = of(names, at.nameLeft, std::max(at.nameRight - beside, at.nameLeft + Metrics::px(60)));
    draw::wrapped(painter, name, faces::body, ink, Words::shown(drug.name));
    draw::badges(painter, names, row.left() + at.nameRight - beside + Metrics::px(4), badges, BadgeKind::Duplicate,
                 faces::caption);

    draw::text(painter, of(values, 0, at.doseRight), Qt::AlignRight, faces::small, ink, Words::dose(drug));
    draw::circle(painter, values, row.left() + at.endCircle, circleOf(drug.atDataEnd), ink);
    draw::circle(painter, values, row.left() + at.todayCircle, circleOf(drug.today), ink);
    draw::text(painter, of(values, at.todayLeft, at.placeLeft), Qt::AlignLeft, faces::small, ink, Words::until(drug));
    draw::text(painter, of(values, at.placeLeft, at.placeRight), Qt::AlignRight, faces::caption, ink2,
               Words::shortInstitution(*model_->history(), drug.prescriber));
}

DrugColumnHeads::DrugColumnHeads(const DrugListModel& model, const DrugDelegate& delegate, QWidget* parent)
    : QWidget(parent), model_(&model), delegate_(&delegate) {}

QSize DrugColumnHeads::sizeHint() const {
    return {Metrics::px(400), Metrics::px(20)};
}

void DrugColumnHeads::paintEvent(QPaintEvent* /*event*/) {
    if (model_->history() == nullptr || model_->entries().empty())
        return;
    const Roles& roles = Roles::current();
    QPainter painter(this);
    const DrugColumns at = delegate_->columns(width());
    const auto put = [&](int left, int right, Qt::Alignment align, const QString& words) {
        draw::text(painter, QRect(left, 0, right - left, height() - 1), align, faces::caption, roles.text2, words);
    };
    const history::History& history = *model_->history();
    put(at.classLeft, at.nameLeft, Qt::AlignLeft, tr("Class"));
    put(at.nameLeft, at.nameRight, Qt::AlignLeft, tr("Drug"));
    put(at.nameRight - Metrics::px(30), at.doseRight - Metrics::px(2), Qt::AlignRight, tr("A day × days"));
    const int half = Metrics::px(20);
    if (history.newestMonth)
        put(at.endCircle - half, at.endCircle + half, Qt::AlignHCenter, Words::shortDay(lastOf(*history.newestMonth)));
    put(at.todayCircle - Metrics::px(6), at.placeLeft, Qt::AlignLeft,
        tr("Today %1").arg(Words::shortDay(history.today)));
    put(at.placeLeft, at.placeRight, Qt::AlignRight, tr("Prescriber"));
    draw::bottomLine(painter, rect(), roles.border);
}

int DuplicateDelegate::itemHeight(const RankedModel::Entry& entry, int width) const {
    const int fixed = draw::badgesWidth({model_->badge(entry)}, BadgeKind::Duplicate, faces::caption) +
                      TypeFace::width(faces::small, model_->overlap(entry)) + Metrics::px(16) + 2 * listPadding();
    const int lines = TypeFace::lines(faces::small, model_->pairWords(entry), width - fixed);
    return lines == 1 ? Metrics::px(24) : lines * TypeFace::lineHeight(faces::small) + Metrics::px(8);
}

void DuplicateDelegate::paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                                  const draw::RowLook& look) const {
    const QRect inner = row.adjusted(listPadding(), 0, -listPadding(), -1);
    const int left =
        draw::badges(painter, inner, inner.left(), {model_->badge(entry)}, BadgeKind::Duplicate, faces::caption);
    const QString overlap = model_->overlap(entry);
    draw::text(painter, inner, Qt::AlignRight, faces::small, draw::ink2(look), overlap);
    const int right = inner.right() - TypeFace::width(faces::small, overlap) - Metrics::px(8);
    draw::wrapped(painter, QRect(left + Metrics::px(4), inner.top(), right - left - Metrics::px(4), inner.height()),
                  faces::small, draw::ink(look), model_->pairWords(entry));
}

} // namespace kmixr::ui
