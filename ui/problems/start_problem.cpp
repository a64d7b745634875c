#include "ui/problems/start_problem.h"

#include "ui/problems/problem_message.h"

#include <QCoreApplication>
#include <QDialog>
#include <QVBoxLayout>

namespace kmixr::ui {

void showStartProblem(const Problem& problem) {
    QDialog window;
    window.setWindowTitle(QStringLiteral("K-MIX R BASIC"));
    auto* all = new QVBoxLayout(&window);
    auto* message = new ProblemMessage({}, &window);
    auto* close = new KeyButton(QCoreApplication::translate("kmixr::ui::StartProblem", "Close"), KeyButton::Kind::Plain,
                                KeyButton::Size::Normal, &window);
    close->setKey(QKeySequence(Qt::Key_Escape));
    close->setDefault(true);
    all->setContentsMargins(12, 12, 12, 12);
    all->addWidget(message);
    all->addStretch(1);
    all->addWidget(close, 0, Qt::AlignRight);
    QObject::connect(close, &QAbstractButton::clicked, &window, &QDialog::accept);
    message->show(problem);
    window.resize(Metrics::px(520), Metrics::px(190));
    close->setFocus();
    window.exec(); // the start has no event loop of its own yet
}

} // namespace kmixr::ui
