#include "ui/sheet/sheet_painter.h"

#include "ui/details/type_face.h"

#include <QSet>

#include <algorithm>

namespace kmixr::ui {
namespace {

/// Room that the words at the right leave to the name at least; below it they get a line of their own.
constexpr double leastName = 0.42;
constexpr int mostNames = 20; ///< of what is left out; there is room for fewer

/// Numbers with their units and Latin words stay whole; brackets and marks do not begin or end a line.
bool mayBreak(QChar before, QChar after) {
    static const QString never = QStringLiteral("」)】、。・ー々%");
    const auto latin = [](QChar letter) { return letter.unicode() < 0x80 && !letter.isSpace(); };
    return before != TypeFace::wordJoiner && after != TypeFace::wordJoiner && !(latin(before) && latin(after)) &&
           !never.contains(after) && !QStringLiteral("「(【").contains(before);
}

} // namespace

SheetPainter::SheetPainter(const EmergencySheet& sheet, const std::vector<std::vector<int>>& columns,
                           const QRectF& area, SheetLook look, QPaintDevice* device)
    : sheet_(sheet), columns_(columns), area_(area), look_(std::move(look)), title_(look_.title, device),
      name_(look_.name, device), small_(look_.small, device) {
    if (sheet_.empty())
        return;
    const auto count = static_cast<double>(columns_.size());
    columnWidth_ = (area_.width() - (count - 1) * 2 * look_.gap) / count;
    for (std::size_t section = 0; section < sheet_.sections.size(); ++section)
        measure(section);
    lay();
}

QStringList SheetPainter::broken(const QString& text, const QFontMetricsF& metrics, double width) const {
    QStringList lines;
    QString line;
    for (const QChar letter : TypeFace::unbroken(text)) {
        if (!line.isEmpty() && metrics.horizontalAdvance(line + letter) > width) {
            auto cut = line.size();
            QChar after = letter;
            while (cut > 0 && !mayBreak(line[cut - 1], after))
                after = line[--cut];
            if (cut == 0) // one word wider than the column
                cut = line.size();
            lines << line.left(cut);
            line = line.mid(cut);
        }
        line += letter;
    }
    lines << line;
    for (QString& each : lines)
        each.remove(TypeFace::wordJoiner);
    return lines;
}

double SheetPainter::kindWidth(const SheetSection& section) const {
    QSet<QString> kinds; // there are few different ones
    for (const auto& row : section.rows)
        kinds.insert(row.kind);
    double width = 0;
    for (const QString& kind : std::as_const(kinds))
        width = std::max(width, small_.horizontalAdvance(kind));
    return width == 0 ? 0 : std::min(width, columnWidth_ / 4) + look_.gap;
}

void SheetPainter::measure(std::size_t section) {
    const SheetSection& of = sheet_.sections[section];
    kinds_.push_back(kindWidth(of));
    auto& rows = rows_.emplace_back();
    double height = 0;
    for (const SheetRow& row : of.rows) {
        rows.push_back(measured(row, kinds_.back()));
        height += rows.back().height;
        if (height > area_.height() && of.yields > 0)
            break;
    }
}

SheetPainter::Measured SheetPainter::measured(const SheetRow& row, double kindWidth) const {
    const double room = columnWidth_ - kindWidth;
    const double right = row.right.isEmpty() ? 0 : small_.horizontalAdvance(row.right) + look_.gap;
    Measured result;
    const double name = name_.horizontalAdvance(row.name);
    // Beside the name, unless it would break there and stand whole on a line of its own.
    const bool beside = room - right >= leastName * room && (name <= room - right || name > room);
    result.beside = beside;
    for (const QString& line : broken(row.name, name_, beside ? room - right : room))
        result.lines.push_back(line);
    const double lines = static_cast<double>(result.lines.size());
    // Lines of one row stand close together, rows apart.
    result.height = beside ? (lines - 1) * within() + name_.height() * look_.pitch
                           : lines * within() + small_.height() * look_.pitch;
    return result;
}

double SheetPainter::sectionHeight(int section, int cap) const {
    const auto& rows = rows_[static_cast<std::size_t>(section)];
    double height = title_.height() * 1.25;
    if (rows.empty())
        return height + 2 * small_.height() + look_.gap;
    for (int i = 0; i < std::min(cap, static_cast<int>(rows.size())); ++i)
        height += rows[static_cast<std::size_t>(i)].height;
    if (cap < static_cast<int>(sheet_.sections[static_cast<std::size_t>(section)].rows.size()))
        height += small_.height();
    return height + look_.gap;
}

double SheetPainter::columnHeight(const std::vector<int>& column, const std::vector<int>& caps) const {
    double height = 0;
    for (const int section : column)
        height += sectionHeight(section, caps[static_cast<std::size_t>(section)]);
    return height;
}

void SheetPainter::lay() {
    std::vector<int> caps;
    for (const auto& rows : rows_)
        caps.push_back(static_cast<int>(rows.size()));
    for (const auto& column : columns_) {
        while (columnHeight(column, caps) > area_.height()) {
            int weakest = -1; // the section that yields first and still has rows to give
            for (const int section : column) {
                const auto& of = sheet_.sections[static_cast<std::size_t>(section)];
                if (of.yields > 0 && caps[static_cast<std::size_t>(section)] > 1 &&
                    (weakest < 0 || of.yields > sheet_.sections[static_cast<std::size_t>(weakest)].yields))
                    weakest = section;
            }
            if (weakest < 0)
                break;
            --caps[static_cast<std::size_t>(weakest)];
        }
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const double left = area_.left() + static_cast<double>(c) * (columnWidth_ + 2 * look_.gap);
        double top = area_.top();
        for (const int section : columns_[c]) {
            const auto& of = sheet_.sections[static_cast<std::size_t>(section)];
            const auto& rows = rows_[static_cast<std::size_t>(section)];
            const int cap = caps[static_cast<std::size_t>(section)];
            const double titleHeight = title_.height() * 1.25;
            items_.push_back({section, -1, QRectF(left, top, columnWidth_, titleHeight),
                              QStringLiteral("%1 %2").arg(of.title, of.note)});
            top += titleHeight;
            if (rows.empty()) {
                items_.push_back({section, 0, QRectF(left, top, columnWidth_, 2 * small_.height()), of.empty});
                top += 2 * small_.height();
            }
            for (int i = 0; i < cap; ++i) {
                const double height = rows[static_cast<std::size_t>(i)].height;
                items_.push_back({section, i, QRectF(left, top, columnWidth_, height),
                                  of.rows[static_cast<std::size_t>(i)].words()});
                top += height;
            }
            if (const int rest = static_cast<int>(of.rows.size()) - cap; rest > 0) {
                QStringList names;
                for (int i = cap; i < static_cast<int>(of.rows.size()) && i < cap + mostNames; ++i)
                    names << of.rows[static_cast<std::size_t>(i)].name;
                if (rest > mostNames)
                    names << QStringLiteral("…");
                items_.push_back(
                    {section, cap, QRectF(left, top, columnWidth_, small_.height()),
                     EmergencySheet::tr("%1 others: %2")
                         .arg(rest)
                         .arg(names.join(EmergencySheet::tr(", ", "between parts of a sentence read aloud")))});
                top += small_.height();
                leftOut_ += rest;
            }
            top += look_.gap;
        }
    }
}

void SheetPainter::paintItem(QPainter& painter, const Item& item) const {
    const auto& section = sheet_.sections[static_cast<std::size_t>(item.section)];
    const auto baseline = [&item](const QFontMetricsF& metrics, double top) {
        return item.place.top() + top + metrics.ascent();
    };
    if (item.row < 0) {
        painter.setPen(QPen(look_.line, 0));
        painter.drawLine(item.place.bottomLeft() + QPointF(0, -title_.height() * 0.1),
                         item.place.bottomRight() + QPointF(0, -title_.height() * 0.1));
        painter.setFont(look_.title);
        painter.setPen(look_.text);
        painter.drawText(QPointF(item.place.left(), baseline(title_, 0)), section.title);
        painter.setFont(look_.small);
        painter.setPen(look_.text2);
        const double left = item.place.left() + title_.horizontalAdvance(section.title) + look_.gap;
        if (left + small_.horizontalAdvance(section.note) <= item.place.right())
            painter.drawText(QPointF(left, baseline(title_, 0)), section.note);
        return;
    }
    if (item.row >= static_cast<int>(section.rows.size()) || section.rows.empty() ||
        item.words != section.rows[static_cast<std::size_t>(item.row)].words()) { // nothing there, or what is left out
        painter.setFont(look_.small);
        painter.setPen(look_.text2);
        double top = 0;
        QStringList lines = broken(item.words, small_, item.place.width());
        const auto most =
            static_cast<qsizetype>(std::max(1.0, std::floor(item.place.height() / small_.height() + 0.1)));
        if (lines.size() > most) {
            lines = lines.mid(0, most);
            lines.last() = lines.last().chopped(1) + QChar{0x2026};
        }
        for (const QString& line : std::as_const(lines)) {
            painter.drawText(QPointF(item.place.left(), baseline(small_, top)), line);
            top += small_.height();
        }
        return;
    }
    const SheetRow& row = section.rows[static_cast<std::size_t>(item.row)];
    const Measured& of = rows_[static_cast<std::size_t>(item.section)][static_cast<std::size_t>(item.row)];
    const double kind = kinds_[static_cast<std::size_t>(item.section)];
    painter.setFont(look_.small);
    painter.setPen(look_.text2);
    painter.save();
    painter.setClipRect(
        QRectF(item.place.left(), item.place.top(), std::max(0.0, kind - look_.gap / 2), item.place.height()),
        Qt::IntersectClip);
    painter.drawText(QPointF(item.place.left(), baseline(name_, 0)), row.kind);
    painter.restore();
    QFont name = look_.name;
    painter.setFont(name);
    painter.setPen(row.strong ? look_.strong : look_.text);
    double top = 0;
    for (const QString& line : of.lines) {
        painter.drawText(QPointF(item.place.left() + kind, baseline(name_, top)), line);
        top += within();
    }
    if (row.right.isEmpty())
        return;
    painter.setFont(look_.small);
    painter.setPen(look_.text2);
    const double left = item.place.right() - small_.horizontalAdvance(row.right);
    painter.drawText(QPointF(left, of.beside ? baseline(name_, 0) : baseline(small_, top)), row.right);
}

double SheetPainter::within() const {
    return name_.height() * std::min(look_.pitch, 1.1);
}

void SheetPainter::paint(QPainter& painter, const QRectF& seen) const {
    for (const Item& item : items_) {
        const bool whole = item.place.top() >= seen.top() && item.place.bottom() <= seen.bottom();
        if (seen.isEmpty() || whole)
            paintItem(painter, item);
    }
}

} // namespace kmixr::ui
