#include "ui/frame/patient_view.h"

#include <QApplication>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kmixr::ui {

PatientView::PatientView(const std::vector<PatientPageEntry>& pages, const std::vector<SidePageEntry>& sides,
                         QWidget* parent)
    : QWidget(parent), banner_(new PatientBanner(this)), row_(new ToolRow(this)), messageRoom_(new QWidget(this)),
      message_(new ProblemMessage({Remedy::Retry, Remedy::SignInAgain, Remedy::ClosePatient}, messageRoom_,
                                  ProblemMessage::Shape::Wide)),
      stack_(new QStackedWidget(this)), evidence_(new EvidencePanel(stack_)) {
    for (const SidePageEntry& entry : sides) {
        addSide(entry);
    }
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
    connect(row_->tabs(), &QTabBar::tabBarClicked, this, [this](int page) {
        if (sideShown() && page == row_->tabs()->currentIndex()) { // no change that the bar would tell of
            turnTo(page);
        }
    });
    connect(evidence_, &EvidencePanel::closed, this, [this] {
        if (QWidget* at = QApplication::focusWidget(); at == nullptr || !isAncestorOf(at)) {
            takeFocus(); // where the focus came from is no more
        }
    });
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
    join(entry.page);
}

void PatientView::addSide(const SidePageEntry& entry) {
    const std::size_t side = sides_.size();
    sides_.push_back(entry.page);
    stack_->addWidget(entry.page);
    connect(row_->addTool(entry.name, entry.key), &QAbstractButton::clicked, this, [this, side] { openSide(side); });
    join(entry.page);
}

bool PatientView::sideShown() const {
    return std::find(sides_.begin(), sides_.end(), stack_->currentWidget()) != sides_.end();
}

void PatientView::openSide(std::size_t side) {
    if (side >= sides_.size()) {
        return;
    }
    if (stack_->currentWidget() == sides_[side]) { // its key leads back as well
        turnTo(row_->tabs()->currentIndex());
        return;
    }
    evidence_->clear();
    stack_->setCurrentWidget(sides_[side]);
    if (isVisible()) {
        sides_[side]->takeFocus();
    }
}

void PatientView::setOwnInstitution(const QString& name) {
    for (PatientPage* page : pages_) {
        page->setOwnInstitution(name);
    }
}

void PatientView::join(PatientPage* page) {
    connect(page, &PatientPage::searchWanted, this, [this] { openSide(0); });
    connect(page, &PatientPage::backWanted, this, [this] { turnTo(row_->tabs()->currentIndex()); });
    connect(page, &PatientPage::newestWanted, this, [this, page] {
        month_.reset();
        page->standAt(std::nullopt);
        page->takeFocus();
    });
    connect(page, &PatientPage::evidenceWanted, this,
            [this](const QString& title, const std::vector<history::Evidence>& evidence) {
                evidence_->show(title, evidence, history_);
            });
    connect(page, &PatientPage::pageWanted, this, [this](int wanted) {
        if (wanted >= 0 && wanted < row_->tabs()->count()) {
            row_->tabs()->setCurrentIndex(wanted);
        }
    });
}

void PatientView::clearMessage() {
    message_->clear();
    messageRoom_->hide();
}

void PatientView::turnTo(int page) {
    evidence_->clear();
    if (page >= 0 && page < static_cast<int>(pages_.size())) {
        const PatientPage* from = pages_[at_];
        at_ = static_cast<std::size_t>(page);
        stack_->setCurrentWidget(pages_[at_]);
        if (from != pages_[at_]) {
            takeMonthFrom(*from);
        }
    }
    takeFocus();
}

/// From the time line one arrives at the month chosen there; between other pages a page is moved only when it has not
/// yet been at that month, so that one finds one's place again.
void PatientView::takeMonthFrom(const PatientPage& from) {
    if (from.choosesMonth()) {
        month_ = from.chosenMonth();
    }
    PatientPage* to = pages_[at_];
    if (from.choosesMonth() || to->stoodAt() != month_) {
        stack_->layout()->activate(); // what is in sight depends on its size
        to->standAt(month_);
    }
}

void PatientView::takeFocus() {
    auto* page = qobject_cast<PatientPage*>(stack_->currentWidget());
    if (isVisible() && page != nullptr) {
        page->takeFocus();
    }
}

void PatientView::show(const PatientHeading& heading, std::shared_ptr<const history::History> history) {
    const bool anotherPatient = history_ == nullptr;
    setUpdatesEnabled(false);
    clearMessage();
    row_->setNote({});
    history_ = std::move(history);
    banner_->show(heading, history_->today);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        pages_[i]->setHistory(history_);
        row_->tabs()->setCount(static_cast<int>(i), pages_[i]->tabCount());
    }
    for (PatientPage* side : sides_) {
        side->setHistory(history_);
    }
    if (anotherPatient) {
        row_->tabs()->setCurrentIndex(0);
        turnTo(0);
    } else {
        evidence_->renew(history_);
    }
    setUpdatesEnabled(true);
}

void PatientView::clear() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        pages_[i]->setHistory(nullptr);
        row_->tabs()->setCount(static_cast<int>(i), -1);
    }
    for (PatientPage* side : sides_) {
        side->setHistory(nullptr);
    }
    evidence_->clear();
    banner_->clear();
    clearMessage();
    row_->setNote({});
    history_.reset();
    month_.reset();
    row_->tabs()->setCurrentIndex(0);
    turnTo(0);
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
