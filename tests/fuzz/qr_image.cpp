#include "core/qr/symbol_reader.h"

// Two bytes of shape, the rest pixels: strides and sizes as broken as a frame can be, reads as far as the data go.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static kmixr::qr::SymbolReader reader;
    if (size < 3)
        return 0;
    const int width = 1 + data[0];
    const int pixelStride = 1 + (data[1] & 1U);
    const int padding = data[1] >> 4U;
    const int rowStride = width * pixelStride + padding;
    const int height = static_cast<int>((size - 2) / static_cast<std::size_t>(rowStride));
    (void)reader.read({data + 2, width, height, rowStride, pixelStride});
    return 0;
}
