// Small readings and writings of HTTP's own texts.
#pragma once

#include "core/common/clock.h"

#include <map>
#include <string>
#include <string_view>

namespace kmixr::server {

/// "a=1&b=%20" -> {a: "1", b: " "}; pairs with a broken escape are left out.
std::map<std::string, std::string> parseQuery(std::string_view query);
/// IMF-fixdate: "Wed, 08 Oct 2025 12:00:00 GMT".
std::string httpDate(Instant instant);
/// The token of "Bearer …"; empty for anything else.
std::string bearerToken(std::string_view authorization);

} // namespace kmixr::server
