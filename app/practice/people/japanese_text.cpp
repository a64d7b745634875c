#include "app/practice/people/japanese_text.h"

#include "app/practice/problems.h"

#include <iconv.h>

#include <array>

namespace kmixr::practice {

namespace {

struct Era {
    char digit;
    Day first;
    int before; ///< year of the era = western year − before
};

constexpr std::array<Era, 5> eras{{
    {'5', Day{std::chrono::year{2019}, std::chrono::May, std::chrono::day{1}}, 2018},
    {'4', Day{std::chrono::year{1989}, std::chrono::January, std::chrono::day{8}}, 1988},
    {'3', Day{std::chrono::year{1926}, std::chrono::December, std::chrono::day{25}}, 1925},
    {'2', Day{std::chrono::year{1912}, std::chrono::July, std::chrono::day{30}}, 1911},
    {'1', Day{std::chrono::year{1868}, std::chrono::January, std::chrono::day{25}}, 1867},
}};

std::string twoDigits(unsigned value) {
    std::string digits(2, '0');
    digits[0] = static_cast<char>('0' + value / 10 % 10);
    digits[1] = static_cast<char>('0' + value % 10);
    return digits;
}

const Era& eraOf(Day day) {
    for (const Era& era : eras) {
        if (era.first <= day) {
            return era;
        }
    }
    return eras.back();
}

std::string eraAndYear(Day day) {
    const Era& era = eraOf(day);
    return era.digit + twoDigits(static_cast<unsigned>(static_cast<int>(day.year()) - era.before));
}

} // namespace

std::string fullWidth(std::string_view text) {
    std::string wide;
    for (const char character : text) {
        if (character == ' ') {
            wide += "\u3000";
        } else if (character > ' ' && character <= '~') {
            const auto offset = static_cast<unsigned>(character - '!'); // U+FF01 onwards mirrors ASCII
            const unsigned code = 0xFF01 + offset;
            wide += static_cast<char>(0xE0 | (code >> 12));
            wide += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
            wide += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            wide += character;
        }
    }
    return wide;
}

std::string eraDigits(Day day) {
    return eraAndYear(day) + twoDigits(static_cast<unsigned>(day.month())) +
           twoDigits(static_cast<unsigned>(day.day()));
}

std::string eraDigits(Month month) {
    return eraAndYear(lastOf(month)) + twoDigits(static_cast<unsigned>(month.month()));
}

Outcome<std::string> toCp932(std::string_view utf8) {
    const iconv_t converter = iconv_open("CP932", "UTF-8");
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        return fail(problems::notInCp932, "the C library has no CP932");
    }
    std::string bytes(utf8.size() + 1, '\0');
    std::string source(utf8);
    char* in = source.data();
    char* out = bytes.data();
    std::size_t inLeft = source.size();
    std::size_t outLeft = bytes.size();
    const bool converted = iconv(converter, &in, &inLeft, &out, &outLeft) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    if (!converted) {
        return fail(problems::notInCp932, "byte " + std::to_string(source.size() - inLeft));
    }
    bytes.resize(bytes.size() - outLeft);
    return bytes;
}

} // namespace kmixr::practice
