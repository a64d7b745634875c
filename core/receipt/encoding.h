// CP932 and UTF-8, the two character sets receipts come in (uke.md §1).
#pragma once

#include <string>
#include <string_view>

namespace kmixr::receipt {

/// What the bytes of a file are, judged over the whole file: so its lines can be decoded one by one.
struct Encoding {
    bool cp932 = false;
    bool clean = false; ///< UTF-8 without a fault: nothing to do
};

/// Text of one kind that was cut in the middle of a character, or damaged in a few places, is still taken for what it
/// mostly is.
Encoding encodingOf(std::string_view bytes);

bool isAscii(std::string_view bytes);

/// `bytes` as UTF-8: as they are where nothing is to be done, else decoded into `storage`. What has no character
/// becomes 〓. Lines may be split before decoding: no byte of a character looks like a line end or a comma.
std::string_view decoded(std::string_view bytes, Encoding encoding, std::string& storage);

} // namespace kmixr::receipt
