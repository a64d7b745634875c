#include "core/receipt/unit_names.h"

#include "core/receipt/record_view.h"

#include <array>

namespace kmixr::receipt {

std::string_view unitName(std::string_view code) {
    static constexpr std::array<std::string_view, 61> names{
        // 001 …
        "分",       "回",       "種",       "箱",         "巻",         "枚",       "本",       "組",       "セット",
        "個",       "裂",       "方向",     "トローチ",   "アンプル",   "カプセル", "錠",       "丸",       "包",
        "瓶",       "袋",       "瓶（袋）", "管",         "シリンジ",   "回分",     "テスト分", "ガラス筒", "桿錠",
        "単位",     "万単位",   "フィート", "滴",         "ｍｇ",       "ｇ",       "ｋｇ",     "ｃｃ",     "ｍＬ",
        "Ｌ",       "ｍＬＶ",   "バイアル", "ｃｍ",       "ｃｍ２",     "ｍ",       "μＣｉ",    "ｍＣｉ",   "μｇ",
        "管（瓶）", "筒",       "ＧＢｑ",   "ＭＢｑ",     "ＫＢｑ",     "キット",   "国際単位", "患者当り", "気圧",
        "缶",       "手術当り", "容器",     "ｍＬ（ｇ）", "ブリスター", "シート",   "カセット"};
    const auto number = parseNumber(code, static_cast<std::int64_t>(names.size())).value_or(0);
    return number < 1 ? std::string_view{} : names[static_cast<std::size_t>(number) - 1];
}

} // namespace kmixr::receipt
