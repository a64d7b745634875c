// A History as JSON that a person reads in review: one line an item, words instead of numbers, evidence as places.
#pragma once

#include "core/history/history.h"

#include <string>

namespace kmixr::history::test {

std::string snapshot(const History& history);

} // namespace kmixr::history::test
