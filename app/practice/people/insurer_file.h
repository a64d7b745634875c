// Claims as insurers hold them: three columns in front of every row, MN first, the corrections of the review behind
// (uke.md §11).
#pragma once

#include "app/practice/people/claim.h"

#include <span>
#include <string>

namespace kmixr::practice {

/// One file; all claims must be of one kind of file. A claim with a reduction has the deleted line, the corrected total
/// and the JY rows that say so; a withdrawn one has its rows marked as returned. UTF-8, CR LF.
std::string writeInsurerFile(std::span<const Claim> claims);

/// "11_RECODEINFO_MED" …: how insurers name the file of that kind.
std::string_view insurerFileName(receipt::Kind kind);

} // namespace kmixr::practice
