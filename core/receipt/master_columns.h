// Which columns of the official masters we keep, and what becomes of them (masters.md §1-6, §9).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace kmixr::receipt {

/// Official column numbers (from 1) in the order we keep them; the first is the code, the last two are 変更年月日 and
/// 廃止年月日. Empty for an unknown kind.
std::span<const std::size_t> officialColumns(char kind);

/// The text fields of a row (master_format.h) from those columns.
std::vector<std::string> fieldsFromColumns(char kind, const std::vector<std::string>& columns);

/// "K617-3" from K, 617, 03; nothing for meals (-) and entries outside the fee schedule (*).
std::string sectionNumber(std::string_view letter, std::string_view number, std::string_view branch);
/// Pairs of column and length without the unused ones: "15 2 20 2 24 2".
std::string slotPairs(std::string_view numbers);

} // namespace kmixr::receipt
