#include "ui/signin/account_pane.h"

#include <QVBoxLayout>

namespace kmixr::ui {

namespace {

constexpr int longestField = 128;

QLineEdit* field(const QString& name, QWidget* parent) {
    auto* edit = new QLineEdit(parent);
    edit->setAccessibleName(name);
    edit->setMaxLength(longestField);
    edit->setAttribute(Qt::WA_InputMethodEnabled, false);
    edit->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData | Qt::ImhPreferLatin);
    return edit;
}

WordLabel* label(const QString& words, QLineEdit* of, QWidget* parent) {
    auto* text = new WordLabel(words, TextStep::Small, &Roles::text, parent);
    text->setBold(true);
    text->setBuddy(of);
    return text;
}

} // namespace

AccountPane::AccountPane(QWidget* parent)
    : QWidget(parent), message_(new WordLabel(TextStep::Small, &Roles::text2, this)), id_(field(tr("ID"), this)),
      password_(field(tr("Password"), this)),
      signIn_(new KeyButton(tr("Sign in"), KeyButton::Kind::Primary, KeyButton::Size::Large, this)) {
    password_->setEchoMode(QLineEdit::Password);
    password_->setContextMenuPolicy(Qt::NoContextMenu);
    message_->setWordWrap(true);
    signIn_->setKeyCaption(QStringLiteral("Enter"));
    signIn_->setFlush(true);
    auto* title = new WordLabel(tr("ID and password"), TextStep::Body, &Roles::text, this);
    title->setBold(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(KeyButton::ringRoom, 0, KeyButton::ringRoom, 0);
    all->setSpacing(6);
    all->addWidget(title);
    all->addWidget(message_);
    all->addSpacing(10);
    all->addWidget(label(tr("ID"), id_, this));
    all->addWidget(id_);
    all->addSpacing(10);
    all->addWidget(label(tr("Password"), password_, this));
    all->addWidget(password_);
    all->addSpacing(16);
    all->addWidget(signIn_);
    all->addStretch(1);
    const auto look = [this] { signIn_->setEnabled(!id_->text().isEmpty() && !password_->text().isEmpty()); };
    for (QLineEdit* edit : {id_, password_}) {
        connect(edit, &QLineEdit::textChanged, this, look);
    }
    connect(id_, &QLineEdit::returnPressed, password_, qOverload<>(&QWidget::setFocus));
    connect(password_, &QLineEdit::returnPressed, this, &AccountPane::offer);
    connect(signIn_, &QAbstractButton::clicked, this, &AccountPane::offer);
    look();
}

void AccountPane::ask(const QString& trouble) {
    enable(true);
    password_->clear();
    message_->setRole(trouble.isEmpty() ? &Roles::text2 : &Roles::critical);
    message_->setText(trouble.isEmpty()
                          ? tr("The PIN is right. The council's server asks for your ID and password once more.")
                          : trouble);
    (id_->text().isEmpty() ? id_ : password_)->setFocus();
}

void AccountPane::busy(const QString& words) {
    enable(false);
    message_->setRole(&Roles::text2);
    message_->setText(words);
}

void AccountPane::clear() {
    id_->clear();
    password_->clear();
    message_->clear();
}

void AccountPane::enable(bool enabled) {
    id_->setEnabled(enabled);
    password_->setEnabled(enabled);
    signIn_->setEnabled(enabled && !id_->text().isEmpty() && !password_->text().isEmpty());
}

void AccountPane::offer() {
    if (!signIn_->isEnabled()) {
        return;
    }
    const QString id = id_->text();
    const QString password = password_->text();
    password_->clear();
    emit accountGiven(id, password);
}

} // namespace kmixr::ui
