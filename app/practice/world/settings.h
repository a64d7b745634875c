// gateway.json and client.json of a practice world.
#pragma once

#include "app/practice/people/plan.h"
#include "app/practice/world/staff.h"
#include "core/common/json.h"

#include <cstdint>
#include <filesystem>
#include <map>

namespace kmixr::practice {

struct WorldSettings {
    std::uint16_t port = 0;            ///< of the gateway, on loopback
    std::filesystem::path rulesFolder; ///< absolute
    std::map<std::string, int> delays; ///< patient -> milliseconds before the receipts
};

Json gatewaySettings(const WorldSettings& settings);
Json clientSettings(const WorldSettings& settings, const Laptop& laptop, const Plans& plans);

/// The port that gateway.json of an earlier run names; a free one when there was none.
Outcome<std::uint16_t> gatewayPort(const std::filesystem::path& world);

} // namespace kmixr::practice
