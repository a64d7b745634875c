#include "ui/frame/patient_banner.h"

#include "ui/controls/accessible_role.h"
#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/style.h"
#include "ui/theme/theme_event.h"

#include <QEvent>
#include <QShortcut>

namespace kmixr::ui {

namespace {

constexpr int oldDataMonths = 4; ///< UI.md §8: above it the box turns caution and says how old

QString spoken(const std::string& text) {
    QString words = Marks::displayText(text);
    return words.replace(QChar(0x3000), QChar(' ')).simplified();
}

QFont caption() {
    return Metrics::font(TextStep::Caption);
}
QFont value() {
    return Metrics::font(TextStep::Body);
}
QFont strong() {
    QFont font = Metrics::font(TextStep::Body, true);
    font.setPixelSize(Metrics::px(17)); // age and sex: what one checks against the person in the room
    return font;
}
QFont boxed() {
    QFont font = Metrics::font(TextStep::Body, true);
    font.setPixelSize(Metrics::px(16));
    return font;
}
QFont kana() {
    QFont font = Metrics::font(TextStep::Caption);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    return font;
}
int widthOf(const QFont& font, const QString& words) {
    return QFontMetrics(font).horizontalAdvance(words);
}

} // namespace

PatientBanner::PatientBanner(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleRole(this, QAccessible::Grouping);
    auto* read = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_B), this);
    connect(read, &QShortcut::activated, this, [this] { setFocus(Qt::ShortcutFocusReason); });
}

void PatientBanner::show(const PatientHeading& heading, Day today) {
    const QString unknown = tr("unknown");
    const receipt::Person& person = heading.person;
    name_ = person.name.empty() ? unknown : spoken(person.name);
    kana_ = spoken(person.kana);
    fields_.clear();
    Field birth{tr("Date of birth"), unknown, {}};
    if (person.birth) {
        birth.value = QString::fromStdString(japaneseDayWithEra(*person.birth));
        birth.strong = tr("%1 years", "age").arg(ageOn(*person.birth, today));
    }
    fields_.push_back(birth);
    const QString sex = person.sex == receipt::Sex::Male     ? tr("male")
                        : person.sex == receipt::Sex::Female ? tr("female")
                                                             : unknown;
    fields_.push_back({tr("Sex"), {}, sex});
    fields_.push_back({tr("Insurer"), heading.insurerName.isEmpty() ? unknown : heading.insurerName, {}});
    const bool myNumber = heading.basis == protocol::ViewBasis::MyNumberCard;
    const QString ending = heading.cardEnding.isEmpty() ? unknown : tr("ending %1").arg(heading.cardEnding);
    fields_.push_back({tr("Card"), myNumber ? tr("My Number") : ending, {}});
    data_ = tr("no receipts yet");
    dataAge_.clear();
    if (heading.newestMonth) {
        data_ = tr("up to %1").arg(QString::fromStdString(japaneseMonth(*heading.newestMonth)));
        const int months = monthsBetween(*heading.newestMonth, monthOf(today));
        if (months > oldDataMonths) {
            dataAge_ = tr("(%1 months ago)").arg(months);
        }
    }
    const QString at = QString::fromStdString(clockTimeInJapan(heading.presentedAt));
    const bool byPatient = heading.presentedBy == protocol::PresentedBy::Patient;
    if (myNumber) {
        corner_.second = byPatient ? tr("consent by My Number card, the patient %1").arg(at)
                                   : tr("consent by My Number card, a proxy %1").arg(at);
    } else {
        corner_.second =
            byPatient ? tr("card presented by the patient %1").arg(at) : tr("card presented by a proxy %1").arg(at);
    }
    shown_ = true;
    tell();
}

void PatientBanner::clear() {
    shown_ = false;
    name_.clear();
    kana_.clear();
    data_.clear();
    dataAge_.clear();
    fields_.clear();
    corner_.second.clear();
    tell();
}

void PatientBanner::setOnline(bool online) {
    corner_.online = online;
    tell();
}

QString PatientBanner::shortDataWords() const {
    return tr("Data: %1").arg(dataWords());
}

QString PatientBanner::dataWords() const {
    return data_ + dataAge_;
}

