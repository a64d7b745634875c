// A small renderer of our own for tests: symbols and planes in perspective on a grey picture.
#pragma once

#include "core/qr/grey_filters.h"
#include "core/qr/symbol_reader.h"

#include <array>
#include <cstdint>

namespace kmixr::qr::test {

struct Spot {
    double x = 0;
    double y = 0;
};

/// Deterministic chance, the same on every machine (SplitMix64).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    double between(double low, double high);
    double normal(); ///< mean 0, deviation 1 (sum of twelve)

private:
    std::uint64_t state_;
};

/// A square of modules, true = dark, quiet zone included.
struct Modules {
    int side = 0;
    std::vector<bool> dark;
};
/// A QR symbol by ZXing's writer, error correction M, four modules of quiet zone.
Modules symbolOf(const std::string& text);

/// Where the symbol lies: a square of `size` pixels about `centre`, turned by `degrees`, tilted so that the far side
/// shrinks by the shares given.
struct Pose {
    Spot centre{640, 360};
    double size = 320;
    double degrees = 0;
    double tiltX = 0;
    double tiltY = 0;
    [[nodiscard]] std::array<Spot, 4> corners() const; ///< clockwise from the symbol's top left
};

GreyPicture desk(int width, int height, Dice& dice);
/// Paints the modules into the quadrilateral, each pixel from 3×3 samples.
void paint(GreyPicture& picture, const Modules& modules, const std::array<Spot, 4>& corners, int dark = 20,
           int light = 235);
GreyImage viewOf(const GreyPicture& picture);

} // namespace kmixr::qr::test
