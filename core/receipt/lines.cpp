#include "core/receipt/lines.h"

#include <algorithm>

namespace kmixr::receipt {

namespace {

constexpr char endOfFileMark = '\x1a';
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t insurerColumns = 3;

bool allDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string_view strippedLine(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(endOfFileMark), text.size()));
    while (text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    return text;
}

LineCursor::LineCursor(std::string_view text) : rest_(text) {
    if (rest_.starts_with(byteOrderMark)) {
        rest_.remove_prefix(byteOrderMark.size());
    }
}

bool LineCursor::next(Line& line) {
    while (!rest_.empty()) {
        const std::size_t end = rest_.find('\n');
        std::string_view text = rest_.substr(0, end);
        rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
        ++number_;
        text = strippedLine(text);
        if (!text.empty()) {
            line = {text, number_};
            return true;
        }
    }
    return false;
}

void Fields::split(std::string_view line, Insurer insurer) {
    count_ = 0;
    first_ = 0;
    // Quoting is declared unused, but quoted comments have been seen. A quote that is never closed is an ordinary
    // character; `mayClose` keeps a row of such quotes from being searched again and again.
    bool mayClose = true;
    std::size_t at = 0;
    while (count_ < limit) {
        if (mayClose && at < line.size() && line[at] == '"') {
            std::size_t close = line.find("\",", at + 1);
            if (close == std::string_view::npos && line.size() > at + 1 && line.back() == '"') {
                close = line.size() - 1;
            }
            if (close != std::string_view::npos) {
                fields_[count_++] = line.substr(at + 1, close - at - 1);
                at = close + 2;
                if (close + 1 >= line.size()) {
                    break;
                }
                continue;
            }
            mayClose = false;
        }
        std::size_t comma = at; // fields are short: a plain walk beats a search for each
        while (comma < line.size() && line[comma] != ',') {
            ++comma;
        }
        if (comma >= line.size()) {
            fields_[count_++] = line.substr(std::min(at, line.size()));
            break;
        }
        fields_[count_++] = line.substr(at, comma - at);
        at = comma + 1;
    }
    if (insurer == Insurer::Maybe && count_ > insurerColumns && allDigits(fields_[0])) {
        first_ = insurerColumns;
    }
}

} // namespace kmixr::receipt
