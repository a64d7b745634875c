// Every colour on the screen by its role (UI.md §1); one table in roles.cpp, three themes. A test computes the
// contrasts.
#pragma once

#include <QColor>
#include <QPalette>

namespace kmixr::ui {

enum class Theme { Light, Dark, HighContrast };

struct Roles {
    QColor window, base, alt, text, text2, line, border, accent, onAccent, sel, focus;
    QColor banner, onBanner, onBanner2;
    QColor critical, criticalGround, caution, cautionGround, good, goodGround, suspected;
    QColor heat1, heat2, heat3, heatDigits, heat4, heat4Digits, bar, hatch;
    QColor offline, offlineGround, emergency, onEmergency, mark, onMark;
    QColor practice, onPractice;

    /// Roles of the theme in force (set by applyTheme).
    static const Roles& current();
    static const Roles& of(Theme theme);
};

/// Sets palette, style, style sheet and font on the application; sends QEvent::PaletteChange. GUI thread.
void applyTheme(Theme theme);
Theme currentTheme();

} // namespace kmixr::ui
