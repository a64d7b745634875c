#include "app/practice/cards/applet.h"

#include <algorithm>

namespace kmixr::practice {

Answer statusOnly(std::uint16_t word) {
    return {{}, word};
}

bool sameBytes(ByteView left, ByteView right) {
    return std::ranges::equal(left, right);
}

Answer Applet::verify(ByteView typed, bool& verified, bool tellsVerified) {
    CardFile& file = chip_->file;
    const auto counted = [&] {
        return statusOnly(file.faults.tellsNoTries ? 0x6300 : static_cast<std::uint16_t>(0x63C0 | file.triesLeft));
    };
    if (typed.empty()) {
        if (verified && tellsVerified) {
            return {};
        }
        return file.triesLeft == 0 ? statusOnly(0x6983) : counted();
    }
    if (file.triesLeft == 0) {
        return statusOnly(0x6983);
    }
    verified = sameBytes(typed, bytesOf(file.pin));
    file.triesLeft = verified ? file.triesMax : file.triesLeft - 1;
    chip_->store(file);
    return verified ? Answer{} : counted();
}

Answer Applet::readBinary(ByteView content, const ReceivedCommand& command) const {
    if ((command.p1 & 0x80) != 0) {
        return statusOnly(0x6A86);
    }
    const std::size_t offset = command.p1p2();
    if (offset >= content.size()) {
        return statusOnly(0x6B00);
    }
    const std::size_t wanted = command.expected.value_or(0);
    const auto piece = content.subspan(offset, std::min(wanted, content.size() - offset));
    Answer answer{Bytes(piece.begin(), piece.end()), 0x9000};
    if (wanted > piece.size() && !chip_->file.faults.wantsExactLength) {
        answer.status = 0x6282;
    }
    return answer;
}

Answer Applet::signAny(const CardKey& key, ByteView input) const {
    constexpr std::size_t hash = 32;
    const CardFile& file = chip_->file;
    std::optional<Bytes> signature;
    if (!key.isRsa()) {
        signature = input.size() == hash ? key.ecdsa(input) : std::nullopt;
    } else if (input.size() == key.blockSize()) {
        signature = file.hostPads ? key.rawRsa(input) : std::nullopt;
    } else {
        signature = file.cardPads ? key.padAndSign(input) : std::nullopt;
    }
    return signature ? Answer{std::move(*signature), 0x9000} : statusOnly(0x6700);
}

} // namespace kmixr::practice
