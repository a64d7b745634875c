#include "tests/core_qr/test_picture.h"

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

namespace kmixr::qr::test {

Modules symbolOf(const std::string& text) {
    constexpr int errorCorrectionM = 3; // the writer counts levels from 0 to 8
    const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                            .setEncoding(ZXing::CharacterSet::UTF8)
                            .setMargin(4)
                            .setEccLevel(errorCorrectionM)
                            .encode(text, 0, 0);
    Modules modules{matrix.width(), {}};
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            modules.dark.push_back(matrix.get(x, y));
    return modules;
}

} // namespace kmixr::qr::test