void PatientBanner::tell() {
    QStringList said;
    if (shown_) {
        said << tr("Patient %1").arg(name_) << kana_;
        for (const Field& field : fields_) {
            said << QStringList{field.caption, field.value, field.strong}.join(QLatin1Char(' ')).simplified();
        }
        said << tr("Data %1").arg(dataWords()) << corner_.second << corner_.word();
        said.removeAll(QString());
    }
    setAccessibleName(said.join(tr(", ", "between the parts of the banner's sentence")));
    setToolTip(said.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize PatientBanner::sizeHint() const {
    const int third = shown_ && form() == Form::ThreeLines ? Metrics::slimPx(22, 19) : 0;
    return {Metrics::px(600), Metrics::slimPx(58, 48) + third};
}

void PatientBanner::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateGeometry();
}

bool PatientBanner::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        updateGeometry();
    }
    return QWidget::event(event);
}

int PatientBanner::fieldWidth(const Field& field) const {
    int wide = widthOf(value(), field.value) + widthOf(strong(), field.strong);
    if (!field.value.isEmpty() && !field.strong.isEmpty()) {
        wide += Metrics::px(6);
    }
    return std::max(wide, widthOf(caption(), field.caption));
}

int PatientBanner::dataBoxWidth() const {
    return widthOf(boxed(), dataWords()) + 2 * Metrics::px(11);
}

int PatientBanner::oneLineWidth() const {
    int wide = std::max(widthOf(Metrics::font(TextStep::Name), name_), widthOf(kana(), kana_));
    for (const Field& field : fields_) {
        wide += Metrics::px(20) + fieldWidth(field);
    }
    return wide + Metrics::px(20) + dataBoxWidth() + Metrics::px(20) + corner_.width();
}

