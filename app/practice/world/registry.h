// registry.json: what the practice gateway knows of insurers, laptops, doctors, patients and their cards.
#pragma once

#include "app/practice/people/plan.h"
#include "app/practice/world/staff.h"
#include "core/common/json.h"

namespace kmixr::practice {

/// Paths in it are relative to the world's folder. The same plans give the same text.
Outcome<Json> registryOf(const Plans& plans, const Staff& staff);

/// "<salt base64>$<hash base64>": scrypt with N = 16384, r = 8, p = 1, 32 bytes. The salt follows from the account, so
/// that preparing a world twice changes nothing.
Outcome<std::string> passwordScrypt(const std::string& account, const std::string& password);

} // namespace kmixr::practice
