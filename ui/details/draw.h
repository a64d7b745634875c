// Small strokes shared by delegates and painters: a text on its baseline, a row's ground, the ring of the current cell.
// Colours come from the roles, sizes from the measures; nothing here knows what it draws.
#pragma once

#include "ui/details/type_face.h"
#include "ui/marks/marks.h"
#include "ui/theme/roles.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace kmixr::ui::draw {

/// One line, vertically centred in `at`; `align` is AlignLeft, AlignRight or AlignHCenter. Never shortened.
void text(QPainter& painter, const QRect& at, Qt::Alignment align, Face face, const QColor& colour,
          const QString& words);
/// As text(), but ends with … where the words are wider than `at`: for institutions, never for names or numbers.
void elided(QPainter& painter, const QRect& at, Qt::Alignment align, Face face, const QColor& colour,
            const QString& words);
/// Breaks anywhere, from the top of `at`; the block is vertically centred when it is lower than `at`.
void wrapped(QPainter& painter, const QRect& at, Face face, const QColor& colour, const QString& words);
/// Badges from `left` on, centred in the height of `row`, each 4 px apart. Returns the x behind the last one.
int badges(QPainter& painter, const QRect& row, int left, const QStringList& words, BadgeKind kind, Face face);
int badgesWidth(const QStringList& words, BadgeKind kind, Face face);
/// A state circle of the size of small text, centred on `x`.
void circle(QPainter& painter, const QRect& row, int x, CircleState state, const QColor& colour);

/// How one row or cell of a view stands.
struct RowLook {
    bool selected = false;
    bool focused = false; ///< current cell of the view that has the keyboard
    bool alternate = false;
    bool hover = false;

    static RowLook of(const QStyleOptionViewItem& option, bool alternate);
};
/// Ground of a row or cell; text colours of the row come from ink() and ink2().
void ground(QPainter& painter, const QRect& at, const RowLook& look);
/// The 3 px bar at the left of a selected row.
void selectionBar(QPainter& painter, const QRect& row);
/// 2 px ring inside a cell or row; on a selected one in high contrast it is drawn in the colour of its text.
void ring(QPainter& painter, const QRect& at, bool onSelected = false);
QColor ringColour(bool onSelected);
/// High contrast marks a selected row with the accent itself (UI.md §1): graphics need their own ground then.
bool inverted(const RowLook& look);
QColor ink(const RowLook& look);  ///< names, values
QColor ink2(const RowLook& look); ///< labels, institutions, notes

/// A line one pixel thick along the bottom of `at`.
void bottomLine(QPainter& painter, const QRect& at, const QColor& colour);
/// True when `option.rect` does not stand whole in its view: such a row is left white rather than shown by half.
bool cut(const QStyleOptionViewItem& option);

/// Two strokes round the month one stands at; what lies between them stays as it is.
void monthSides(QPainter& painter, const QRect& at, const QColor& colour);

} // namespace kmixr::ui::draw
