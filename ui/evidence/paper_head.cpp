#include "ui/evidence/paper_head.h"

#include "core/receipt/sheet.h"
#include "ui/controls/accessible_role.h"
#include "ui/evidence/paper_words.h"
#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

namespace kmixr::ui {

namespace {

constexpr int rowHeight = 26; ///< at 100 %
constexpr int gap = 5;

QString sexWord(receipt::Sex sex) {
    switch (sex) {
    case receipt::Sex::Male:
        return PaperHead::tr("male");
    case receipt::Sex::Female:
        return PaperHead::tr("female");
    case receipt::Sex::Unknown:
        break;
    }
    return {};
}

} // namespace

PaperHead::PaperHead(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
}

QSize PaperHead::sizeHint() const {
    return {Metrics::px(600), Metrics::px(2 * rowHeight + gap)};
}

void PaperHead::show(const receipt::Receipt& receipt) {
    form_ = Marks::displayText(std::string(receipt::sheetTitle(receipt.kind)));
    month_ = receipt.month.ok() ? PaperWords::month(receipt.month) : QString();
    const receipt::Institution& at = receipt.institution;
    institution_ =
        tr("Prefecture %1, %2")
            .arg(QString::fromStdString(at.prefecture), Marks::displayText(at.name.empty() ? at.code : at.name));
    if (receipt.prescriber) {
        const receipt::Institution& from = *receipt.prescriber;
        institution_ = tr("%1 (prescribed at %2)")
                           .arg(institution_, Marks::displayText(from.name.empty() ? from.code : from.name));
    }
    type_ = PaperWords::type(receipt.type);
    QStringList person{Marks::displayText(receipt.patient.name), sexWord(receipt.patient.sex)};
    if (receipt.patient.birth) {
        person << PaperWords::day(*receipt.patient.birth);
    }
    person.removeAll(QString());
    boxes_.clear();
    if (receipt.insurance) {
        const receipt::Insurance& insurance = *receipt.insurance;
        boxes_.push_back({tr("Insurer"), QString::fromStdString(insurance.insurerNumber), 190, true});
        boxes_.push_back({tr("Number"), PaperWords::masked(insurance.number), 170, true});
    } else if (!receipt.publicExpenses.empty()) {
        const receipt::PublicExpense& first = receipt.publicExpenses.front();
        boxes_.push_back({tr("Public expense"), QString::fromStdString(first.payerNumber), 190, true});
        boxes_.push_back({tr("Number"), PaperWords::masked(first.recipientNumber), 170, true});
    }
    boxes_.push_back({tr("Name"), person.join(QLatin1Char(' ')), 0});
    const int days = receipt.insurance                 ? receipt.insurance->days
                     : !receipt.publicExpenses.empty() ? receipt.publicExpenses.front().days
                                                       : 0;
    boxes_.push_back(
        {receipt.kind == receipt::Kind::Dispensing ? tr("Prescriptions taken in") : tr("Days of treatment"),
         receipt.kind == receipt::Kind::Dispensing ? tr("%1 times").arg(days) : tr("%1 days").arg(days), 150});
    boxes_.push_back({tr("Points"), QString::number(receipt.statedPoints()), 120});
    say();
    update();
}

void PaperHead::clear() {
    form_.clear();
    month_.clear();
    institution_.clear();
    type_.clear();
    boxes_.clear();
    say();
    update();
}

void PaperHead::say() {
    QStringList all{form_, month_, institution_, type_};
    for (const Box& box : boxes_) {
        all << QStringLiteral("%1 %2").arg(box.label, box.value);
    }
    all.removeAll(QString());
    setAccessibleName(all.join(QStringLiteral("、")));
    setToolTip(all.join(QLatin1Char('\n')));
}

void PaperHead::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    const int line = Metrics::px(rowHeight);
    const QFont small = Metrics::font(TextStep::Small);
    const QFont bold = Metrics::font(TextStep::Small, true);
    const QFont caption = Metrics::font(TextStep::Caption);
    const auto put = [&](const QRect& at, const QString& words, const QFont& font, const QColor& colour, int align) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(at, align | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, at.width()));
    };

    int x = 0;
    const int formWidth = QFontMetrics(small).horizontalAdvance(form_) + Metrics::px(8);
    put({x, 0, formWidth, line}, form_, small, r.text, Qt::AlignLeft);
    x += formWidth;
    const int monthWidth = QFontMetrics(bold).horizontalAdvance(month_) + Metrics::px(16);
    put({x, 0, monthWidth, line}, month_, bold, r.text, Qt::AlignLeft);
    x += monthWidth;
    // Very large text leaves room for one line of boxes and not for the numbers: they are in the tooltip, and said.
    const bool brief = Metrics::veryLarge();
    const int typeWidth = brief ? 0 : QFontMetrics(small).horizontalAdvance(type_) + Metrics::px(12);
    put({width() - typeWidth, 0, typeWidth, line}, brief ? QString() : type_, small, r.text, Qt::AlignRight);
    put({x, 0, width() - typeWidth - x, line}, institution_, small, r.text, Qt::AlignHCenter);

    std::vector<Box> boxes = boxes_;
    if (brief)
        std::erase_if(boxes, [](const Box& box) { return box.isNumber; });
    int fixed = 0;
    for (const Box& box : boxes) {
        fixed += Metrics::px(box.width);
    }
    x = 0;
    const int top = line + Metrics::px(gap);
    for (const Box& box : boxes) {
        const int wide = box.width > 0 ? Metrics::px(box.width) : width() - 1 - fixed;
        const QRect at(x, top, wide, line - 1);
        painter.setPen(r.border);
        painter.drawRect(at);
        const int pad = Metrics::px(6);
        const int labelWidth = QFontMetrics(caption).horizontalAdvance(box.label) + Metrics::px(8);
        put(at.adjusted(pad, 0, -pad, 0), box.label, caption, r.text2, Qt::AlignLeft);
        put(at.adjusted(pad + labelWidth, 0, -pad, 0), box.value, small, r.text, Qt::AlignLeft);
        x += wide;
    }
}

} // namespace kmixr::ui
