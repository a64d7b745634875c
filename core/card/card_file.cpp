#include "core/card/card_file.h"

#include "core/card/problems.h"
#include "core/card/tlv.h"

#include <algorithm>

namespace kmixr::card {
namespace {

/// No certificate or object file comes near this; offsets end at 7FFF anyway.
constexpr std::size_t largestFile = 16'384;

/// The next piece, empty at the end of the file.
Outcome<WipedBytes> readPiece(CardChannel& channel, std::size_t offset, std::size_t length) {
    auto answer = channel.send(apdu::readBinary(offset, length));
    if (!answer) {
        return fail(std::move(answer.error()));
    }
    switch (answer->status) {
    case sw::done:
    case sw::endOfFile:
        return std::move(answer->data);
    case sw::wrongOffset:
    case sw::wrongParameters:
        if (offset > 0) {
            return WipedBytes{}; // how a card says that the file ended here
        }
        [[fallthrough]];
    default:
        return failStatus(answer->status, "read file");
    }
}

} // namespace

Outcome<Bytes> readObjectFile(CardChannel& channel, std::uint16_t fileId) {
    auto selected = channel.send(apdu::selectFile(fileId));
    if (!selected) {
        return fail(std::move(selected.error()));
    }
    if (!selected->done()) {
        return failStatus(selected->status, "select file");
    }
    Bytes content;
    std::size_t wanted = CommandApdu::shortReply; // as much as one answer holds: most often the length is in it
    while (content.size() < wanted) {
        auto piece = readPiece(channel, content.size(), std::min(wanted - content.size(), CommandApdu::shortReply));
        if (!piece) {
            return fail(std::move(piece.error()));
        }
        if (piece->empty()) {
            return fail(problems::malformed, "file ends at " + std::to_string(content.size()));
        }
        const bool first = content.empty();
        content.insert(content.end(), piece->begin(), piece->end());
        if (first) {
            wanted = outerSize(content).value_or(0);
            if (wanted == 0 || wanted > largestFile) {
                return fail(problems::malformed, "file holds no object");
            }
        }
    }
    content.resize(wanted);
    return content;
}

} // namespace kmixr::card
