// The result of a card test as text for people and as JSON for fleets. Neither holds a PIN or a certificate's bytes.
#pragma once

#include "app/setup/card_test.h"

#include <string>

namespace kmixr::setup {

/// Lines with the step, good or not, its time and what was found.
std::string asText(const CardTestReport& report);
/// {"good":true,"verdict":…,"patients_card":false,"readers":[…],"reader":…,"card":{…},"tries":{…},"signature":…,"vault":…,"commands":n,
///  "steps":[{"step":…,"good":true,"skipped":false,"ms":1.2,"problem":"card.…","words":…}]}
std::string asJson(const CardTestReport& report);

} // namespace kmixr::setup
