// `kmixr-gateway inspect [--json] FILE...`: reads receipt files and says per receipt what was found, what it sums to,
// and which lines could not be read. Prints nothing personal: no name, no number of a person, no content of a line.
#pragma once

#include <filesystem>
#include <ostream>
#include <vector>

namespace kmixr::gateway {

struct InspectOptions {
    bool json = false; ///< --json: one JSON document instead of text
    std::vector<std::filesystem::path> files;
};

/// The exit status: 0 when every file was read, every line belongs to a receipt and every sum agrees, 1 otherwise. The
/// report goes to `out`.
int inspectCommand(const InspectOptions& options, std::ostream& out);

} // namespace kmixr::gateway
