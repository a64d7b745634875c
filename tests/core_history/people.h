// All practice people through the real writer, reader and derivation, at the fixed clock of derived.h. Made once a
// program.
#pragma once

#include "core/history/history.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::history::test {

struct PracticePerson {
    std::string id; ///< "K05"
    std::shared_ptr<const History> history;
};

const std::vector<PracticePerson>& practicePeople();
/// Throws when nobody has that id.
const History& practicePerson(std::string_view id);

} // namespace kmixr::history::test
