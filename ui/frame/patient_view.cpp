#include "ui/frame/patient_view.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace kmixr::ui {

PatientView::PatientView(const std::vector<PatientPageEntry>& pages, QWidget* parent)
    : QWidget(parent), banner_(new PatientBanner(this)), row_(new ToolRow(this)), messageRoom_(new QWidget(this)),
      message_(new ProblemMessage({Remedy::Retry, Remedy::SignInAgain, Remedy::ClosePatient}, messageRoom_,
                                  ProblemMessage::Shape::Wide)),
      stack_(new QStackedWidget(this)), evidence_(new EvidencePanel(stack_)) {
    auto* close = row_->addTool(tr("Close the patient"), QKeySequence(Qt::Key_F12));
    connect(close, &QAbstractButton::clicked, this, &PatientView::closeWanted);
    for (const PatientPageEntry& entry : pages) {
        addPage(entry);
    }
    auto* room = new QVBoxLayout(messageRoom_);
    room->setContentsMargins(12, 8, 12, 0);
    room->addWidget(message_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(banner_);
    all->addWidget(row_);
    all->addWidget(messageRoom_);
    all->addWidget(stack_, 1);

    messageRoom_->hide();
    connect(row_->tabs(), &QTabBar::currentChanged, this, &PatientView::turnTo);
    const auto step = [this](int by) {
        const int count = row_->tabs()->count();
        row_->tabs()->setCurrentIndex((row_->tabs()->currentIndex() + by + count) % count);
    };
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), this), &QShortcut::activated, this,
            [step] { step(1); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), this), &QShortcut::activated, this,
            [step] { step(-1); });
    connect(message_, &ProblemMessage::remedyWanted, this, [this](Remedy remedy) {
        clearMessage();
        switch (remedy) {
        case Remedy::SignInAgain:
            emit signInAgainWanted();
            break;
        case Remedy::ClosePatient:
            emit closeWanted();
            break;
        case Remedy::Retry:
        case Remedy::None:
            emit retryWanted();
            break;
        }
    });
}

void PatientView::addPage(const PatientPageEntry& entry) {
    pages_.push_back(entry.page);
    stack_->addWidget(entry.page);
    row_->tabs()->addPage(entry.key, entry.name);
    connect(entry.page, &PatientPage::evidenceWanted, this,
            [this](const QString& title, const std::vector<history::Evidence>& evidence) {
                evidence_->show(title, evidence, history_);
            });
    connect(entry.page, &PatientPage::pageWanted, this, [this](int page) {
        if (page >= 0 && page < row_->tabs()->count()) {
            row_->tabs()->setCurrentIndex(page);
        }
    });
}

void PatientView::clearMessage() {
    message_->clear();
    messageRoom_->hide();
}

void PatientView::turnTo(int page) {
    evidence_->clear();
    stack_->setCurrentIndex(page);
    takeFocus();
}

void PatientView::takeFocus() {
    const int page = stack_->currentIndex();
    if (isVisible() && page >= 0 && page < static_cast<int>(pages_.size())) {
        pages_[static_cast<std::size_t>(page)]->takeFocus();
    }
}

void PatientView::show(const PatientHeading& heading, std::shared_ptr<const history::History> history) {
    const bool anotherPatient = history_ == nullptr;
    setUpdatesEnabled(false);
    // Indices into the history before do not hold in this one.
    const bool evidenceOpen = evidence_->isVisible();
    evidence_->clear();
    clearMessage();
    row_->setNote({});
    history_ = std::move(history);
    banner_->show(heading, history_->today);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        pages_[i]->setHistory(history_);
        row_->tabs()->setCount(static_cast<int>(i), pages_[i]->tabCount());
    }
    if (anotherPatient) {
        row_->tabs()->setCurrentIndex(0);
    }
    setUpdatesEnabled(true);
    if (evidenceOpen) {
        takeFocus();
    }
}

void PatientView::clear() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        pages_[i]->setHistory(nullptr);
        row_->tabs()->setCount(static_cast<int>(i), -1);
    }
    evidence_->clear();
    banner_->clear();
    clearMessage();
    row_->setNote({});
    history_.reset();
    row_->tabs()->setCurrentIndex(0);
}

void PatientView::showRefreshing(std::int64_t received, std::int64_t total) {
    row_->setNote(total > 0 ? tr("Refreshing: %1 of %2").arg(received).arg(total) : tr("Refreshing"));
}

void PatientView::showProblem(const Problem& problem) {
    row_->setNote({});
    message_->show(problem);
    messageRoom_->show();
}

} // namespace kmixr::ui
