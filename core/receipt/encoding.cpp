#include "core/receipt/encoding.h"

#include "core/receipt/reader.h"

#include <iconv.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

namespace kmixr::receipt {

namespace {

constexpr char32_t geta = 0x3013; ///< 〓, how the trade prints a character that it lacks
constexpr char32_t privateFirst = 0xE000;
constexpr char32_t privateLast = 0xF8FF;

constexpr std::uint8_t byteAt(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

constexpr bool isLead(std::uint8_t byte) {
    return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
}

constexpr bool isTrail(std::uint8_t byte) {
    return byte >= 0x40 && byte <= 0xFC && byte != 0x7F;
}

// One character of CP932 as the C library maps it. 外字 arrive in the private use area and stand for nothing here.
char32_t convert(iconv_t converter, std::string_view character) {
    std::array<char, 2> input{};
    character.copy(input.data(), input.size());
    std::array<unsigned char, 8> output{};
    char* in = input.data();
    char* out = reinterpret_cast<char*>(output.data());
    std::size_t inLeft = character.size();
    std::size_t outLeft = output.size();
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &in, &inLeft, &out, &outLeft) == static_cast<std::size_t>(-1) || outLeft != 4) {
        return geta;
    }
    const char32_t code =
        (char32_t{output[0]} << 24) | (char32_t{output[1]} << 16) | (char32_t{output[2]} << 8) | char32_t{output[3]};
    return code >= privateFirst && code <= privateLast ? geta : code;
}

// Every character of CP932 is in the basic plane, so 16 bits hold it.
class Cp932Table {
public:
    static const Cp932Table& instance() {
        static const Cp932Table table;
        return table;
    }
    [[nodiscard]] char32_t single(std::uint8_t byte) const { return single_[byte]; }
    [[nodiscard]] char32_t pair(std::uint8_t lead, std::uint8_t trail) const {
        return (*pairs_)[static_cast<std::size_t>(lead) << 8 | trail];
    }

private:
    Cp932Table() : pairs_(std::make_unique<std::array<char16_t, 65536>>()) {
        pairs_->fill(static_cast<char16_t>(geta));
        single_.fill(static_cast<char16_t>(geta));
        const iconv_t converter = iconv_open("UTF-32BE", "CP932");
        if (converter == reinterpret_cast<iconv_t>(-1)) { // NOLINT(performance-no-int-to-ptr): POSIX says it so
            return; // a C library without CP932: every character is 〓, which nobody can overlook
        }
        for (unsigned first = 0; first < 256; ++first) {
            const auto lead = static_cast<std::uint8_t>(first);
            const char a = static_cast<char>(lead);
            if (!isLead(lead)) {
                single_[first] =
                    first < 0x80 ? static_cast<char16_t>(first) : static_cast<char16_t>(convert(converter, {&a, 1}));
                continue;
            }
            for (unsigned second = 0x40; second <= 0xFC; ++second) {
                const std::array<char, 2> both{a, static_cast<char>(second)};
                if (isTrail(static_cast<std::uint8_t>(second))) {
                    (*pairs_)[first << 8 | second] = static_cast<char16_t>(convert(converter, {both.data(), 2}));
                }
            }
        }
        iconv_close(converter);
    }

    std::array<char16_t, 256> single_{};
    std::unique_ptr<std::array<char16_t, 65536>> pairs_;
};

void append(std::string& out, char32_t code) {
    if (code < 0x80) {
        out.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (code >> 6)));
        out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xE0 | (code >> 12)));
        out.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    }
}

// Eight bytes at once while none has its highest bit set.
std::size_t asciiRun(std::string_view text, std::size_t at) {
    constexpr std::uint64_t highBits = 0x8080808080808080U;
    std::size_t end = at;
    std::uint64_t eight = 0;
    while (text.size() - end >= sizeof eight) {
        std::memcpy(&eight, text.data() + end, sizeof eight);
        if ((eight & highBits) != 0) {
            break;
        }
        end += sizeof eight;
    }
    while (end < text.size() && byteAt(text, end) < 0x80) {
        ++end;
    }
    return end - at;
}