void PatientBanner::paintDataBox(QPainter& painter, const QRect& at, bool withCaption) const {
    const Roles& r = Roles::current();
    const bool old = !dataAge_.isEmpty();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(old ? r.caution : r.onBanner);
    painter.setBrush(old ? QBrush(r.cautionGround) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
    const int left = at.left() + Metrics::px(11);
    if (!withCaption) {
        painter.setFont(boxed());
        painter.setPen(old ? r.caution : r.onBanner);
        painter.drawText(at, Qt::AlignCenter, shortDataWords());
        return;
    }
    const QFontMetrics small(caption());
    const QFontMetrics large(boxed());
    const int gap = Metrics::px(2);
    const int top = at.top() + (at.height() - small.height() - gap - large.height()) / 2;
    painter.setFont(caption());
    painter.setPen(old ? r.caution : r.onBanner2);
    painter.drawText(left, top + small.ascent(), tr("Data"));
    painter.setFont(boxed());
    painter.setPen(old ? r.caution : r.onBanner);
    painter.drawText(left, top + small.height() + gap + large.ascent(), dataWords());
}

void PatientBanner::paintOneLine(QPainter& painter) const {
    const Roles& r = Roles::current();
    const int captionLine = Metrics::px(21);
    const int valueLine = Metrics::px(42);
    int x = 12;
    painter.setFont(kana());
    painter.setPen(r.onBanner2);
    painter.drawText(x, Metrics::px(18), kana_);
    painter.setFont(Metrics::font(TextStep::Name));
    painter.setPen(r.onBanner);
    painter.drawText(x, Metrics::px(45), name_);
    x += std::max(widthOf(Metrics::font(TextStep::Name), name_), widthOf(kana(), kana_)) + Metrics::px(20);
    for (const Field& field : fields_) {
        painter.setFont(caption());
        painter.setPen(r.onBanner2);
        painter.drawText(x, captionLine, field.caption);
        painter.setPen(r.onBanner);
        painter.setFont(value());
        painter.drawText(x, valueLine, field.value);
        painter.setFont(strong());
        const int past = field.value.isEmpty() ? 0 : widthOf(value(), field.value) + Metrics::px(6);
        painter.drawText(x + past, valueLine, field.strong);
        x += fieldWidth(field) + Metrics::px(20);
    }
    paintDataBox(painter, QRect(x, Metrics::px(8), dataBoxWidth(), height() - 2 * Metrics::px(8) - 1), true);
}

/// In the first line of two only the corner's first word stands at the right.
int PatientBanner::room(bool firstOfTwo) const {
    return width() - 24 - Metrics::px(16) - (firstOfTwo ? corner_.firstWidth() : corner_.width());
}

int PatientBanner::identityWidth() const {
    int wide = widthOf(Metrics::font(TextStep::Name), name_);
    for (std::size_t i = 0; i < fields_.size() && i < 2; ++i)
        wide += Metrics::px(8) + fieldWidth(fields_[i]);
    return wide + Metrics::px(16);
}

PatientBanner::Form PatientBanner::form() const {
    if (Metrics::factor() < 1.3 && oneLineWidth() <= width() - 24)
        return Form::OneLine;
    return identityWidth() <= room(true) ? Form::TwoLines : Form::ThreeLines;
}

/// Name, kana, birth and sex; below them insurer, card and the month of the data. A name so long that birth and sex
/// find no room beside it has a line of its own, in the largest letters in which it is whole.
void PatientBanner::paintLines(QPainter& painter) const {
    const Roles& r = Roles::current();
    const bool apart = form() == Form::ThreeLines;
    int x = 12;
    int line = Metrics::slimPx(26, 21);
    const int pitch = Metrics::slimPx(22, 19);
    const auto put = [&](const QFont& font, const QColor& colour, const QString& words, int gap) {
        if (!words.isEmpty()) {
            painter.setFont(font);
            painter.setPen(colour);
            painter.drawText(x, line, words);
            x += widthOf(font, words) + gap;
        }
    };
    QFont name = Metrics::font(TextStep::Name);
    const int nameRoom = room(!apart);
    while (widthOf(name, name_) > nameRoom && name.pixelSize() > Metrics::px(15))
        name.setPixelSize(name.pixelSize() - 1);
    put(name, r.onBanner, QFontMetrics(name).elidedText(name_, Qt::ElideRight, nameRoom), Metrics::px(16));
    if (apart) {
        x = 12;
        line += pitch;
    }
    const int kanaWidth = widthOf(kana(), kana_);
    int rest = 0;
    for (std::size_t i = 0; i < fields_.size() && i < 2; ++i) {
        rest += fieldWidth(fields_[i]) + Metrics::px(8);
    }
    const bool kanaAbove = x + kanaWidth + Metrics::px(16) + rest < room(!apart);
    if (kanaAbove) {
        put(kana(), r.onBanner2, kana_, Metrics::px(16));
    }
    const auto say = [&](const Field& field, const QString& words, const QColor& colour) {
        put(value(), colour, words, field.strong.isEmpty() ? Metrics::px(16) : Metrics::px(5));
        put(strong(), r.onBanner, field.strong, Metrics::px(8));
    };
    for (std::size_t i = 0; i < fields_.size() && i < 2; ++i)
        say(fields_[i], fields_[i].value, r.onBanner);
    x = 12;
    line += pitch;
    if (!kanaAbove && !apart) {
        put(kana(), r.onBanner2, kana_, Metrics::px(16));
    }
    const int box = widthOf(boxed(), shortDataWords()) + Metrics::px(16);
    if (fields_.size() == 4) {
        const QString card = QStringList{fields_[3].caption, fields_[3].value}.join(QLatin1Char(' '));
        const int insurer = room(false) - (x - 12) - box - widthOf(value(), card) - 2 * Metrics::px(16);
        say(fields_[2], QFontMetrics(value()).elidedText(fields_[2].value, Qt::ElideRight, std::max(0, insurer)),
            r.onBanner2);
        say(fields_[3], card, r.onBanner2);
    }
    paintDataBox(painter, QRect(x, line - Metrics::px(15), box, Metrics::px(19.5)), false);
}

void PatientBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBannerGround(painter, rect());
    if (!shown_) {
        return;
    }
    const QRect inner = rect().adjusted(12, 0, -12, 0);
    form() == Form::OneLine ? paintOneLine(painter) : paintLines(painter);
    corner_.paint(painter, inner);
    if (hasFocus()) {
        painter.setPen(QPen(Roles::current().onBanner, 2));
        painter.drawRect(rect().adjusted(2, 2, -3, -3));
    }
}

} // namespace kmixr::ui
