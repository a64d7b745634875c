#include "core/history/text.h"

namespace kmixr::history {
namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

std::string foldWidthAndCase(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        // U+FF01 … U+FF5E are EF BC 81 … EF BD 9E, the ASCII characters 0x21 … 0x7E in order.
        if (i + 2 < text.size() && text[i] == '\xEF' && (text[i + 1] == '\xBC' || text[i + 1] == '\xBD') &&
            continues(text[i + 2])) {
            const auto low = static_cast<unsigned char>(text[i + 2]);
            const unsigned ascii = text[i + 1] == '\xBC' ? low - 0x60U : low - 0x20U;
            if (ascii >= 0x21U && ascii <= 0x7EU) {
                folded += lower(static_cast<char>(ascii));
                i += 2;
                continue;
            }
        }
        folded += lower(text[i]);
    }
    return folded;
}

std::size_t characterCount(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) {
        count += continues(byte) ? 0 : 1;
    }
    return count;
}

std::string_view firstCharacters(std::string_view text, std::size_t count) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!continues(text[i]) && count-- == 0) {
            return text.substr(0, i);
        }
    }
    return text;
}

void appendPart(std::string& text, std::string_view part, std::string_view separator) {
    if (!text.empty() && !part.empty()) {
        text += separator;
    }
    text += part;
}

} // namespace kmixr::history
