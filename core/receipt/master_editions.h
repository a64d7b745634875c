// Which table of codes is used: the one that came with the program, or a newer one that was delivered and is signed
// under a trusted key (DESIGN §4).
#pragma once

#include "core/common/signed_bytes.h"
#include "core/receipt/masters.h"

namespace kmixr::receipt {

struct ChosenMasters {
    std::shared_ptr<const Masters> masters;
    bool delivered = false;         ///< the delivered edition, not the program's own
    std::optional<Problem> refused; ///< a delivered table is there and was not taken: receipt.masters-*
};

/// The signature of a table lies beside it: `codes.kmt` and `codes.kmt.sig`, one line.
std::filesystem::path signatureFileOf(const std::filesystem::path& table);

/// A delivered table, read only after its signature was found good: `receipt.masters-unsigned`, `-foreign`, `-changed`,
/// `-delivered` otherwise. What was verified is the very mapping that is read.
Outcome<std::shared_ptr<const Masters>> openDelivered(const std::filesystem::path& table, const TrustedKeys& trusted);

/// Opens `builtIn`, which must be right (receipt.masters-unreadable), and takes `delivered` in its place when that file
/// is there, its signature is good under `trusted` and it is not older. Of two of the same day that differ, the
/// delivered one is the correction; the same table again is neither taken nor trouble. Thread: any.
Outcome<ChosenMasters> chooseMasters(const std::filesystem::path& builtIn, const std::filesystem::path& delivered,
                                     const TrustedKeys& trusted);

} // namespace kmixr::receipt
