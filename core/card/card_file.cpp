#include "core/card/card_file.h"

#include "core/card/problems.h"
#include "core/card/tlv.h"

#include <algorithm>

namespace kmixr::card {
namespace {

/// No certificate or object file comes near this; offsets end at 7FFF anyway.
constexpr std::size_t largestFile = 16'384;

/// The next piece, empty at the end of the file.
Outcome<WipedBytes> readPiece(CardChannel& channel, std::size_t offset, std::size_t length, bool first) {
    auto answer = channel.send(apdu::readBinary(offset, length));
    if (!answer) {
        return fail(std::move(answer.error()));
    }
    if (length > CommandApdu::shortReply && !answer->done() && answer->status != sw::endOfFile) {
        channel.keepRepliesShort();
        return readPiece(channel, offset, CommandApdu::shortReply, first);
    }
    switch (answer->status) {
    case sw::done:
    case sw::endOfFile:
        return std::move(answer->data);
    case sw::wrongOffset:
    case sw::wrongParameters:
        if (!first) {
            return WipedBytes{}; // how a card says that the file ended here
        }
        [[fallthrough]];
    default:
        return failStatus(answer->status, "read file");
    }
}

/// The objects of a row that are complete in `content`, and whether filling follows: then the row ends here.
struct Row {
    std::size_t size = 0;
    bool ended = false;
};
Row rowIn(ByteView content) {
    Row row;
    while (row.size < content.size()) {
        const ByteView rest = content.subspan(row.size);
        if (rest[0] == 0x00 || rest[0] == 0xFF) {
            row.ended = true;
            break;
        }
        const auto size = outerSize(rest);
        if (!size || *size > rest.size()) {
            break;
        }
        row.size += *size;
    }
    return row;
}

Outcome<Bytes> readRecords(CardChannel& channel) {
    constexpr std::uint8_t mostRecords = 64;
    Bytes content;
    for (std::uint8_t number = 1; number <= mostRecords; ++number) {
        const auto answer =
            channel.send({.ins = 0xB2, .p1 = number, .p2 = 0x04, .data = {}, .expected = CommandApdu::shortReply});
        if (!answer) {
            return fail(answer.error());
        }
        if (!answer->done() && answer->status != sw::endOfFile) {
            break; // 6A83: no more records
        }
        const Row row = rowIn(answer->data);
        content.insert(content.end(), answer->data.begin(),
                       answer->data.begin() + static_cast<std::ptrdiff_t>(row.size));
    }
    return content;
}

} // namespace

Outcome<bool> selectApplication(CardChannel& channel, ByteView aid) {
    auto answer = channel.send(apdu::selectApplication(aid, apdu::SelectReply::ControlInformation));
    if (answer && (answer->status == sw::wrongParameters || answer->status == sw::wrongData ||
                   answer->status == sw::wrongLength)) {
        answer = channel.send(apdu::selectApplication(aid, apdu::SelectReply::None));
    }
    return answer.map([](const ResponseApdu& reply) { return reply.done(); });
}

Outcome<Bytes> readObjectFile(CardChannel& channel, std::uint16_t fileId, const KnownCards& known) {
    auto selected = channel.send(apdu::selectFile(fileId));
    if (!selected) {
        return fail(std::move(selected.error()));
    }
    if (!selected->done()) {
        return failStatus(selected->status, "select file");
    }
    return readSelectedObject(channel, known);
}

Outcome<Bytes> readSelectedObject(CardChannel& channel, const KnownCards& known, std::size_t offset, Expect expect) {
    Bytes content;
    // As much as one answer holds: the length is in it, and of a known certificate it is all that is read.
    std::size_t wanted = expect == Expect::Known ? CommandApdu::shortReply : channel.longestReply();
    while (content.size() < wanted) {
        const bool first = content.empty();
        auto piece = readPiece(channel, offset + content.size(),
                               std::min(wanted - content.size(), channel.longestReply()), first);
        if (!piece) {
            return fail(std::move(piece.error()));
        }
        if (piece->empty()) {
            return fail(problems::malformed, "file ends at " + std::to_string(content.size()));
        }
        content.insert(content.end(), piece->begin(), piece->end());
        if (first) {
            wanted = outerSize(content).value_or(0);
            if (wanted == 0 || wanted > largestFile) {
                return fail(problems::malformed, "file holds no object");
            }
            if (auto same = known.certificate(content, wanted)) {
                return std::move(*same);
            }
        }
    }
    content.resize(wanted);
    return content;
}

Outcome<Bytes> readSelectedRow(CardChannel& channel) {
    Bytes content;
    for (;;) {
        auto piece = readPiece(channel, content.size(), CommandApdu::shortReply, content.empty());
        if (!piece && content.empty() && piece.error().is(problems::refused) &&
            piece.error().detail.ends_with("6981")) {
            return readRecords(channel);
        }
        if (!piece) {
            return fail(std::move(piece.error()));
        }
        content.insert(content.end(), piece->begin(), piece->end());
        const Row row = rowIn(content);
        const bool complete = piece->size() < CommandApdu::shortReply && row.size == content.size();
        if (row.ended || complete || piece->empty() || content.size() > largestFile) {
            content.resize(row.size);
            return content;
        }
    }
}

} // namespace kmixr::card
