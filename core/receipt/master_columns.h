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

/// "K617-3" from K, 617, 03; with the item where the price list's own number (点数表区分番号, column 117) names one:
/// "K219 1" from K2191, "K407 3イ" from K4073ｲ. Nothing for meals (-) and entries outside the fee schedule (*). Names
/// of specimens stand under D999, by which rules know them as no acts; no page shows it.
std::string sectionNumber(std::string_view letter, std::string_view number, std::string_view branch,
                          std::string_view priceListNumber);
/// Pairs of column and length without the unused ones: "15 2 20 2 24 2".
std::string slotPairs(std::string_view numbers);

} // namespace kmixr::receipt
