// What a signature is made over: DigestInfo (RFC 8017 §9.2) and the padded block for cards that leave padding to the
// host.
#pragma once

#include "core/common/bytes.h"

namespace kmixr::card {

/// DER DigestInfo of a SHA-256 digest, 51 bytes.
Bytes digestInfo(const Sha256& digest);
/// 00 01 FF… 00 DigestInfo, as long as the modulus (≥ 62 bytes).
Bytes paddedBlock(const Sha256& digest, std::size_t modulusSize);
/// r ‖ s of 64 bytes as the DER SEQUENCE everyone else wants; anything else is returned as it is.
Bytes ecdsaAsDer(ByteView signature);

} // namespace kmixr::card
