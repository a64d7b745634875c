#include "app/practice/cards/der.h"

#include <algorithm>

namespace kmixr::practice::der {

Bytes object(std::uint16_t tag, ByteView content) {
    constexpr std::size_t oneByte = 0x80, twoBytes = 0x100;
    Bytes out;
    if (tag > 0xFF) {
        out.push_back(static_cast<std::uint8_t>(tag >> 8));
    }
    out.push_back(static_cast<std::uint8_t>(tag & 0xFF));
    if (content.size() >= twoBytes) {
        out.push_back(0x82);
        out.push_back(static_cast<std::uint8_t>(content.size() >> 8));
    } else if (content.size() >= oneByte) {
        out.push_back(0x81);
    }
    out.push_back(static_cast<std::uint8_t>(content.size() & 0xFF));
    out.insert(out.end(), content.begin(), content.end());
    return out;
}

Bytes object(std::uint16_t tag, std::initializer_list<Bytes> parts) {
    Bytes content;
    for (const Bytes& part : parts) {
        content.insert(content.end(), part.begin(), part.end());
    }
    return object(tag, ByteView(content));
}

Bytes text(std::string_view utf8) {
    return object(0x0C, bytesOf(utf8));
}

Bytes number(std::uint8_t value) {
    const Bytes content = value < 0x80 ? Bytes{value} : Bytes{0x00, value};
    return object(0x02, ByteView(content));
}

Bytes bits(std::initializer_list<unsigned> set) {
    const unsigned last = std::max(set);
    Bytes content(2 + last / 8, 0);
    content[0] = static_cast<std::uint8_t>(7 - last % 8);
    for (const unsigned bit : set) {
        content[1 + bit / 8] = static_cast<std::uint8_t>(content[1 + bit / 8] | 0x80U >> bit % 8);
    }
    return object(0x03, ByteView(content));
}

Bytes path(std::initializer_list<std::uint16_t> files) {
    Bytes names;
    for (const std::uint16_t file : files) {
        names.push_back(static_cast<std::uint8_t>(file >> 8));
        names.push_back(static_cast<std::uint8_t>(file & 0xFF));
    }
    return object(0x30, {object(0x04, ByteView(names))});
}

std::optional<Bytes> find(ByteView row, std::uint16_t tag) {
    while (row.size() >= 2) {
        std::uint16_t found = row[0];
        std::size_t at = 1;
        if ((found & 0x1F) == 0x1F) {
            found = static_cast<std::uint16_t>(found << 8 | row[at++]);
        }
        if (at >= row.size()) {
            break;
        }
        std::size_t size = row[at++];
        if (size > 0x80) {
            std::size_t more = size & 0x7F;
            for (size = 0; more > 0 && at < row.size(); --more) {
                size = size << 8 | row[at++];
            }
        }
        if (size > row.size() - at) {
            break;
        }
        if (found == tag) {
            return Bytes(row.begin() + static_cast<std::ptrdiff_t>(at),
                         row.begin() + static_cast<std::ptrdiff_t>(at + size));
        }
        row = row.subspan(at + size);
    }
    return std::nullopt;
}

} // namespace kmixr::practice::der
