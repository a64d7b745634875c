#include "app/practice/cards/response_desk.h"

#include <algorithm>
#include <utility>

namespace kmixr::practice {
namespace {

constexpr std::size_t shortAnswer = 256;

std::uint16_t withLength(std::uint16_t first, std::size_t length) {
    return static_cast<std::uint16_t>(first | (length >= shortAnswer ? 0 : length));
}

} // namespace

Bytes Answer::encode() const {
    Bytes wire = data;
    wire.push_back(static_cast<std::uint8_t>(status >> 8));
    wire.push_back(static_cast<std::uint8_t>(status & 0xFF));
    return wire;
}

Answer ResponseDesk::hand(Answer answer, std::optional<std::size_t> expected, bool exactable,
                          const CardFaults& faults) {
    if (answer.data.empty()) {
        return answer;
    }
    if (faults.answersByGetResponse) {
        return cut(std::move(answer), 0);
    }
    if (faults.wantsExactLength && exactable && expected.value_or(0) > answer.data.size() &&
        answer.data.size() < shortAnswer) {
        return {{}, withLength(0x6C00, answer.data.size())};
    }
    return cut(std::move(answer), expected.value_or(0));
}

Answer ResponseDesk::more(std::optional<std::size_t> expected) {
    if (waiting_.data.empty()) {
        return {{}, 0x6985};
    }
    return cut(std::exchange(waiting_, {}), expected.value_or(shortAnswer));
}

Answer ResponseDesk::cut(Answer answer, std::size_t room) {
    if (answer.data.size() <= room) {
        return answer;
    }
    const auto edge = answer.data.begin() + static_cast<std::ptrdiff_t>(room);
    waiting_ = {Bytes(edge, answer.data.end()), answer.status};
    answer.data.erase(edge, answer.data.end());
    answer.status = withLength(0x6100, waiting_.data.size());
    return answer;
}

} // namespace kmixr::practice
