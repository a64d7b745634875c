#include "ui/scan/presenter_box.h"

#include <QButtonGroup>
#include <QSignalBlocker>

namespace kmixr::ui {

namespace {
constexpr int longestReason = 200;
constexpr int shortestReason = 2;
} // namespace

PresenterBox::PresenterBox(QWidget* parent)
    : TitledBox(tr("Who presents the card"), parent),
      patient_(new ChoiceRow(tr("The patient"), QKeySequence(Qt::ALT | Qt::Key_1), this)),
      proxy_(new ChoiceRow(tr("A proxy (relation and reason are recorded)"), QKeySequence(Qt::ALT | Qt::Key_2), this)),
      recordedWords_(new WordLabel(TextStep::Small, &Roles::text, this)),
      edit_(new KeyButton(tr("Change"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)) {
    form_ = makeForm();
    auto* group = new QButtonGroup(this);
    group->addButton(patient_);
    group->addButton(proxy_);
    patient_->setChecked(true);
    recordedWords_->setWordWrap(true);
    auto* note = new WordLabel(
        tr("Presenting the card is consent to viewing in this consultation. Who presented it is recorded."),
        TextStep::Small, &Roles::text2, this);
    note->setWordWrap(true);
    auto* recorded = new QHBoxLayout;
    recorded->addWidget(recordedWords_, 1);
    recorded->addWidget(edit_, 0, Qt::AlignTop);
    content()->setSpacing(0);
    content()->setContentsMargins(12, 10, 12, 10);
    content()->addWidget(patient_);
    content()->addWidget(proxy_);
    content()->addWidget(form_);
    content()->addLayout(recorded);
    content()->addSpacing(8);
    content()->addWidget(note);
    connect(proxy_, &QAbstractButton::toggled, this, &PresenterBox::choose);
    connect(edit_, &QAbstractButton::clicked, this, &PresenterBox::edit);
    recordedWords_->hide();
    edit_->hide();
    form_->hide();
}

QWidget* PresenterBox::makeForm() {
    auto* form = new QWidget(this);
    relation_ = new ChoiceBox(form);
    relation_->setAccessibleName(tr("Relation to the patient"));
    relation_->setPlaceholderText(tr("Choose the relation"));
    relation_->addItems({tr("Spouse"), tr("Child"), tr("Parent"), tr("Brother or sister"), tr("Other relative"),
                         tr("Staff of a care facility"), tr("Legal guardian"), tr("Other person")});
    relation_->setCurrentIndex(-1);
    reason_ = new QLineEdit(form);
    reason_->setAccessibleName(tr("Reason"));
    reason_->setPlaceholderText(tr("Reason (such as: cannot come in person)"));
    reason_->setMaxLength(longestReason);
    record_ = new KeyButton(tr("Record and read the card"), KeyButton::Kind::Primary, KeyButton::Size::Normal, form);
    record_->setKeyCaption(QStringLiteral("Enter"));
    record_->setFlush(true);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(relation_);
    layout->addWidget(reason_);
    layout->addWidget(record_);
    const auto look = [this] { record_->setEnabled(complete()); };
    connect(relation_, &QComboBox::currentIndexChanged, this, look);
    connect(reason_, &QLineEdit::textChanged, this, look);
    connect(reason_, &QLineEdit::returnPressed, this, &PresenterBox::record);
    connect(record_, &QAbstractButton::clicked, this, &PresenterBox::record);
    look();
    return form;
}

bool PresenterBox::complete() const {
    return relation_->currentIndex() >= 0 && reason_->text().trimmed().size() >= shortestReason;
}

protocol::PresentedBy PresenterBox::who() const {
    return patient_->isChecked() ? protocol::PresentedBy::Patient : protocol::PresentedBy::Proxy;
}

QString PresenterBox::relation() const {
    return patient_->isChecked() ? QString() : relation_->currentText();
}

QString PresenterBox::reason() const {
    return patient_->isChecked() ? QString() : reason_->text().trimmed();
}

void PresenterBox::reset() {
    const QSignalBlocker quiet(proxy_);
    patient_->setChecked(true);
    relation_->setCurrentIndex(-1);
    reason_->clear();
    choose(false);
}

void PresenterBox::confirmAgain() {
    if (recorded_) {
        edit();
    }
}

void PresenterBox::takeFocus() {
    (patient_->isChecked() ? patient_ : proxy_)->setFocus();
}

void PresenterBox::choose(bool proxy) {
    recorded_ = false;
    form_->setVisible(proxy);
    recordedWords_->hide();
    edit_->hide();
    if (proxy) {
        relation_->setFocus();
    }
    emit changed();
}

void PresenterBox::record() {
    if (!complete()) {
        return;
    }
    recorded_ = true;
    form_->hide();
    recordedWords_->setText(tr("Recorded: %1 — %2").arg(relation(), reason()));
    recordedWords_->show();
    edit_->show();
    edit_->setFocus();
    emit changed();
}

void PresenterBox::edit() {
    recorded_ = false;
    recordedWords_->hide();
    edit_->hide();
    form_->show();
    reason_->setFocus();
    emit changed();
}

} // namespace kmixr::ui
