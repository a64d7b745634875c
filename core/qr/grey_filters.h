// Small filters on 8-bit grey pictures whose rows lie close together: what the second look at a frame is made of.
#pragma once

#include <cstdint>
#include <vector>

namespace kmixr::qr {

/// Width × height bytes, row by row.
struct GreyPicture {
    std::vector<std::uint8_t> pixels;
    int width = 0;
    int height = 0;

    void resize(int newWidth, int newHeight);
    [[nodiscard]] const std::uint8_t* row(int y) const;
    [[nodiscard]] std::uint8_t* row(int y);
};

/// Gaussian of about 1.2 pixels (binomial, seven taps): takes noise away before the threshold is looked for.
/// `sums` is scratch.
void blur(const GreyPicture& from, GreyPicture& to, std::vector<std::uint16_t>& sums);
/// Four times the difference from the mean of the surroundings (33×33), about middle grey: pale print, dark rooms and
/// the slope of a reflection become plain black on white.
void liftLocalContrast(const GreyPicture& from, GreyPicture& to, std::vector<std::uint32_t>& sums);
/// Mean of each two by two pixels.
void halve(const GreyPicture& from, GreyPicture& to);

} // namespace kmixr::qr
