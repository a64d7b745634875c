// Receipts' text at rest: zstd.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"

#include <string>
#include <string_view>

namespace kmixr::server {

Bytes packText(std::string_view text);
/// `server.damaged-text` when the bytes are not what packText made.
Outcome<std::string> unpackText(ByteView packed);

} // namespace kmixr::server
