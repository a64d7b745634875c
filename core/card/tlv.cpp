#include "core/card/tlv.h"

namespace kmixr::card {
namespace {

struct Head {
    std::uint32_t tag = 0;
    std::size_t headSize = 0;
    std::size_t valueSize = 0;
};

std::optional<Head> readHead(ByteView bytes) {
    if (bytes.empty()) {
        return std::nullopt;
    }
    Head head;
    std::size_t at = 0;
    head.tag = bytes[at++];
    if ((head.tag & 0x1F) == 0x1F) {
        constexpr std::size_t longestTag = 3;
        std::uint8_t byte = 0x80;
        while ((byte & 0x80) != 0) {
            if (at == bytes.size() || at == longestTag) {
                return std::nullopt;
            }
            byte = bytes[at++];
            head.tag = head.tag << 8 | byte;
        }
    }
    if (at == bytes.size()) {
        return std::nullopt;
    }
    const std::uint8_t first = bytes[at++];
    if (first < 0x80) {
        head.valueSize = first;
    } else {
        const std::size_t count = first & 0x7F;
        if (count == 0 || count > 4 || bytes.size() - at < count) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < count; ++i) {
            head.valueSize = head.valueSize << 8 | bytes[at++];
        }
    }
    head.headSize = at;
    return head;
}

} // namespace

Tlv Tlv::inside() const {
    return TlvReader(value).next().value_or(Tlv{});
}

std::optional<Tlv> TlvReader::next() {
    if (rest_.empty() || broken_) {
        return std::nullopt;
    }
    const auto head = readHead(rest_);
    if (!head || rest_.size() - head->headSize < head->valueSize) {
        broken_ = true;
        return std::nullopt;
    }
    const std::size_t size = head->headSize + head->valueSize;
    const Tlv object{head->tag, rest_.subspan(head->headSize, head->valueSize), rest_.first(size)};
    rest_ = rest_.subspan(size);
    return object;
}

std::optional<Tlv> findTlv(ByteView row, std::uint32_t tag) {
    TlvReader reader(row);
    while (auto object = reader.next()) {
        if (object->tag == tag) {
            return object;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> outerSize(ByteView start) {
    const auto head = readHead(start);
    if (!head || head->tag == 0) {
        return std::nullopt;
    }
    return head->headSize + head->valueSize;
}

std::string oidText(ByteView content) {
    std::string text;
    std::uint64_t number = 0;
    bool first = true, open = false;
    for (const std::uint8_t byte : content) {
        if (number > (UINT64_MAX >> 7)) {
            return {};
        }
        number = number << 7 | (byte & 0x7F);
        open = (byte & 0x80) != 0;
        if (open) {
            continue;
        }
        if (first) {
            const std::uint64_t root = number < 80 ? number / 40 : 2;
            text = std::to_string(root) + "." + std::to_string(number - root * 40);
            first = false;
        } else {
            text += "." + std::to_string(number);
        }
        number = 0;
    }
    return open ? std::string{} : text;
}

} // namespace kmixr::card
