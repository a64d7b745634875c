// 歯式: the six characters with which dental receipts name a tooth or a region (uke.md §5, fourth point of the notes).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kmixr::receipt {

/// "101600" -> "右上６", "105520" -> "右上Ｅ 欠損", "101A00" -> "右上１近傍の過剰歯", "101604" -> "右上６ 舌側根",
/// "100000" -> "口腔全体". A code that is none stands as itself.
std::string toothText(std::string_view code);
/// Several, joined by 、; teeth of one quadrant without anything else to say share its name: "右上６７、左下３".
std::string teethText(const std::vector<std::string>& codes);

} // namespace kmixr::receipt
