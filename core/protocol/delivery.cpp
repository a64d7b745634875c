#include "core/protocol/field_reader.h"
#include "core/protocol/messages.h"

namespace kmixr::protocol {

namespace {

constexpr std::size_t largestReceipt = 16U << 20U;
constexpr std::array operations{std::pair<std::string_view, DeliveryOp>{"add", DeliveryOp::Add},
                                std::pair<std::string_view, DeliveryOp>{"replace", DeliveryOp::Replace},
                                std::pair<std::string_view, DeliveryOp>{"withdraw", DeliveryOp::Withdraw},
                                std::pair<std::string_view, DeliveryOp>{"end", DeliveryOp::End}};

std::string_view wordOf(DeliveryOp op) {
    for (const auto& [word, each] : operations) {
        if (each == op) {
            return word;
        }
    }
    return {};
}

} // namespace

std::string deliveryLine(const Delivery& delivery) {
    Json json{{"op", wordOf(delivery.op)}, {"cursor", delivery.cursor}};
    if (delivery.op == DeliveryOp::End) {
        json["count"] = delivery.count;
    } else {
        json["receipt_id"] = delivery.receiptId;
    }
    if (delivery.op == DeliveryOp::Add || delivery.op == DeliveryOp::Replace) {
        json["text"] = delivery.text;
    }
    // A byte that is no UTF-8 must not stop the receipts behind it.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Outcome<Delivery> readDeliveryLine(std::string_view line) {
    auto json = parseJson(line);
    if (!json) {
        return fail(json.error());
    }
    FieldReader fields(*json);
    Delivery delivery;
    delivery.op = fields.word("op", operations);
    // A person without receipts has nothing to go on from: the cursor of `end` may be empty.
    delivery.cursor =
        delivery.op == DeliveryOp::End ? fields.textOr("cursor", limit::id) : fields.text("cursor", limit::id);
    if (delivery.op == DeliveryOp::End) {
        delivery.count = fields.integer("count", 0, 10'000'000);
    } else {
        delivery.receiptId = fields.text("receipt_id", limit::id);
    }
    if (delivery.op == DeliveryOp::Add || delivery.op == DeliveryOp::Replace) {
        delivery.text = fields.text("text", largestReceipt);
    }
    return fields.done(std::move(delivery));
}

} // namespace kmixr::protocol
