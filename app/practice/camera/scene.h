// A desk seen by a webcam: a hand holds a card that is turned, tilted and never quite still.
#pragma once

#include <QImage>

#include <string>

namespace kmixr::practice {

/// What lies before the camera.
struct Scene {
    std::string symbolText;  ///< empty: nobody shows a card
    bool patientCard = true; ///< false: some other paper with a QR code
    double degrees = -6;     ///< turn about the line of sight
    double tilt = 18;        ///< lean away from the camera, degrees
    double distance = 1.0;   ///< 1: the card is 520 pixels wide; 2: half of that
};

inline constexpr QSize frameSize{1280, 720};

/// Paints frames of one scene. Phase 0…1 goes once round the little movements of the hand, so that the last frame meets
/// the first.
class ScenePainter {
public:
    explicit ScenePainter(const Scene& scene);
    /// RGB32, frameSize; still without a lens's blur and a sensor's noise.
    [[nodiscard]] QImage frame(double phase) const;

private:
    Scene scene_;
    QImage desk_;
    QImage card_;
};

} // namespace kmixr::practice
