// Reading JSON that somebody else wrote: every missing or wrong field is a Problem with its name, never an exception.
#pragma once

#include "core/common/clock.h"
#include "core/common/dates.h"
#include "core/common/outcome.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr {

using Json = nlohmann::json;

namespace problems {
inline constexpr ProblemCode jsonMalformed{"common.json-malformed"}; ///< not JSON, or not UTF-8
inline constexpr ProblemCode jsonField{"common.json-field"};         ///< a field is missing or of the wrong kind
} // namespace problems

/// Parses UTF-8 text; the detail gives the place, never the text itself.
Outcome<Json> parseJson(std::string_view text);

/// Required fields of a JSON object.
Outcome<std::string> jsonString(const Json& object, const char* name);
Outcome<std::int64_t> jsonInteger(const Json& object, const char* name);
Outcome<bool> jsonBool(const Json& object, const char* name);
Outcome<Day> jsonDay(const Json& object, const char* name);         ///< "2025-08-31"
Outcome<Month> jsonMonth(const Json& object, const char* name);     ///< "2025-08"
Outcome<Instant> jsonInstant(const Json& object, const char* name); ///< RFC 3339
Outcome<std::vector<std::string>> jsonStrings(const Json& object, const char* name);
/// The member, which must be an object / array.
Outcome<Json> jsonObject(const Json& object, const char* name);
Outcome<Json> jsonArray(const Json& object, const char* name);

/// Optional fields: absent or null gives the fallback; present with the wrong kind gives it too.
std::string jsonStringOr(const Json& object, const char* name, std::string fallback = {});
std::int64_t jsonIntegerOr(const Json& object, const char* name, std::int64_t fallback = 0);
bool jsonBoolOr(const Json& object, const char* name, bool fallback = false);

} // namespace kmixr
