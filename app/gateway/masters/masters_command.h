// `kmixr-gateway masters compile --out FILE [--edition TEXT] [--practice FILE] SOURCE...`: builds a code table.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace kmixr::gateway {

struct CompileMastersOptions {
    std::filesystem::path out;                   ///< --out
    std::string edition;                         ///< --edition; empty = what the sources say
    std::vector<std::filesystem::path> practice; ///< --practice, the same as a source: its form is told by its content
    std::vector<std::filesystem::path>
        sources; ///< whole files first, then updates by date, then lists of names; unpacked
};

/// The exit status: 0 when the table was written. Counts go to `out`, trouble to `err`. Rows that are no entry are
/// counted and do not fail the command: official files have none, lists by hand may.
int compileMastersCommand(const CompileMastersOptions& options, std::ostream& out, std::ostream& err);

} // namespace kmixr::gateway
