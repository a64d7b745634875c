// What the emergency sheet puts on paper: the pieces in the order in which they are drawn; a long line is several.
#pragma once

#include "core/history/history.h"

#include <QStringList>

#include <memory>

namespace kmixr::test {

QStringList printedTexts(const std::shared_ptr<const history::History>& history);

} // namespace kmixr::test
