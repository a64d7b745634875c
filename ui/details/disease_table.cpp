#include "ui/details/disease_table.h"

#include "ui/details/words.h"

#include <set>

namespace kmixr::ui {
namespace {

int monthStep() {
    return Metrics::px(13);
}

int usualHeight() {
    return Metrics::px(25);
}

enum class StripMark { None, NameOnly, Treated, Suspected };

void paintMark(QPainter& painter, const QRect& at, StripMark mark) {
    const Roles& roles = Roles::current();
    const int side = Metrics::px(11);
    QRect square(0, 0, side, side);
    square.moveCenter(at.center());
    switch (mark) {
    case StripMark::None:
        painter.fillRect(QRect(at.left() + 2, at.center().y(), at.width() - 4, 1), roles.line);
        return;
    case StripMark::NameOnly:
        painter.fillRect(square, roles.bar);
        return;
    case StripMark::Treated: {
        painter.fillRect(square, roles.bar);
        const int dot = std::max(3, side / 3);
        QRect inner(0, 0, dot, dot);
        inner.moveCenter(square.center());
        painter.fillRect(inner, roles.base);
        return;
    }
    case StripMark::Suspected: {
        painter.save();
        QPen pen(roles.suspected, 1);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(square.adjusted(0, 0, -1, -1));
        painter.restore();
        return;
    }
    }
}

Face treatmentFace(const history::ClinicalProblem& problem) {
    return problem.grade == history::Grade::Suspected ? faces::caption : faces::small;
}

class DiseaseDelegate : public TableDelegate {
public:
    DiseaseDelegate(const ProblemTableModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const history::ClinicalProblem& problem = *model_->problem(index.row());
        switch (index.column()) {
        case ProblemTableModel::Name:
            paintName(painter, cell, problem, look);
            return;
        case ProblemTableModel::Strip:
            if (draw::inverted(look))
                painter.fillRect(cell.adjusted(-2, 2, 2, -2), Roles::current().base);
            paintStrip(painter, cell, problem);
            return;
        case ProblemTableModel::Start:
        case ProblemTableModel::Last:
            draw::text(painter, cell, index.column() == ProblemTableModel::Last ? Qt::AlignRight : Qt::AlignLeft,
                       faces::small, draw::ink(look), index.data().toString());
            return;
        case ProblemTableModel::Treatment:
            if (Metrics::veryLarge()) // one line; the rest is in the tooltip and the evidence
                draw::elided(painter, cell, Qt::AlignLeft, treatmentFace(problem), draw::ink(look),
                             index.data().toString());
            else
                draw::wrapped(painter, cell, treatmentFace(problem), draw::ink(look), index.data().toString());
            return;
        default: {
            const QString full = index.data().toString();
            const bool fits = TypeFace::width(faces::small, full) <= cell.width();
            draw::elided(painter, cell, Qt::AlignLeft, faces::small, draw::ink(look),
                         fits ? full : Words::shortInstitution(*model_->history(), problem.institution));
        }
        }
    }

private:
    static void paintName(QPainter& painter, const QRect& cell, const history::ClinicalProblem& problem,
                          const draw::RowLook& look) {
        const bool suspected = problem.grade == history::Grade::Suspected;
        const bool treated = problem.grade == history::Grade::Treated;
        const Face face = look.selected || treated ? faces::bodyBold : faces::body;
        const QString name = Words::shown(problem.name);
        const QStringList badges = Words::problemBadges(problem, true);
        const int beside = draw::badgesWidth(badges, BadgeKind::Neutral, faces::caption);
        const QRect room = cell.adjusted(0, 0, -beside, 0);
        draw::wrapped(painter, room, face, suspected ? draw::ink2(look) : draw::ink(look), name);
        const int width = std::min(room.width(), TypeFace::width(face, name));
        draw::badges(painter, cell, room.left() + width + Metrics::px(5), badges, BadgeKind::Neutral, faces::caption);
    }

    void paintStrip(QPainter& painter, const QRect& cell, const history::ClinicalProblem& problem) const {
        int x = cell.left();
        for (const Month month : model_->stripMonths()) {
            StripMark mark = StripMark::None;
            for (const history::MonthMark& of : problem.months) {
                if (of.month == month)
                    mark = problem.grade == history::Grade::Suspected ? StripMark::Suspected
                           : of.treated                               ? StripMark::Treated
                                                                      : StripMark::NameOnly;
            }
            const QRect at(x, cell.top(), monthStep(), cell.height());
            paintMark(painter, at, mark);
            if (model_->standMonth() == month)
                draw::monthSides(painter, at, Roles::current().bar);
            x += monthStep();
        }
    }

