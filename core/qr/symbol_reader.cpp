#include "core/qr/symbol_reader.h"

#include <cstring>
#include <exception>

// ZXing-cpp 1.4 gives UTF-8 text only when asked; 2.x always does, and calls its hints options.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#if __has_include(<ZXing/ReaderOptions.h>)
using ZXingOptions = ZXing::ReaderOptions;
#else
using ZXingOptions = ZXing::DecodeHints;
#endif

namespace kmixr::qr {
namespace {

/// Formats are limited on purpose: with all of them on, ZXing finds bar codes in noise. The "try" options make no
/// difference for QR in 1.4 and find more in 2.x.
const ZXingOptions& options() {
    static const ZXingOptions made = [] {
        ZXingOptions wanted;
        wanted.setFormats(ZXing::BarcodeFormat::QRCode);
        return wanted;
    }();
    return made;
}

bool isConsistent(const GreyImage& image) {
    return image.pixels != nullptr && image.width > 0 && image.height > 0 && image.width <= SymbolReader::maxSide &&
           image.height <= SymbolReader::maxSide && (image.pixelStride == 1 || image.pixelStride == 2) &&
           image.rowStride >= image.width * image.pixelStride;
}

std::optional<Symbol> decode(const GreyImage& image) {
    const auto result =
        ZXing::ReadBarcode(ZXing::ImageView(image.pixels, image.width, image.height, ZXing::ImageFormat::Lum,
                                            image.rowStride, image.pixelStride),
                           options());
    if (!result.isValid())
        return std::nullopt;
    const auto& place = result.position();
    const auto point = [](const ZXing::PointI& corner) { return Point{corner.x, corner.y}; };
    return Symbol{
        result.text(),
        {point(place.topLeft()), point(place.topRight()), point(place.bottomRight()), point(place.bottomLeft())}};
}

std::optional<Symbol> decode(const GreyPicture& picture) {
    return decode(GreyImage{picture.pixels.data(), picture.width, picture.height, picture.width, 1});
}

void pack(const GreyImage& image, GreyPicture& to) {
    to.resize(image.width, image.height);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* from = image.pixels + static_cast<std::ptrdiff_t>(y) * image.rowStride;
        std::uint8_t* row = to.row(y);
        if (image.pixelStride == 1) {
            std::memcpy(row, from, static_cast<std::size_t>(image.width));
            continue;
        }
        for (int x = 0; x < image.width; ++x)
            row[x] = from[2 * x];
    }
}

} // namespace

std::optional<Symbol> SymbolReader::read(const GreyImage& image, Look look) {
    if (!isConsistent(image))
        return std::nullopt;
    try {
        if (auto symbol = decode(image))
            return symbol;
        return look == Look::Thorough ? lookAgain(image) : std::nullopt;
    } catch (const std::exception&) { // ZXing throws on images it cannot make sense of: for us that is "no symbol here"
        return std::nullopt;
    }
}

// Of the copies tried (blurred, sharpened, halved, levelled, in several orders) these two found most for the least
// time: the blurred one helps against noise, darkness and poor focus, the levelled one against pale print and
// reflections.
std::optional<Symbol> SymbolReader::lookAgain(const GreyImage& image) {
    pack(image, grey_);
    blur(grey_, blurred_, sums_);
    if (auto symbol = decode(blurred_))
        return symbol;
    if (image.width < 2 || image.height < 2)
        return std::nullopt;
    halve(blurred_, grey_);
    liftLocalContrast(grey_, blurred_, columns_);
    auto symbol = decode(blurred_);
    if (symbol)
        for (Point& corner : symbol->corners)
            corner = {2 * corner.x, 2 * corner.y};
    return symbol;
}

} // namespace kmixr::qr
