// CP932 and UTF-8, the two character sets receipts come in (uke.md §1).
#pragma once

#include <string>
#include <string_view>

namespace kmixr::receipt {

/// The text as UTF-8: `bytes` itself when it is UTF-8 already, else decoded into `storage`. Text of the other kind that
/// was cut in the middle of a character, or damaged in a few places, is still taken for what it mostly is; what has no
/// character becomes 〓 and never swallows a line end.
std::string_view utf8View(std::string_view bytes, std::string& storage, bool& cp932);

} // namespace kmixr::receipt
