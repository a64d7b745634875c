// Small text helpers over UTF-8: folding of width and case for word searches, and counting by character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kmixr::history {

/// Full-width ASCII becomes ASCII, letters become lower case; everything else stays. For comparing, never for display.
std::string foldWidthAndCase(std::string_view text);
/// Number of code points; a broken byte counts as one.
std::size_t characterCount(std::string_view text);
/// The first `count` code points.
std::string_view firstCharacters(std::string_view text, std::size_t count);
/// Adds `part` to `text`, with `separator` between when both have content.
void appendPart(std::string& text, std::string_view part, std::string_view separator = "・");

} // namespace kmixr::history
