// Receipts at rest are zstd frames: receipt text shrinks to about a fifth, and less is enciphered.
#pragma once

#include "core/common/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace kmixr::vault {

Bytes compress(std::string_view text);
/// nullopt when the frame is damaged or claims more than 16 MiB.
std::optional<std::string> decompress(ByteView frame);

} // namespace kmixr::vault
