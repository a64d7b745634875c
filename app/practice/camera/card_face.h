// What a patient card looks like: white, a green head, lettering, the QR code at the right.
#pragma once

#include <QImage>

#include <string>

namespace kmixr::practice {

/// Size of a painted card in its own pixels (the proportions of ID-1, 85.6 × 54 mm).
inline constexpr QSize cardSize{860, 544};

/// A card with this text in its QR code; an empty text gives a card without one. Lettering needs a QGuiApplication and
/// is left out when there is none. `patientCard` false gives a plain white label, as on somebody else's paper.
QImage paintCard(const std::string& symbolText, bool patientCard);

} // namespace kmixr::practice
