// `kmixr-practice camera …`: what is held before the practice camera, and what goes wrong with it.
#pragma once

#include "app/practice/camera/ring_writer.h"
#include "app/practice/camera/scene.h"
#include "core/common/outcome.h"
#include "core/qr/patient_card_token.h"

#include <filesystem>
#include <string>

namespace kmixr::practice {

/// The token of a synthetic patient's card: the first 16 bytes of SHA-256("kmixr-practice-v1|<label>|<issue>"). Anyone
/// can compute it, which is why production gateways never know one.
qr::PatientCardToken practiceToken(const std::string& label, int issue = 1);

/// The scenes a command can ask for.
Scene nobody();
Scene patientCard(const std::string& label, int issue = 1);
Scene cardWithText(const std::string& text);
Scene otherPaper(const std::string& text);                  ///< a leaflet with somebody else's QR code
Scene damagedCard(const std::string& label, int issue = 1); ///< its check characters do not fit

/// Paints 16 frames of the scene into `<world>/camera`; takes under a second. A running client sees them at once.
Outcome<void> show(const std::filesystem::path& world, const Scene& scene, FrameFormat format = FrameFormat::Yuyv);

enum class CameraFault : std::uint8_t { Busy, Gone, Stall };
/// Sets or clears one fault of the camera in `<world>/camera`.
Outcome<void> setFault(const std::filesystem::path& world, CameraFault fault, bool on);

} // namespace kmixr::practice
