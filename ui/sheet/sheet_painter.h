// Lays the emergency sheet out in columns and draws it: on the screen in the colours of the theme, on paper in black.
// What finds no room is counted by name; flags and allergy names are never left out.
#pragma once

#include "ui/sheet/emergency_sheet.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <vector>

namespace kmixr::ui {

struct SheetLook {
    QFont title, name, small; ///< section titles, names, everything beside them
    QColor text, text2, line, strong;
    double gap = 6;      ///< between sections, and twice between columns
    double pitch = 1.08; ///< from line to line, in heights of a name
};

class SheetPainter {
public:
    /// `columns` lists the sections of each column. `device` measures the fonts.
    SheetPainter(const EmergencySheet& sheet, const std::vector<std::vector<int>>& columns, const QRectF& area,
                 SheetLook look, QPaintDevice* device);

    /// Rows that found no room.
    [[nodiscard]] int leftOut() const { return leftOut_; }
    [[nodiscard]] bool fits() const { return leftOut_ == 0; }
    /// Only what stands whole in `seen`; everything when it is empty.
    void paint(QPainter& painter, const QRectF& seen = {}) const;

    /// One drawn piece: a title (row < 0), a row, or what is left out (row = number of rows shown).
    struct Item {
        int section = 0, row = -1;
        QRectF place;
        QString words; ///< for a screen reader
    };
    [[nodiscard]] const std::vector<Item>& items() const { return items_; }

private:
    struct Measured {
        std::vector<QString> lines;
        bool beside = true; ///< the words at the right stand beside the name, not below it
        double height = 0;
    };
    void lay();
    [[nodiscard]] double columnHeight(const std::vector<int>& column, const std::vector<int>& caps) const;
    [[nodiscard]] double sectionHeight(int section, int cap) const;
    [[nodiscard]] double within() const; ///< from line to line of one row
    [[nodiscard]] QStringList broken(const QString& text, const QFontMetricsF& metrics, double width) const;
    void measure(std::size_t section);
    [[nodiscard]] Measured measured(const SheetRow& row, double kindWidth) const;
    [[nodiscard]] double kindWidth(const SheetSection& section) const;
    void paintItem(QPainter& painter, const Item& item) const;

    const EmergencySheet& sheet_;
    std::vector<std::vector<int>> columns_;
    QRectF area_;
    SheetLook look_;
    QFontMetricsF title_, name_, small_;
    double columnWidth_ = 0;
    std::vector<double> kinds_; ///< by section: room in front of the names
    /// By section: its rows, but only as many as could stand in a column of their own.
    std::vector<std::vector<Measured>> rows_;
    std::vector<Item> items_;
    int leftOut_ = 0;
};

} // namespace kmixr::ui
