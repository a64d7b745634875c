// Fonts of the type scale with their measures, kept so that a text is measured once and not at every paint (UI.md §2,
// §11).
#pragma once

#include "ui/theme/metrics.h"

#include <QFont>
#include <QFontMetrics>
#include <QString>
#include <QStringList>

namespace kmixr::ui {

/// One step of the scale in one weight.
struct Face {
    TextStep step = TextStep::Body;
    bool bold = false;
};

namespace faces {
inline constexpr Face body{TextStep::Body, false};
inline constexpr Face bodyBold{TextStep::Body, true};
inline constexpr Face small{TextStep::Small, false};
inline constexpr Face smallBold{TextStep::Small, true};
inline constexpr Face caption{TextStep::Caption, false};
inline constexpr Face captionBold{TextStep::Caption, true};
} // namespace faces

/// Fonts and widths for the text size in force. GUI thread only.
class TypeFace {
public:
    static const QFont& font(Face face);
    static const QFontMetrics& metrics(Face face);
    static int width(Face face, const QString& text);
    static constexpr QChar wordJoiner{0x2060}; ///< no line ends at it
    /// With joiners inside the maker's name in its brackets, so that no line ends there.
    static QString unbroken(const QString& text);
    /// The text broken to the width by the rules of Japanese typesetting; at least one line.
    static QStringList broken(Face face, const QString& text, int width);
    static int lines(Face face, const QString& text, int width);
    /// 1.25 of the size: the face's own spacing leaves no air between lines.
    static int lineHeight(Face face);
    /// Drops every measured text: they are words of a patient. Called when a page is emptied.
    static void forget();
};

/// The widest of many texts. One that could not be wider than what was seen already, at one em a letter, is not
/// measured.
class Widest {
public:
    Widest(Face face, int atLeast) : face_(face), px_(atLeast) {}
    void add(const QString& text);
    [[nodiscard]] int px() const { return px_; }

private:
    Face face_;
    int px_;
};

} // namespace kmixr::ui
