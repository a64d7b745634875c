// registry.json: what the practice gateway knows of insurers, laptops, doctors, patients and their cards.
#pragma once

#include "app/practice/people/plan.h"
#include "app/practice/world/staff.h"
#include "core/common/json.h"

#include <map>
#include <string>

namespace kmixr::practice {

/// Patient -> public key of the My Number card, as the gateway knows it.
using MyNumberKeys = std::map<std::string, std::string>;

/// Paths in it are relative to the world's folder. The same plans and keys give the same text.
Outcome<Json> registryOf(const Plans& plans, const Staff& staff, const MyNumberKeys& keys);

/// "<salt base64>$<hash base64>": scrypt with N = 16384, r = 8, p = 1, 32 bytes. The salt follows from the account, so
/// that preparing a world twice changes nothing.
Outcome<std::string> passwordScrypt(const std::string& account, const std::string& password);

} // namespace kmixr::practice
