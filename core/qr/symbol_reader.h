// Picture -> symbol: QR only, on a grey image that is not copied; a second look at a sharpened copy when the first finds nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::qr {

/// A view of 8-bit luma. `pixelStride` 2 reads a YUYV frame as it is.
struct GreyImage {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    int rowStride = 0;
    int pixelStride = 1;
};

struct Point {
    int x = 0;
    int y = 0;
};

struct Symbol {
    std::string text;
    std::array<Point, 4> corners; ///< in pixels of the image, clockwise from the symbol's own top left
};

/// Keeps its scratch buffers between frames. Thread: one.
class SymbolReader {
public:
    /// The first QR symbol found, or nothing. Never throws.
    std::optional<Symbol> read(const GreyImage& image);

private:
    std::vector<std::uint8_t> grey_;
    std::vector<std::uint8_t> work_;
};

} // namespace kmixr::qr