    const ProblemTableModel* model_;
};

class DiseaseHead : public TableHead {
public:
    DiseaseHead(const ProblemTableModel& of, QWidget* parent) : TableHead(parent), model_(&of) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        if (section != ProblemTableModel::Strip) {
            TableHead::paintSection(painter, rect, section);
            return;
        }
        // Every third month by its number, and the last.
        const auto months = model_->stripMonths();
        for (std::size_t i = 0; i < months.size(); ++i) {
            const bool stands = model_->standMonth() == months[i];
            const bool beside = (i > 0 && model_->standMonth() == months[i - 1]) ||
                                (i + 1 < months.size() && model_->standMonth() == months[i + 1]);
            if (!stands && (beside || (i % 3 != 0 && i + 1 != months.size())))
                continue;
            const QRect at(rect.left() + cellPadding() + static_cast<int>(i) * monthStep(), rect.top(), monthStep(),
                           rect.height());
            draw::text(*painter, at, Qt::AlignHCenter, stands ? faces::captionBold : faces::caption,
                       stands ? Roles::current().text : Roles::current().text2,
                       QString::number(unsigned(months[i].month())));
            if (stands)
                draw::monthSides(*painter, at, Roles::current().bar);
        }
    }

private:
    const ProblemTableModel* model_;
};

} // namespace

std::vector<LegendPart> stripLegend() {
    const auto part = [](StripMark mark, const QString& words) {
        return LegendPart{.words = words,
                          .mark = [mark](QPainter& painter, const QRect& at) { paintMark(painter, at, mark); }};
    };
    return {part(StripMark::Treated, QCoreApplication::translate("kmixr::ui::Words", "disease and treatment")),
            part(StripMark::NameOnly, QCoreApplication::translate("kmixr::ui::Words", "disease name only")),
            part(StripMark::Suspected, QCoreApplication::translate("kmixr::ui::Words", "Suspected"))};
}

DiseaseTable::DiseaseTable(ProblemTableModel& model, bool withHead, QWidget* parent)
    : TableView(parent), model_(&model) {
    setHorizontalHeader(new DiseaseHead(model, this));
    horizontalHeader()->setVisible(withHead);
    setModel(model_);
    setItemDelegate(new DiseaseDelegate(model, this));
    setUsualRowHeight(usualHeight());
    connect(model_, &QAbstractItemModel::modelReset, this, &DiseaseTable::lay);
}

void DiseaseTable::lay() {
    setUsualRowHeight(usualHeight());
    const int pad = 2 * cellPadding() + Metrics::px(8);
    // Measured over all problems, whichever table shows them: the columns of both tables stand under each other.
    std::set<receipt::DiseaseOutcome> outcomes;
    if (model_->history() != nullptr) {
        for (const history::ClinicalProblem& problem : model_->history()->problems)
            outcomes.insert(problem.outcome);
    }
    int last = 0; // no month is wider than any of two digits: only the words before it differ
    for (const auto outcome : outcomes) {
        history::ClinicalProblem example;
        example.outcome = outcome;
        example.lastMonth = std::chrono::year{2000} / 12;
        last = std::max(last, TypeFace::width(faces::small, Words::lastNamed(example)));
    }
    const int start = TypeFace::width(faces::small, Words::day(Day{std::chrono::year{2000} / 12 / 28}));
    layColumns(*this,
               {32, 21, 19, -(start + pad + Metrics::px(20)), -(12 * monthStep() + pad),
                -std::max(last + pad, Metrics::px(140))},
               Metrics::px(500), {ProblemTableModel::Strip, ProblemTableModel::Start});
    const int room = columnWidth(ProblemTableModel::Name) - 2 * cellPadding();
    layRows(*this, *model_, [this, room](int row) {
        const history::ClinicalProblem* problem = model_->problem(row);
        if (problem == nullptr)
            return usualHeight();
        const int beside = draw::badgesWidth(Words::problemBadges(*problem, true), BadgeKind::Neutral, faces::caption);
        const int name = TypeFace::lines(faces::bodyBold, Words::shown(problem->name), room - beside);
        const int treatment =
            TypeFace::lines(treatmentFace(*problem), model_->index(row, ProblemTableModel::Treatment).data().toString(),
                            columnWidth(ProblemTableModel::Treatment) - 2 * cellPadding());
        const int lines = Metrics::veryLarge() ? name : std::max(name, treatment);
        return lines == 1 ? usualHeight() : lines * TypeFace::lineHeight(faces::body) + Metrics::px(7);
    });
    emit sightChanged();
}

void DiseaseTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    lay();
}

} // namespace kmixr::ui
