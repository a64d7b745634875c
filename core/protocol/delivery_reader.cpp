#include "core/protocol/messages.h"

namespace kmixr::protocol {

namespace {

constexpr std::size_t longestLine = 16U << 20U;

} // namespace

Outcome<std::vector<Delivery>> DeliveryReader::feed(std::string_view bytes) {
    std::vector<Delivery> deliveries;
    while (!bytes.empty()) {
        if (ended_) {
            return fail(problems::jsonMalformed, "bytes after the end of the stream");
        }
        const std::size_t lineEnd = bytes.find('\n');
        const std::string_view piece = bytes.substr(0, lineEnd);
        if (rest_.size() + piece.size() > longestLine) {
            return fail(problems::jsonMalformed, "delivery longer than 16 MiB");
        }
        if (lineEnd == std::string_view::npos) {
            rest_ += piece;
            break;
        }
        bytes.remove_prefix(lineEnd + 1);
        auto delivery = rest_.empty() ? readDeliveryLine(piece) : readDeliveryLine(rest_ += piece);
        rest_.clear();
        if (!delivery) {
            return fail(std::move(delivery.error()));
        }
        ended_ = delivery->op == DeliveryOp::End;
        deliveries.push_back(std::move(*delivery));
    }
    return deliveries;
}

} // namespace kmixr::protocol
