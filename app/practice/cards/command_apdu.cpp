#include "app/practice/cards/command_apdu.h"

namespace kmixr::practice {
namespace {

std::size_t number(ByteView twoBytes) {
    return static_cast<std::size_t>(twoBytes[0] << 8 | twoBytes[1]);
}

bool parseShort(ByteView body, ReceivedCommand& command) {
    if (body.size() == 1) {
        command.expected = body[0] == 0 ? 256 : body[0];
        return true;
    }
    const std::size_t length = body[0];
    body = body.subspan(1);
    if (length == 0 || (body.size() != length && body.size() != length + 1)) {
        return false;
    }
    command.data.assign(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(length));
    if (body.size() > length) {
        command.expected = body[length] == 0 ? 256 : body[length];
    }
    return true;
}

bool parseExtended(ByteView body, ReceivedCommand& command) {
    command.extended = true;
    const auto expectedOf = [](ByteView bytes) { return number(bytes) == 0 ? 65'536 : number(bytes); };
    body = body.subspan(1); // the leading zero
    if (body.size() == 2) {
        command.expected = expectedOf(body);
        return true;
    }
    if (body.size() < 2) {
        return false;
    }
    const std::size_t length = number(body);
    body = body.subspan(2);
    if (length == 0 || (body.size() != length && body.size() != length + 2)) {
        return false;
    }
    command.data.assign(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(length));
    if (body.size() > length) {
        command.expected = expectedOf(body.subspan(length));
    }
    return true;
}

} // namespace

std::optional<ReceivedCommand> ReceivedCommand::parse(ByteView wire) {
    if (wire.size() < 4) {
        return std::nullopt;
    }
    ReceivedCommand command;
    command.cla = wire[0];
    command.ins = wire[1];
    command.p1 = wire[2];
    command.p2 = wire[3];
    const auto body = wire.subspan(4);
    if (body.empty()) {
        return command;
    }
    const bool extended = body.size() > 2 && body[0] == 0;
    return (extended ? parseExtended(body, command) : parseShort(body, command)) ? std::optional(std::move(command))
                                                                                 : std::nullopt;
}

} // namespace kmixr::practice
