#include "core/receipt/dispensing.h"

namespace kmixr::receipt {

namespace {

constexpr std::size_t none = 0;

// 合計点数 of the layout of 2022; before, the parts are added up.
std::int64_t totalOf(const RecordView& cz) {
    constexpr std::size_t total = 66;
    if (const auto points = cz.points(total)) {
        return *points;
    }
    std::int64_t sum = cz.points(10).value_or(0) + cz.points(13).value_or(0);
    for (std::size_t addition = 17; addition <= 44; addition += 3) { // 加算料 ×10: 負担区分, コード, 点数
        sum += cz.points(addition).value_or(0);
    }
    for (const std::size_t fee : {56, 61, 64}) { // 外来服薬支援料2, 調剤管理料, 時間外等加算
        sum += cz.points(fee).value_or(0);
    }
    return sum;
}

} // namespace

void DispensingReader::prescription(const RecordView& sh) {
    Prescription& prescription = receipt_.prescriptions.emplace_back();
    prescription.line = sh.line();
    const std::string_view form = trimmed(sh.raw(2));
    prescription.form = form.empty() ? '1' : form.front();
    prescription.usage = sh.text(3);
    prescription.usageText = sh.text(4);
    open_ = true;
}

void DispensingReader::fill(const RecordView& cz) {
    Fill fill;
    fill.line = cz.line();
    fill.prescribed = cz.day(2);
    fill.dispensed = cz.day(3);
    fill.quantity = cz.count(5);
    fill.preparationPoints = cz.points(10).value_or(0);
    fill.drugPoints = cz.points(13).value_or(0);
    fill.totalPoints = cz.cut() ? 0 : totalOf(cz);
    fill.payers = cz.letter(6);
    current(cz).fills.push_back(fill);
}

void DispensingReader::drug(const RecordView& iy) {
    DetailLine line;
    line.kind = LineKind::Drug;
    addLine(iy, std::move(line));
}

void DispensingReader::material(const RecordView& to) {
    DetailLine line;
    line.kind = LineKind::Material;
    line.unitCode = to.text(4);
    line.productName = to.text(6);
    addLine(to, std::move(line));
}

void DispensingReader::comment(const RecordView& co) {
    Comment comment{co.line(), co.text(1), co.text(2)};
    if (!open_) {
        receipt_.remarks.push_back(std::move(comment));
        return;
    }
    Prescription& prescription = receipt_.prescriptions.back();
    if (!prescription.lines.empty()) {
        prescription.lines.back().comments.push_back(std::move(comment));
        return;
    }
    DetailLine line;
    line.line = co.line();
    line.kind = LineKind::Comment;
    line.code = comment.code;
    line.comments.push_back(std::move(comment));
    prescription.lines.push_back(std::move(line));
}

void DispensingReader::fees(const RecordView& ki) {
    open_ = false;
    if (ki.cut()) {
        return;
    }
    const auto day = ki.day(1);
    addFee(ki, day, 4, none, 5);
    for (std::size_t at = 7; at <= 63; at += 4) { // 薬学管理料 ×12 and 摘要薬学管理料 ×3: 負担, コード, 回数, 点数
        addFee(ki, day, at + 1, at + 2, at + 3);
    }
    for (std::size_t at = 69; at <= 105; at += 4) { // 基本料加算 ×10, the same four
        addFee(ki, day, at + 1, at + 2, at + 3);
    }
}

void DispensingReader::remark(const RecordView& tk) {
    receipt_.remarks.push_back({tk.line(), tk.text(1), tk.text(2)});
}

void DispensingReader::split(const RecordView& st) {
    receipt_.splits.push_back(
        {st.line(), st.day(2), st.day(3), st.count(5), st.points(6).value_or(0), st.points(7).value_or(0)});
}

Prescription& DispensingReader::current(const RecordView& record) {
    if (!open_) {
        record.note("outside an SH group");
        receipt_.prescriptions.emplace_back().line = record.line();
        open_ = true;
    }
    return receipt_.prescriptions.back();
}

void DispensingReader::addLine(const RecordView& record, DetailLine line) {
    line.line = record.line();
    line.cut = record.cut();
    line.code = record.text(2);
    line.amount = record.quantity(3);
    if (line.code.empty()) {
        record.note("no code", 2);
    }
    current(record).lines.push_back(std::move(line));
}

void DispensingReader::addFee(const RecordView& ki, std::optional<Day> day, std::size_t code, std::size_t count,
                              std::size_t points) {
    if (!ki.has(code)) {
        return;
    }
    const int times = count != none && ki.has(count) ? ki.count(count) : 1;
    receipt_.fees.push_back({ki.line(), day, ki.text(code), times, ki.points(points).value_or(0), ki.letter(code - 1)});
}

} // namespace kmixr::receipt
