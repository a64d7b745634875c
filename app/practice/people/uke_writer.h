// Claims -> the text of a claim file (UKE), 医科, DPC, 歯科 and 調剤. Record layouts: uke.md §3-6.
#pragma once

#include "app/practice/people/claim.h"

#include <span>
#include <string>
#include <vector>

namespace kmixr::practice {

/// One file: IR or YK, the receipts numbered from 1 in the order given, GO. All claims must be of one kind of file, one
/// institution, one review organisation and one month of claim. UTF-8, CR LF; toCp932 (japanese_text.h) makes the bytes
/// of the file.
std::string writeClaimFile(std::span<const Claim> claims);

/// The same in volumes of at most `mostOfVolume` receipts (0 = one volume): IR numbers them 00, 01 …, GO 01, 02 … and
/// 99 on the last, which alone has the totals. A receipt never spans volumes.
std::vector<std::string> writeVolumes(std::span<const Claim> claims, std::size_t mostOfVolume);

std::string twoDigits(std::size_t number);

} // namespace kmixr::practice
