// What the installer (or practice mode) wrote for this laptop: client.json. Relative paths are relative to the file.
#pragma once

#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"
#include "core/common/signed_bytes.h"
#include "core/gateway/gateway_client.h"

#include <QString>

#include <filesystem>

namespace kmixr::client {

namespace problems {
inline constexpr ProblemCode settingsMissing{"client.settings-missing"}; ///< no file at that place
inline constexpr ProblemCode settingsUnreadable{
    "client.settings-unreadable"};                             ///< not JSON, or a field is missing (detail)
inline constexpr ProblemCode dataFolder{"client.data-folder"}; ///< cannot be made or written
} // namespace problems

struct Settings {
    gateway::Settings gateway;
    std::filesystem::path dataFolder; ///< vaults and the device secret, 0700
    std::filesystem::path mastersFile;
    std::filesystem::path rulesFolder;     ///< that came with the program
    std::filesystem::path trustedKeysFile; ///< came with the installer; empty: nothing delivered later is trusted

    /// Where a delivered edition of the rules lies.
    [[nodiscard]] std::filesystem::path deliveredRules() const { return dataFolder / "rules"; }
    /// Where a delivered table of codes lies, its signature beside it.
    [[nodiscard]] std::filesystem::path deliveredMasters() const { return dataFolder / "masters" / "codes.kmt"; }
    bool practice = false;
    bool pinPad = true; ///< "pin_pad": the reader's own keys are used where its driver offers them
    QString institutionName, terminalName;

    static Outcome<Settings> read(const std::filesystem::path& file);
};

/// The keys of the settings' file. None without such a setting; none, and the trouble, when it cannot be read: what
/// came with the program is then used alone.
TrustedKeys trustedKeys(const Settings& settings, std::optional<Problem>& trouble);

/// The laptop's share of every vault key: 32 random bytes in a 0600 file of the data folder, made the first time, and
/// anew when the file does not hold them any more.
Outcome<SecretBytes> deviceSecret(const std::filesystem::path& dataFolder);

} // namespace kmixr::client
