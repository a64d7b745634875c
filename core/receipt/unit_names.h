// 特定器材単位コード (uke.md §2.8): the unit that a material's row names itself, where it does.
#pragma once

#include <string_view>

namespace kmixr::receipt {

/// "010" -> "個"; empty for an unknown code. Leading zeros may lack.
std::string_view unitName(std::string_view code);

} // namespace kmixr::receipt
