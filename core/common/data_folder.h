// A folder of JSON files that is delivered and signed as one: no file may be changed, added or taken away.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kmixr {

struct NamedText {
    std::string name; ///< without the folder
    std::string text;
};

/// Every *.json of the folder (not of folders in it), by name; at most 4 MiB each and 256 of them. `trouble` is the
/// code of a failure, its detail the file. Read once, so that what was verified is what is used.
Outcome<std::vector<NamedText>> jsonFilesOf(const std::filesystem::path& folder, ProblemCode trouble);

/// The file of a delivered folder that holds the signature over the others, one line.
inline constexpr const char* folderSignatureFile = "pack.sig";

/// What a signature over the folder covers: for each file its name, its size and its content.
Bytes bytesToSign(const std::vector<NamedText>& files);

} // namespace kmixr
