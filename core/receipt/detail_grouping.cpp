#include "core/receipt/detail_grouping.h"

#include <algorithm>

namespace kmixr::receipt {

namespace {

constexpr std::size_t embeddedComments = 3;
constexpr std::size_t noComments = 0;
constexpr std::size_t toothWidth = 6;

void readEmbeddedComments(const RecordView& record, std::size_t first, std::vector<Comment>& comments) {
    for (std::size_t pair = 0; pair < embeddedComments; ++pair) {
        const std::size_t code = first + pair * 2;
        if (record.has(code)) {
            comments.push_back({record.line(), record.text(code), record.text(code + 1)});
        }
    }
}

void readDays(const RecordView& record, std::size_t first, std::array<std::uint16_t, 31>& days) {
    for (std::size_t day = 0; day < days.size(); ++day) {
        days[day] = static_cast<std::uint16_t>(std::max(record.count(first + day), 0));
    }
}

bool marksWholeReceipt(std::string_view division) {
    return division == "01" || division == "99";
}

} // namespace

void DetailGrouping::act(const RecordView& si) {
    DetailLine line;
    line.amount = si.quantity(4);
    detail(si, {LineKind::Act, 5, 6, 7, 13}, std::move(line));
}

void DetailGrouping::drug(const RecordView& iy) {
    DetailLine line;
    line.amount = iy.quantity(4);
    detail(iy, {LineKind::Drug, 5, 6, 7, 13}, std::move(line));
}

void DetailGrouping::material(const RecordView& to) {
    DetailLine line;
    line.amount = to.quantity(4);
    line.unitCode = to.text(7);
    line.productName = to.has(10) ? to.text(10) : to.text(9); // 9 = 特定器材名称 of older layouts
    detail(to, {LineKind::Material, 5, 6, 11, 17}, std::move(line));
}

void DetailGrouping::dentalAct(const RecordView& ss) {
    constexpr std::size_t firstAddition = 6;
    constexpr std::size_t afterAdditions = 76;
    DetailLine line;
    line.amount = ss.quantity(4);
    line.secondAmount = ss.quantity(5);
    for (std::size_t at = firstAddition; at < afterAdditions; at += 2) {
        if (ss.has(at)) {
            line.additions.push_back({ss.text(at), ss.quantity(at + 1)});
        }
    }
    detail(ss, {LineKind::Act, 76, 77, noComments, 78}, std::move(line));
}

void DetailGrouping::dentalMedicalAct(const RecordView& si) {
    DetailLine line;
    line.amount = si.quantity(4);
    detail(si, {LineKind::Act, 5, 6, noComments, 7}, std::move(line));
}

void DetailGrouping::dentalDrug(const RecordView& iy) {
    DetailLine line;
    line.amount = iy.quantity(4);
    line.drugUse = iy.letter(7);
    detail(iy, {LineKind::Drug, 5, 6, noComments, 8}, std::move(line));
}

void DetailGrouping::dentalMaterial(const RecordView& to) {
    DetailLine line;
    line.amount = to.quantity(4);
    line.unitCode = to.text(5);
    line.productName = to.text(11);
    for (const std::size_t at : {std::size_t{7}, std::size_t{9}}) {
        if (to.has(at)) {
            line.additions.push_back({to.text(at), to.quantity(at + 1)});
        }
    }
    detail(to, {LineKind::Material, 12, 13, noComments, 14}, std::move(line));
}

void DetailGrouping::dentalComment(const RecordView& co) {
    Comment comment{co.line(), co.text(3), co.text(4)};
    comment.teeth = codesOf(co, 5, toothWidth);
    take(co, std::move(comment));
}

void DetailGrouping::comment(const RecordView& co) {
    take(co, {co.line(), co.text(3), co.text(4)});
}

void DetailGrouping::take(const RecordView& co, Comment comment) {
    const std::string_view division = trimmed(co.raw(1));
    if (marksWholeReceipt(division) || (division.empty() && remarks_)) {
        remarks_ = true;
        grouped_ = false;
        unitOpen_ = false;
        receipt_.remarks.push_back(std::move(comment));
        return;
    }
    Group& group = groupFor(co);
    if (!group.units.empty()) {
        group.units.back().lines.back().comments.push_back(std::move(comment));
        return;
    }
    // A comment may come first and carry the 診療識別; the lines that it speaks of follow.
    DetailLine line;
    line.line = co.line();
    line.kind = LineKind::Comment;
    line.code = comment.code;
    line.comments.push_back(std::move(comment));
    openUnit(group).lines.push_back(std::move(line));
}

void DetailGrouping::detail(const RecordView& record, const Layout& layout, DetailLine line) {
    CountUnit& unit = openUnit(groupFor(record));
    line.line = record.line();
    line.kind = layout.kind;
    line.code = record.text(3);
    if (line.code.empty()) {
        record.note("no code", 3);
    }
    if (layout.comments != noComments) {
        readEmbeddedComments(record, layout.comments, line.comments);
    }
    line.cut = record.cut();
    const bool alone = unit.lines.empty() || unit.cut();
    unit.lines.push_back(std::move(line));
    if (record.cut() && !alone) { // what is left of the unit closes with a line that is still there
        return;
    }
    // Count and days are the same on every line of a unit; where a writer left some empty, any line may tell them.
    if (record.has(layout.count)) {
        unit.count = record.count(layout.count);
    }
    std::array<std::uint16_t, 31> days{};
    readDays(record, layout.days, days);
    if (std::any_of(days.begin(), days.end(), [](std::uint16_t count) { return count != 0; })) {
        unit.days = days;
    }
    if (const auto points = record.points(layout.points)) { // a present 0 closes the unit, an empty field does not
        unit.points = points;
        unitOpen_ = false;
    }
}

Group& DetailGrouping::groupFor(const RecordView& record) {
    const std::string_view division = trimmed(record.raw(1));
    if (!division.empty() || !grouped_) {
        if (division.empty()) {
            record.note("continues a group that was never opened", 1);
        }
        Group& group = receipt_.groups.emplace_back();
        group.division = std::string(division);
        group.payers = record.letter(2);
        grouped_ = true;
        remarks_ = false;
        unitOpen_ = false;
    }
    return receipt_.groups.back();
}

CountUnit& DetailGrouping::openUnit(Group& group) {
    if (!unitOpen_) {
        group.units.emplace_back();
        unitOpen_ = true;
    }
    return group.units.back();
}

} // namespace kmixr::receipt
