// The QR token of a practice patient. Anyone can compute it, which is why no production gateway ever knows one.
#pragma once

#include "core/qr/patient_card_token.h"

#include <string>

namespace kmixr::practice {

/// The first 16 bytes of SHA-256("kmixr-practice-v1|<patient>|<issue>") (practice-patients.md §C).
qr::PatientCardToken tokenOf(const std::string& patient, int issue);

} // namespace kmixr::practice
