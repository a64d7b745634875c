// hcRole (ISO 17090): the qualification a HPKI certificate states of its holder (cards.md §8.3).
#pragma once

#include "core/common/bytes.h"

#include <string>
#include <vector>

namespace kmixr::card {

inline constexpr std::string_view medicalDoctorRole = "Medical Doctor";

/// Roles named under the Japanese coding scheme, from the content of a subjectDirectoryAttributes extension. Empty when
/// there is none or the bytes do not parse.
std::vector<std::string> hcRoles(ByteView subjectDirectoryAttributes);

} // namespace kmixr::card
