#include "app/practice/cards/hpki_card.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kmixr::practice {
namespace {

constexpr std::array<std::uint8_t, 16> applicationId{0xE8, 0x28, 0xBD, 0x08, 0x0F, 0xA0, 0x00, 0x00,
                                                     0x03, 0x91, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02};
constexpr std::array<std::uint8_t, 2> pinFileId{0x00, 0x02}, keyFileId{0x00, 0x0C}, certificateFileId{0x00, 0x16};
constexpr std::uint8_t pinReference = 0x88;
constexpr std::size_t longestChain = 4096;

constexpr Answer ok() {
    return {};
}
Answer status(std::uint16_t word) {
    return {{}, word};
}

bool same(ByteView left, ByteView right) {
    return std::ranges::equal(left, right);
}

/// Chips give files a round size and fill what is left.
Bytes padded(Bytes content) {
    constexpr std::size_t block = 512;
    content.resize((content.size() / block + 1) * block, 0xFF);
    return content;
}

} // namespace

Outcome<HpkiCard> HpkiCard::insert(CardFile file, Store store) {
    auto key = CardKey::parse(file.keyPem);
    auto certificate = certificateDer(file.certificatePem);
    if (!key || !certificate) {
        return fail(problems::cardFile, "key or certificate does not parse");
    }
    Bytes content = padded(std::move(*certificate));
    if (file.faults.certificateCutAt) {
        content.resize(std::min(content.size(), *file.faults.certificateCutAt));
    }
    return HpkiCard(std::move(file), std::move(store), std::move(*key), std::move(content));
}

HpkiCard::HpkiCard(CardFile file, Store store, CardKey key, Bytes certificate)
    : file_(std::move(file)), store_(std::move(store)), key_(std::move(key)), certificateFile_(std::move(certificate)) {
}

Bytes HpkiCard::answerToReset() const {
    // Direct convention, T=1 only, historical bytes "KMIXR"; the last byte is the exclusive or of all after the first.
    Bytes atr{0x3B, 0x85, 0x81, 0x01, 'K', 'M', 'I', 'X', 'R'};
    std::uint8_t check = 0;
    for (const std::uint8_t byte : std::span(atr).subspan(1)) {
        check ^= byte;
    }
    atr.push_back(check);
    return atr;
}

void HpkiCard::reset() {
    applicationSelected_ = verified_ = keyNamed_ = false;
    selected_ = Selected::Nothing;
    chain_.reset();
    desk_.clear();
}

Bytes HpkiCard::answer(ByteView wire) {
    auto command = ReceivedCommand::parse(wire);
    if (!command || (command->extended && file_.faults.refusesExtended)) {
        return status(0x6700).encode();
    }
    if (command->ins == 0xC0) {
        return desk_.more(command->expected).encode();
    }
    desk_.clear();
    if (command->chained() && file_.faults.refusesChaining) {
        return status(0x6884).encode();
    }
    if (chain_ && (chain_->ins != command->ins || chain_->p1p2() != command->p1p2())) {
        chain_.reset(); // another command in between: the chain is void
    }
    if (chain_) {
        if (chain_->data.size() + command->data.size() > longestChain) {
            chain_.reset();
            return status(0x6700).encode();
        }
        command->data.insert(command->data.begin(), chain_->data.begin(), chain_->data.end());
        chain_.reset();
    }
    if (command->chained()) {
        chain_ = std::move(command);
        return ok().encode();
    }
    return desk_.hand(execute(*command), command->expected, command->ins == 0xB0, file_.faults).encode();
}

Answer HpkiCard::execute(const ReceivedCommand& command) {
    const bool jpkiWay = command.cla == 0x80 && command.ins == 0x2A && file_.cardPads;
    if (command.cla != 0x00 && !jpkiWay) {
        return status(0x6E00);
    }
    switch (command.ins) {
    case 0xA4:
        return select(command);
    case 0xB0:
        return readBinary(command);
    case 0x20:
        return verify(command);
    case 0x22:
        return file_.hostPads ? setSigningKey(command) : status(0x6D00);
    case 0x2A:
        return sign(command);
    default:
        return status(0x6D00);
    }
}

Answer HpkiCard::select(const ReceivedCommand& command) {
    if (command.p2 != 0x0C && command.p2 != 0x00) {
        return status(0x6A86);
    }
    if (command.p1 == 0x04) {
        if (!same(command.data, applicationId)) {
            return status(0x6A82);
        }
        reset();
        applicationSelected_ = true;
        Answer answer;
        if (command.p2 == 0x00) { // FCI: the name the application was selected by
            answer.data = {0x6F, 0x12, 0x84, 0x10};
            answer.data.insert(answer.data.end(), applicationId.begin(), applicationId.end());
        }
        return answer;
    }
    return command.p1 == 0x02 ? selectFile(command.data) : status(0x6A86);
}

