// What a JSON file of the practice world says, or one Problem with the name of the file.
#pragma once

#include "app/practice/files.h"
#include "app/practice/problems.h"
#include "core/common/json.h"

#include <exception>
#include <filesystem>
#include <type_traits>
#include <utility>

namespace kmixr::practice {

/// `make(json)` of that file. Anything that `make` throws (PlanError, nlohmann's, std::stoi's) becomes
/// `practice.plan-unreadable`, as does a file that is missing or no JSON.
template <class Make>
auto fromJsonFile(const std::filesystem::path& file, Make make) -> Outcome<std::invoke_result_t<Make, const Json&>> {
    const std::string name = file.filename().string();
    const auto bytes = readText(file);
    if (!bytes) {
        return fail(problems::planUnreadable, name);
    }
    const auto json = parseJson(*bytes);
    if (!json) {
        return fail(problems::planUnreadable, name + ": " + json.error().detail);
    }
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Make, const Json&>>) {
            make(*json);
            return {};
        } else {
            return make(*json);
        }
    } catch (const std::exception& error) {
        return fail(problems::planUnreadable, name + ": " + error.what());
    }
}

} // namespace kmixr::practice
