#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/style.h"
#include "ui/theme/theme_event.h"

#include <QApplication>
#include <QFile>
#include <QPointer>
#include <QRegularExpression>
#include <QWidget>

// A static library's resources are only linked in when somebody asks for them; the macro must stand outside namespaces.
static void initThemeResources() {
    Q_INIT_RESOURCE(kmixr_theme);
}

namespace kmixr::ui {

namespace {

Theme themeInForce = Theme::Light;

QPalette paletteOf(const Roles& roles, Theme theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, roles.window);
    palette.setColor(QPalette::WindowText, roles.text);
    palette.setColor(QPalette::Base, roles.base);
    palette.setColor(QPalette::AlternateBase, roles.alt);
    palette.setColor(QPalette::Text, roles.text);
    palette.setColor(QPalette::PlaceholderText, roles.text2);
    palette.setColor(QPalette::Button, roles.base);
    palette.setColor(QPalette::ButtonText, roles.text);
    palette.setColor(QPalette::BrightText, roles.critical);
    palette.setColor(QPalette::Mid, roles.border);
    palette.setColor(QPalette::Midlight, roles.line);
    palette.setColor(QPalette::Light, roles.base);
    palette.setColor(QPalette::Dark, roles.border);
    palette.setColor(QPalette::Shadow, roles.border);
    // Selected rows of high contrast: accent with black text (UI.md §1).
    const bool highContrast = theme == Theme::HighContrast;
    palette.setColor(QPalette::Highlight, highContrast ? roles.accent : roles.sel);
    palette.setColor(QPalette::HighlightedText, highContrast ? roles.onAccent : roles.text);
    palette.setColor(QPalette::Link, roles.accent);
    palette.setColor(QPalette::LinkVisited, roles.accent);
    palette.setColor(QPalette::ToolTipBase, roles.base);
    palette.setColor(QPalette::ToolTipText, roles.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, roles.text2);
    return palette;
}

/// "${accent}" becomes the colour of that role, "${8px}" the length at the text size in force.
QString fill(QString sheet, const Roles& roles) {
    const std::pair<const char*, QColor> colours[] = {
        {"window", roles.window},     {"base", roles.base}, {"alt", roles.alt},       {"text2", roles.text2},
        {"text", roles.text},         {"line", roles.line}, {"border", roles.border}, {"accent", roles.accent},
        {"onAccent", roles.onAccent}, {"sel", roles.sel},   {"focus", roles.focus},   {"critical", roles.critical},
        {"caution", roles.caution},
    };
    for (const auto& [name, colour] : colours)
        sheet.replace(QStringLiteral("${%1}").arg(QLatin1String(name)), colour.name());
    static const QRegularExpression length(QStringLiteral("\\$\\{(\\d+)px\\}"));
    for (auto match = length.match(sheet); match.hasMatch(); match = length.match(sheet))
        sheet.replace(match.captured(0), QStringLiteral("%1px").arg(Metrics::px(match.captured(1).toDouble())));
    return sheet;
}

QString styleSheet(const Roles& roles) {
    QFile file(QStringLiteral(":/style/kmixr.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return fill(QString::fromUtf8(file.readAll()), roles);
}

} // namespace

QEvent::Type themeChangedEvent() {
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

Theme currentTheme() {
    return themeInForce;
}

void applyTheme(Theme theme) {
    initThemeResources();
    themeInForce = theme;
    const Roles& roles = Roles::of(theme);
    if (qobject_cast<Style*>(QApplication::style()) == nullptr && qApp->styleSheet().isEmpty())
        QApplication::setStyle(new Style);
    QApplication::setPalette(paletteOf(roles, theme));
    QApplication::setFont(Metrics::font(TextStep::Body));
    qApp->setStyleSheet(styleSheet(roles));
    QList<QPointer<QWidget>> widgets; // one may delete another when it lays itself out anew
    for (QWidget* widget : QApplication::allWidgets()) {
        widgets << widget;
    }
    for (const QPointer<QWidget>& widget : std::as_const(widgets)) {
        if (widget == nullptr) {
            continue;
        }
        QEvent event(themeChangedEvent());
        QCoreApplication::sendEvent(widget, &event);
        if (widget != nullptr) {
            widget->update();
        }
    }
}

} // namespace kmixr::ui