void decodeCp932(std::string_view bytes, std::string& out) {
    const Cp932Table& table = Cp932Table::instance();
    out.clear();
    out.reserve(bytes.size() + bytes.size() / 4);
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t run = asciiRun(bytes, at);
        out.append(bytes, at, run);
        at += run;
        if (at == bytes.size()) {
            break;
        }
        const std::uint8_t lead = byteAt(bytes, at);
        if (!isLead(lead)) {
            append(out, table.single(lead));
            ++at;
        } else if (at + 1 < bytes.size() && isTrail(byteAt(bytes, at + 1))) {
            append(out, table.pair(lead, byteAt(bytes, at + 1)));
            at += 2;
        } else {
            append(out, geta);
            ++at;
        }
    }
}

// Length of the well-formed UTF-8 character at `at` (Unicode 15, table 3-7), 0 when there is none.
std::size_t utf8Length(std::string_view text, std::size_t at) {
    const std::uint8_t lead = byteAt(text, at);
    std::size_t length = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : low;
        high = lead == 0xED ? 0x9F : high;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : low;
        high = lead == 0xF4 ? 0x8F : high;
    }
    if (length == 0 || at + length > text.size() || byteAt(text, at + 1) < low || byteAt(text, at + 1) > high) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if ((byteAt(text, at + i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

struct Utf8Census {
    std::size_t wellFormed = 0; ///< characters of several bytes
    std::size_t broken = 0;     ///< bytes that belong to no character
};

Utf8Census censusOf(std::string_view text) {
    Utf8Census census;
    for (std::size_t at = 0; (at += asciiRun(text, at)) < text.size();) {
        const std::size_t length = utf8Length(text, at);
        ++(length == 0 ? census.broken : census.wellFormed);
        at += length == 0 ? 1 : length;
    }
    return census;
}

bool isWellFormed(std::string_view text) {
    for (std::size_t at = 0; (at += asciiRun(text, at)) < text.size();) {
        const std::size_t length = utf8Length(text, at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

void repairUtf8(std::string_view text, std::string& out) {
    out.clear();
    out.reserve(text.size() + 16);
    bool inBroken = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text, at);
        if (length != 0) {
            out.append(text, at, length);
        } else if (!inBroken) {
            append(out, geta);
        }
        inBroken = length == 0;
        at += length == 0 ? 1 : length;
    }
}

} // namespace

bool isAscii(std::string_view bytes) {
    return asciiRun(bytes, 0) == bytes.size();
}

Encoding encodingOf(std::string_view bytes) {
    // In Japanese CP932 text hardly a character happens to be well-formed UTF-8; in damaged UTF-8 nearly all still are.
    constexpr std::size_t sureness = 8;
    const Utf8Census census = censusOf(bytes);
    return {census.broken * sureness > census.wellFormed, census.broken == 0};
}

std::string_view decoded(std::string_view bytes, Encoding encoding, std::string& storage) {
    if (encoding.clean || asciiRun(bytes, 0) == bytes.size()) {
        return bytes;
    }
    if (encoding.cp932) {
        decodeCp932(bytes, storage);
    } else if (isWellFormed(bytes)) {
        return bytes;
    } else {
        repairUtf8(bytes, storage);
    }
    return storage;
}

std::string toUtf8(std::string_view bytes, bool* wasCp932) {
    const Encoding encoding = encodingOf(bytes);
    if (wasCp932 != nullptr) {
        *wasCp932 = encoding.cp932;
    }
    std::string storage;
    const std::string_view text = decoded(bytes, encoding, storage);
    return text.data() == storage.data() ? std::move(storage) : std::string(text);
}

} // namespace kmixr::receipt
