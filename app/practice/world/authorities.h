// The certificates of the practice world: two authorities of our own, a third that nobody trusts, the gateway, the
// laptops, the doctors' cards, and some patients' My Number cards under an authority of their own.
#pragma once

#include "app/practice/people/plan.h"
#include "app/practice/world/registry.h"
#include "app/practice/world/staff.h"

#include <filesystem>

namespace kmixr::practice {

/// Fills `<world>/ca` and `<world>/cards`. Keys and cards of before are kept, PIN counters included.
Outcome<void> prepareCertificates(const std::filesystem::path& world, const Staff& staff, const Plans& plans,
                                  Instant now);

/// Of every My Number card that prepareCertificates made.
Outcome<MyNumberKeys> myNumberKeys(const std::filesystem::path& world, const Staff& staff);

} // namespace kmixr::practice
