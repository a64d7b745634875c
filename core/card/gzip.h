// PIV cards may hold their certificates compressed (SP 800-73-4 Part 1, CertInfo 01).
#pragma once

#include "core/common/bytes.h"

#include <optional>

namespace kmixr::card {

/// What a gzip or zlib stream holds; nullopt when it is damaged, cut short, or larger than any certificate.
std::optional<Bytes> inflated(ByteView stream);

} // namespace kmixr::card
