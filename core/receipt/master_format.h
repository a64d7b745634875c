// The compiled master table as it lies in its file: written by MasterCompiler, mapped by Masters. Little-endian.
//
//   Header    magic "KMXRMST1", format version, number of sections, size of the file, place of the pool, edition
//             (reference), SHA-256 of all that follows the header, newest change (YYYYMMDD)
//   Section*  kind (letter of the official master), number of text fields, number of rows, place of the rows
//   Row*      the code as a number (all of a kind have as many digits), first and last day of validity (YYYYMMDD), then
//             one reference for each text field; sorted by code, then by day
//   Pool      texts: two bytes of length, then UTF-8; each different text once. A reference is a place in the pool.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kmixr::receipt::format {

inline constexpr std::string_view magic = "KMXRMST1";
inline constexpr std::uint32_t version = 4;

// Places of the header's parts.
inline constexpr std::size_t versionAt = 8;
inline constexpr std::size_t sectionsAt = 12;
inline constexpr std::size_t sizeAt = 16;
inline constexpr std::size_t poolAt = 24; ///< place of the pool
inline constexpr std::size_t editionAt = 32;
inline constexpr std::size_t digestAt = 36;
inline constexpr std::size_t issuedAt = 68;
inline constexpr std::size_t headerSize = 72;

inline constexpr std::size_t sectionSize = 20; ///< kind, fields, rows: 4 bytes each; place: 8
// Places within a row.
inline constexpr std::size_t firstDayAt = 4;
inline constexpr std::size_t lastDayAt = 8;
inline constexpr std::size_t rowHeadSize = 12; ///< then the references
inline constexpr std::size_t referenceSize = 4;

inline constexpr std::uint32_t noEnd = 99'999'999;

// Text fields of a row, by kind. `code` is always the first.
enum DiseaseField : std::size_t { bCode, bName, bKana, bIcd10, bIcd10Second, bDentalName, bFields };
enum ModifierField : std::size_t { zCode, zName, zFields };
enum ActField : std::size_t {
    sCode,
    sName,
    sKana,
    sUnit,
    sSection,
    sSectionNumber,
    sNoticeKind,
    sOutpatientTotal,
    sInpatientTotal,
    sFields
};
enum DrugField : std::size_t {
    yCode,
    yName,
    yKana,
    yUnit,
    yPriceListCode,
    yGenericName,
    yForm,
    yGeneric,
    yContrast,
    yFields
};
enum MaterialField : std::size_t { tCode, tName, tUnit, tFields };
enum CommentField : std::size_t { cCode, cText, cPattern, cSlots, cFields };

/// The kinds in the order of their sections; h and m have the fields of s.
inline constexpr std::array<char, 8> kinds{'b', 'z', 's', 'h', 'm', 'y', 't', 'c'};

constexpr std::size_t fieldsOf(char kind) {
    switch (kind) {
    case 'b':
        return bFields;
    case 'z':
        return zFields;
    case 's':
    case 'h':
    case 'm':
        return sFields;
    case 'y':
        return yFields;
    case 't':
        return tFields;
    case 'c':
        return cFields;
    default:
        return 0;
    }
}

/// Whether a code can belong to that master: its length and its first digit.
constexpr bool codeFits(char kind, std::string_view code) {
    std::size_t length = 9;
    char first = '\0';
    switch (kind) {
    case 'b':
        length = 7;
        break;
    case 'z':
        length = 4;
        break;
    case 's':
        first = '1';
        break;
    case 'h':
        first = '3';
        break;
    case 'm':
        first = '4';
        break;
    case 'y':
        first = '6';
        break;
    case 't':
        first = '7';
        break;
    case 'c':
        first = '8';
        break;
    default:
        return false;
    }
    if (code.size() != length || (first != '\0' && code.front() != first)) {
        return false;
    }
    for (const char c : code) {
        if (c < '0' || c > '9') {
            return false;
        }
    }
    return true;
}

/// The number that a fitting code is.
constexpr std::uint32_t codeNumber(std::string_view code) {
    std::uint32_t number = 0;
    for (const char c : code) {
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number;
}

template <class Unsigned>
constexpr Unsigned get(std::string_view file, std::size_t at) {
    Unsigned value = 0;
    for (std::size_t i = sizeof(Unsigned); i-- > 0;) {
        value = static_cast<Unsigned>(value << 8 | static_cast<std::uint8_t>(file[at + i]));
    }
    return value;
}

template <class Unsigned, class Text>
constexpr void put(Text& file, std::size_t at, Unsigned value) {
    for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
        file[at + i] = static_cast<char>(value >> (8 * i) & 0xFF);
    }
}

} // namespace kmixr::receipt::format
