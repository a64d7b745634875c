// Picture -> symbol: QR only, on a grey image that is not copied; a second look at a sharpened copy when the first
// finds nothing.
#pragma once

#include "core/qr/grey_filters.h"

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
    int rowStride = 0; ///< bytes from one row to the next, at least width × pixelStride
    int pixelStride = 1;
};

struct Point {
    int x = 0;
    int y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Symbol {
    std::string text;
    std::array<Point, 4> corners; ///< in pixels of the image, clockwise from the symbol's own top left
};

/// How hard to look. On 1280×720 without a symbol a quick look costs about 3 ms, a thorough one about 10 ms: a live
/// scanner need not look thoroughly at every frame.
enum class Look : std::uint8_t { Quick, Thorough };

/// Keeps its scratch buffers between frames. Thread: one.
class SymbolReader {
public:
    /// Sides beyond this are refused, so that a broken frame cannot ask for gigabytes.
    static constexpr int maxSide = 8192;

    /// The first QR symbol found, or nothing; also nothing for an empty, oversized or inconsistent image. Never throws.
    std::optional<Symbol> read(const GreyImage& image, Look look = Look::Thorough);

private:
    std::optional<Symbol> lookAgain(const GreyImage& image);

    GreyPicture grey_; // the image without its strides, then its half-size copy
    GreyPicture blurred_;
    std::vector<std::uint16_t> sums_;
    std::vector<std::uint32_t> columns_;
};

/// For a live camera, which shows the same card again and again: a thorough look at every third frame, a quick one at
/// the others. Thread: one.
class LiveSymbolReader {
public:
    static constexpr unsigned thoroughEvery = 3;

    std::optional<Symbol> read(const GreyImage& frame) {
        return reader_.read(frame, frames_++ % thoroughEvery == 0 ? Look::Thorough : Look::Quick);
    }

private:
    SymbolReader reader_;
    unsigned frames_ = 0;
};

} // namespace kmixr::qr
