#include "ui/problems/problem_message.h"

#include "ui/controls/accessible_role.h"
#include "ui/marks/marks.h"
#include "ui/theme/theme_event.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kmixr::ui {

ProblemMessage::ProblemMessage(std::set<Remedy> offered, QWidget* parent, Shape shape)
    : QWidget(parent), offered_(std::move(offered)), title_(new WordLabel(TextStep::Body, &Roles::text, this)),
      meaning_(new WordLabel(TextStep::Small, &Roles::text2, this)),
      advice_(new WordLabel(TextStep::Small, &Roles::text, this)),
      code_(new WordLabel(TextStep::Caption, &Roles::text2, this)),
      button_(new KeyButton({}, KeyButton::Kind::Primary, KeyButton::Size::Normal, this)) {
    setAccessibleRole(this, QAccessible::AlertMessage);
    title_->setBold(true);
    for (WordLabel* label : {title_, meaning_, advice_}) {
        label->setWordWrap(true);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(title_);
    words->addWidget(meaning_);
    words->addWidget(advice_);
    auto* all = new QHBoxLayout(this);
    all->addLayout(words, 1);
    if (shape == Shape::Wide) {
        all->addWidget(code_, 0, Qt::AlignBottom);
        all->addSpacing(12);
        all->addWidget(button_, 0, Qt::AlignVCenter);
    } else {
        auto* foot = new QHBoxLayout;
        foot->addWidget(button_);
        foot->addStretch(1);
        foot->addWidget(code_, 0, Qt::AlignBottom);
        words->addLayout(foot);
        button_->setFlush(true);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(button_, &QAbstractButton::clicked, this, [this] { emit remedyWanted(remedy_); });
    leaveRoom();
    QWidget::hide();
}

void ProblemMessage::leaveRoom() {
    layout()->setContentsMargins(17 + Metrics::px(22) + 11, 10, 12, 8);
}

bool ProblemMessage::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        leaveRoom();
    }
    return QWidget::event(event);
}

void ProblemMessage::show(const Problem& problem) {
    show(problem, {});
}

void ProblemMessage::show(const Problem& problem, const QString& advice) {
    ProblemWords words = wordsFor(problem);
    if (!advice.isEmpty()) {
        words.advice = advice;
    }
    colour_ = words.critical ? &Roles::critical : &Roles::caution;
    icon_ = QStringLiteral("warning");
    set(words);
}

void ProblemMessage::tell(const QString& title, const QString& words, bool warning) {
    colour_ = warning ? &Roles::critical : &Roles::accent;
    icon_ = warning ? QStringLiteral("warning") : QStringLiteral("info");
    set({.title = title, .meaning = words, .advice = {}, .remedy = Remedy::None, .critical = false, .code = {}});
}

void ProblemMessage::clear() {
    for (WordLabel* label : {title_, meaning_, advice_, code_}) {
        label->clear();
    }
    setAccessibleName({});
    QWidget::hide();
}

void ProblemMessage::set(const ProblemWords& words) {
    remedy_ = offered_.contains(words.remedy) ? words.remedy : Remedy::None;
    title_->setText(words.title);
    meaning_->setText(words.meaning);
    advice_->setText(words.advice);
    code_->setText(words.code);
    meaning_->setVisible(!words.meaning.isEmpty());
    advice_->setVisible(!words.advice.isEmpty());
    code_->setVisible(!words.code.isEmpty());
    button_->setText(remedyWords(remedy_));
    button_->setVisible(remedy_ != Remedy::None);
    setAccessibleName(QStringList{words.title, words.meaning, words.advice}.join(QLatin1Char(' ')).simplified());
    QWidget::show();
    updateGeometry();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ProblemMessage::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && remedy_ != Remedy::None) {
        emit remedyWanted(remedy_);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ProblemMessage::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(r.*colour_);
    painter.setBrush(r.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.fillRect(0, 1, 5, height() - 2, r.*colour_);
    const int side = Metrics::px(22);
    painter.drawPixmap(17, 12, Marks::icon(icon_, side, r.*colour_));
}

} // namespace kmixr::ui
