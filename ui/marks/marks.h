// Badges, state circles, checks and icons: drawn by one hand, so that a mark looks the same in a list, a header and on
// paper (UI.md §4). Shape and word first, colour last.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QString>

namespace kmixr::ui {

enum class BadgeKind { Treatment, Duplicate, Suspected, Neutral, Good, Caution, Critical };
enum class CircleState { Full, Half, Empty }; ///< 服用中と推定 / データ最終月まで継続 / 終了と推定

struct Marks {
    /// Judgements (Good, Caution, Critical) carry an icon and are wider; duplicates are bold.
    static QSize badgeSize(const QString& words, const QFont& font, BadgeKind kind = BadgeKind::Duplicate);
    /// Paints in `at` (as large as badgeSize), vertically centred by the caller.
    static void paintBadge(QPainter& painter, const QRect& at, const QString& words, BadgeKind kind, const QFont& font);
    static void paintCircle(QPainter& painter, const QRect& at, CircleState state, const QColor& colour);
    /// SVG of resources/icons recoloured; `name` without ".svg".
    /// An unknown name gives an empty picture.
    static QPixmap icon(const QString& name, int size, const QColor& colour);
    static bool hasIcon(const QString& name);
    static QBrush hatch(const QColor& colour);
    /// Receipt text for the screen: ≥ ≤ become ≧ ≦ (UI.md §2); everything else as it is.
    static QString displayText(const std::string& utf8);
};

} // namespace kmixr::ui
