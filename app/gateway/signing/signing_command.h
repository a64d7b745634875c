// `kmixr-gateway keys new --out FILE` and `kmixr-gateway rules sign --key FILE FOLDER`,
// `masters sign --key FILE TABLE`, `masters verify --trusted FILE TABLE`: data that laptops take only
// with the council's signature.
#pragma once

#include "core/common/signed_bytes.h"

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace kmixr::gateway {

/// The key a file made by `keys new` holds: 64 hex digits, readable by its owner alone. `server.*` otherwise.
Outcome<SigningKey> readSigningKey(const std::filesystem::path& file);

struct NewKeyOptions {
    std::filesystem::path out;         ///< --out; must not exist yet
    std::vector<std::string> purposes; ///< --purpose
};
/// Makes a key; the list of trusted keys that goes with the installer is written to `out`. The exit status.
int newKeyCommand(const NewKeyOptions& options, std::ostream& out, std::ostream& err);

struct SignRulesOptions {
    std::filesystem::path key;    ///< --key
    std::filesystem::path folder; ///< every *.json of it is signed together, into its pack.sig
};
int signRulesCommand(const SignRulesOptions& options, std::ostream& out, std::ostream& err);

struct SignMastersOptions {
    std::filesystem::path key;       ///< --key; of `sign`
    std::filesystem::path trusted;   ///< --trusted; of `verify`
    std::filesystem::path installed; ///< --installed; of `verify`, may be empty
    std::filesystem::path table;
};
/// Writes the signature of a compiled table beside it; a file that is no table is not signed.
int signMastersCommand(const SignMastersOptions& options, std::ostream& out, std::ostream& err);
/// Whether a laptop with these trusted keys, and with that table installed, would take the table. The exit status: 0
/// when it would. Without an installed one only the signature and the table itself are judged.
int verifyMastersCommand(const SignMastersOptions& options, std::ostream& out, std::ostream& err);

} // namespace kmixr::gateway
