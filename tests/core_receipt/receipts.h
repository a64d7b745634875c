// Small receipts for tests, made of the lines that matter to them.
#pragma once

#include "core/receipt/reader.h"

#include <string>

namespace kmixr::receipt::samples {

inline const std::string clinic = "IR,1,37,1,9910030,,青波駅前内科クリニック,202509,00,\n";
inline const std::string patient =
    "RE,1,1112,202508,丸亀　そら,1,20190430,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,マルガメソラ,\n";

/// An out-patient receipt around these lines.
inline std::string medical(const std::string& lines) {
    return clinic + patient + lines;
}

inline Receipt readOne(const std::string& text) {
    ReadResult result = read(text);
    return result.receipts.size() == 1 ? std::move(result.receipts.front()) : Receipt{};
}

} // namespace kmixr::receipt::samples
