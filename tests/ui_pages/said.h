// What a model or a page says, as text: so that a test compares it as a whole.
#pragma once

#include "ui/details/history_model.h"

#include <QAbstractItemModel>
#include <QStringList>
#include <QWidget>

#include <catch2/catch_tostring.hpp>

#include <ostream>

namespace Catch {
template <>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return text.toStdString(); }
};
template <>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList& lines) { return "\n" + lines.join(u'\n').toStdString(); }
};
} // namespace Catch

namespace kmixr::test {

/// Each row: its cells by DisplayRole, joined with " | "; heads begin with "#".
QStringList rows(const ui::HistoryModel& model);
/// Everything a model can say: all cells in all text roles, and the headers.
QString everything(const QAbstractItemModel& model);
/// Everything a screen reader can reach from here: names, descriptions and values of the accessible tree, and tool
/// tips.
QString spoken(QWidget& widget);
/// The same, each text by itself: a text over several lines is one.
QStringList spokenTexts(QWidget& widget);
QStringList everyText(const QAbstractItemModel& model);
/// Shows the page as in the window: 1366 wide, the height between tabs and status line.
void present(QWidget& page, int width = 1366, int height = 649);
/// Presses a key on the widget that has the focus.
void press(QWidget& widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

} // namespace kmixr::test
