// Trouble this room can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::qr::problems {
inline constexpr ProblemCode notPatientCard{"qr.not-patient-card"}; ///< a QR code, but not one of ours
inline constexpr ProblemCode newerCard{"qr.newer-card"};            ///< KMIXR2: and later
inline constexpr ProblemCode damaged{"qr.damaged"}; ///< ours by prefix, but length, alphabet or check is wrong
} // namespace kmixr::qr::problems