Answer HpkiCard::selectFile(ByteView fileId) {
    if (!applicationSelected_) {
        return status(0x6A82);
    }
    for (const auto& [id, file] : {std::pair{certificateFileId, Selected::Certificate},
                                   std::pair{keyFileId, Selected::Key}, std::pair{pinFileId, Selected::Pin}}) {
        if (same(fileId, id)) {
            selected_ = file;
            return ok();
        }
    }
    return status(0x6A82);
}

Answer HpkiCard::readBinary(const ReceivedCommand& command) const {
    if (selected_ != Selected::Certificate) {
        return status(selected_ == Selected::Nothing ? 0x6986 : 0x6981);
    }
    if ((command.p1 & 0x80) != 0) {
        return status(0x6A86);
    }
    const std::size_t offset = command.p1p2();
    if (offset >= certificateFile_.size()) {
        return status(0x6B00);
    }
    const std::size_t wanted = command.expected.value_or(0);
    const std::size_t left = certificateFile_.size() - offset;
    const auto start = certificateFile_.begin() + static_cast<std::ptrdiff_t>(offset);
    Answer answer{Bytes(start, start + static_cast<std::ptrdiff_t>(std::min(wanted, left))), 0x9000};
    if (wanted > left && !file_.faults.wantsExactLength) {
        answer.status = 0x6282;
    }
    return answer;
}

Answer HpkiCard::pinStatus() const {
    if (file_.triesLeft == 0) {
        return status(0x6983);
    }
    return status(file_.faults.tellsNoTries ? 0x6300 : static_cast<std::uint16_t>(0x63C0 | file_.triesLeft));
}

Answer HpkiCard::verify(const ReceivedCommand& command) {
    if (!applicationSelected_ || command.p1 != 0 || command.p2 != pinReference) {
        return status(applicationSelected_ ? 0x6A88 : 0x6985);
    }
    if (command.data.empty()) {
        return verified_ ? ok() : pinStatus();
    }
    if (file_.triesLeft == 0) {
        return status(0x6983);
    }
    verified_ = same(command.data, bytesOf(file_.pin));
    file_.triesLeft = verified_ ? file_.triesMax : file_.triesLeft - 1;
    store_(file_);
    if (verified_) {
        return ok();
    }
    return status(file_.faults.tellsNoTries ? 0x6300 : static_cast<std::uint16_t>(0x63C0 | file_.triesLeft));
}

Answer HpkiCard::setSigningKey(const ReceivedCommand& command) {
    constexpr std::array<std::uint8_t, 4> privateKeyReference{0x84, 0x02, 0x00, 0x0C};
    if (!applicationSelected_) {
        return status(0x6985);
    }
    if (command.p1p2() != 0x41B6) {
        return status(0x6A86);
    }
    keyNamed_ = same(command.data, privateKeyReference);
    return keyNamed_ ? ok() : status(0x6A88);
}

Answer HpkiCard::sign(const ReceivedCommand& command) {
    if (command.cla == 0x80) {
        return command.p1p2() == 0x0080 ? signDigestInfo(command) : status(0x6A86);
    }
    return command.p1p2() == 0x9E9A && file_.hostPads ? signPadded(command) : status(0x6A86);
}

Answer HpkiCard::signPadded(const ReceivedCommand& command) const {
    if (!keyNamed_) {
        return status(0x6985);
    }
    if (!verified_) {
        return status(0x6982);
    }
    const bool fits = key_.isRsa() ? command.data.size() == key_.blockSize() : command.data.size() == 32;
    if (!fits) {
        return status(0x6700);
    }
    auto signature = key_.isRsa() ? key_.rawRsa(command.data) : key_.ecdsa(command.data);
    return signature ? Answer{std::move(*signature), 0x9000} : status(0x6A80);
}

Answer HpkiCard::signDigestInfo(const ReceivedCommand& command) const {
    if (selected_ != Selected::Key) {
        return status(0x6985);
    }
    if (!verified_) {
        return status(0x6982);
    }
    auto signature = key_.padAndSign(command.data);
    return signature ? Answer{std::move(*signature), 0x9000} : status(0x6A80);
}

} // namespace kmixr::practice
