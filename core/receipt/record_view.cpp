#include "core/receipt/record_view.h"

#include <algorithm>
#include <charconv>

namespace kmixr::receipt {

namespace {

constexpr std::string_view wideBlank = "\u3000";

} // namespace

std::string_view trimmed(std::string_view field) {
    for (;;) {
        if (field.starts_with(' ') || field.starts_with('\t')) {
            field.remove_prefix(1);
        } else if (field.starts_with(wideBlank)) {
            field.remove_prefix(wideBlank.size());
        } else {
            break;
        }
    }
    for (;;) {
        if (field.ends_with(' ') || field.ends_with('\t')) {
            field.remove_suffix(1);
        } else if (field.ends_with(wideBlank)) {
            field.remove_suffix(wideBlank.size());
        } else {
            return field;
        }
    }
}

std::optional<std::int64_t> parseNumber(std::string_view field, std::int64_t most) {
    field = trimmed(field);
    std::int64_t value = 0;
    const char* begin = field.data();
    const char* end = begin + field.size();
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc{} || value > most || value < -most) {
        return std::nullopt;
    }
    if (stop != end && (*stop != '.' || !std::all_of(stop + 1, end, [](char c) { return c == '0'; }))) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> RecordView::number(std::size_t index, std::int64_t most) const {
    if (!has(index)) {
        return std::nullopt;
    }
    const auto value = parseNumber(fields_[index], most);
    if (!value) {
        note("not a number", static_cast<int>(index));
    }
    return value;
}

std::optional<Quantity> RecordView::quantity(std::size_t index) const {
    if (!has(index)) {
        return std::nullopt;
    }
    const auto value = parseQuantity(trimmed(fields_[index]));
    if (!value) {
        note("not a quantity", static_cast<int>(index));
    }
    return value;
}

std::optional<Day> RecordView::day(std::size_t index) const {
    if (!has(index)) {
        return std::nullopt;
    }
    const auto value = parseReceiptDay(trimmed(fields_[index]));
    if (!value) {
        note("not a date", static_cast<int>(index));
    }
    return value;
}

std::optional<Month> RecordView::month(std::size_t index) const {
    if (!has(index)) {
        return std::nullopt;
    }
    const auto value = parseReceiptMonth(trimmed(fields_[index]));
    if (!value) {
        note("not a month", static_cast<int>(index));
    }
    return value;
}

void RecordView::note(std::string reason, int field) const {
    addNote(unread_, {line_, safeRecordName(record()), std::move(reason), field});
}

void addNote(std::vector<UnreadLine>& notes, UnreadLine note) {
    if (notes.size() < RecordView::mostNotes) {
        notes.push_back(std::move(note));
    } else if (notes.size() == RecordView::mostNotes) {
        notes.push_back({note.line, "?", "there is more that could not be read", -1});
    }
}

std::vector<std::string> codesOf(const RecordView& record, std::size_t index, std::size_t width) {
    const std::string_view field = trimmed(record.raw(index));
    std::vector<std::string> codes;
    codes.reserve(field.size() / width);
    for (std::size_t at = 0; at + width <= field.size(); at += width) {
        codes.emplace_back(field.substr(at, width));
    }
    if (field.size() % width != 0) {
        record.note("incomplete code", static_cast<int>(index));
    }
    return codes;
}

std::string safeRecordName(std::string_view record) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return record.size() == 2 && capital(record[0]) && capital(record[1]) ? std::string(record) : std::string("?");
}

} // namespace kmixr::receipt
