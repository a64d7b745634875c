#include "core/receipt/tooth_notation.h"

#include <array>
#include <optional>

namespace kmixr::receipt {

namespace {

constexpr std::size_t codeSize = 6;

struct Tooth {
    std::string_view region; ///< a quadrant, or a region that is named as a whole
    std::string_view number; ///< １-８, Ａ-Ｅ; empty for a region
    bool surplus = false;    ///< 過剰歯 beside that tooth
    std::string_view state;  ///< empty = present
    std::string_view part;   ///< of the root; empty = all
};

constexpr std::array<std::string_view, 9> regions{"口腔全体", "上顎",     "下顎",   "右上臼歯", "上前歯",
                                                  "左上臼歯", "左下臼歯", "下前歯", "右下臼歯"};
constexpr std::array<std::string_view, 4> quadrants{"右上", "左上", "左下", "右下"};
constexpr std::array<std::string_view, 8> permanent{"１", "２", "３", "４", "５", "６", "７", "８"};
constexpr std::array<std::string_view, 5> milk{"Ａ", "Ｂ", "Ｃ", "Ｄ", "Ｅ"};
constexpr std::array<std::string_view, 10> states{"",         "部",   "欠損",           "支台歯", "分割抜歯支台",
                                                  "便宜抜髄", "残根", "インプラント部", "近心隙", "近心位"};
constexpr std::array<std::string_view, 9> parts{
    "",       "遠心頬側根", "近心頬側根", "近心・遠心頬側根", "舌側根", "舌側根・遠心頬側根", "舌側根・近心頬側根",
    "遠心根", "近心根"};

template <std::size_t N>
std::optional<std::string_view> at(const std::array<std::string_view, N>& words, char digit, char first) {
    const int index = digit - first;
    return index >= 0 && index < static_cast<int>(N) ? std::optional(words[static_cast<std::size_t>(index)])
                                                     : std::nullopt;
}

/// The third and fourth character: quadrant and number, a whole quadrant, or a region.
bool readPlace(char quadrant, char number, Tooth& tooth) {
    if (quadrant == '0') {
        const auto region = at(regions, number, '0');
        tooth.region = region.value_or("");
        return region.has_value();
    }
    const bool isMilk = quadrant >= '5';
    const auto name = at(quadrants, quadrant, isMilk ? '5' : '1');
    if (!name) {
        return false;
    }
    tooth.region = *name;
    if (number == '0') {
        return !isMilk;
    }
    tooth.surplus = number >= 'A';
    const char first = tooth.surplus ? 'A' : '1';
    const auto digit = isMilk ? at(milk, number, first) : at(permanent, number, first);
    tooth.number = digit.value_or("");
    return digit.has_value();
}

std::optional<Tooth> toothOf(std::string_view code) {
    if (code.size() != codeSize || !code.starts_with("10")) {
        return std::nullopt;
    }
    Tooth tooth;
    const auto state = at(states, code[4], '0');
    const auto part = at(parts, code[5], '0');
    if (!state || !part || !readPlace(code[2], code[3], tooth)) {
        return std::nullopt;
    }
    tooth.state = *state;
    tooth.part = *part;
    return tooth;
}

bool plain(const Tooth& tooth) {
    return !tooth.number.empty() && !tooth.surplus && tooth.state.empty() && tooth.part.empty();
}

} // namespace

std::string toothText(std::string_view code) {
    const auto tooth = toothOf(code);
    if (!tooth) {
        return std::string(code);
    }
    std::string text = std::string(tooth->region) + std::string(tooth->number);
    if (tooth->surplus) {
        text += "近傍の過剰歯";
    }
    for (const std::string_view word : {tooth->state, tooth->part}) {
        if (!word.empty()) {
            text.append(" ").append(word);
        }
    }
    return text;
}

std::string teethText(const std::vector<std::string>& codes) {
    std::string text;
    std::string_view shared; ///< the quadrant that the last word began with, while it may be continued
    for (const std::string& code : codes) {
        const auto tooth = toothOf(code);
        const bool simple = tooth && plain(*tooth);
        if (simple && !shared.empty() && shared == tooth->region) {
            text += tooth->number;
            continue;
        }
        text += (text.empty() ? "" : "、") + toothText(code);
        shared = simple ? tooth->region : std::string_view{};
    }
    return text;
}

} // namespace kmixr::receipt
