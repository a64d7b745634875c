#include "app/gateway/server/resources/view_receipts.h"

#include "app/gateway/server/http/content_encoding.h"
#include "core/protocol/problems.h"

namespace kmixr::server {

namespace {

namespace p = protocol::problems;

constexpr int receiptsAtATime = 64;

/// Deliveries behind a cursor, batch by batch, each batch a whole number of lines, then `end`.
class DeliverySource final : public BodySource {
public:
    DeliverySource(ReceiptStore& receipts, PersonId person, std::int64_t since, std::unique_ptr<Encoder> encoder)
        : receipts_(receipts), person_(person), knownBefore_(since), cursor_(since), encoder_(std::move(encoder)) {}

    Outcome<std::optional<std::string>> next() override {
        if (ended_) {
            return std::optional<std::string>();
        }
        const auto deliveries = receipts_.changes(person_, cursor_, knownBefore_, receiptsAtATime);
        if (!deliveries) {
            return fail(deliveries.error());
        }
        std::string lines;
        for (const protocol::Delivery& delivery : *deliveries) {
            lines += protocol::deliveryLine(delivery) + "\n";
            cursor_ = parseCursor(delivery.cursor).value_or(cursor_);
        }
        count_ += static_cast<std::int64_t>(deliveries->size());
        ended_ = deliveries->size() < receiptsAtATime;
        if (ended_) {
            lines +=
                protocol::deliveryLine({protocol::DeliveryOp::End, {}, std::to_string(cursor_), {}, count_}) + "\n";
        }
        return std::optional(encoder_->encode(lines, ended_));
    }

private:
    ReceiptStore& receipts_;
    PersonId person_;
    std::int64_t knownBefore_, cursor_;
    std::int64_t count_ = 0;
    std::unique_ptr<Encoder> encoder_;
    bool ended_ = false;
};

} // namespace

Answer ViewReceipts::show(const Call& call) {
    const auto since = call.request.query.find("since");
    const auto cursor = since == call.request.query.end() ? std::optional<std::int64_t>(0) : parseCursor(since->second);
    if (!cursor) {
        return problemAnswer(Problem{std::string(p::malformedRequest.text), "since", {}});
    }
    const auto view = viewOf(call);
    if (!view) {
        return problemAnswer(view.error());
    }
    auto encoder = encoderFor(call.request.acceptEncoding);
    Answer answer;
    answer.contentType = "application/x-ndjson";
    if (!encoder->name().empty()) {
        answer.headers.emplace_back("Content-Encoding", encoder->name());
    }
    answer.headers.emplace_back("Vary", "Accept-Encoding");
    answer.delay = delayFor(view->person);
    answer.stream = std::make_shared<DeliverySource>(parts_.receipts, view->person, *cursor, std::move(encoder));
    return answer;
}

Outcome<ViewRecord> ViewReceipts::viewOf(const Call& call) {
    const auto view = parts_.views.find(call.id);
    if (!view) {
        return fail(view.error());
    }
    // Another doctor's or laptop's view is none of the asker's business, not even that it exists.
    if (!*view || (*view)->device != call.deviceFingerprint || (*view)->card != call.session.card) {
        return fail(p::notFound);
    }
    if ((*view)->expiresAt <= parts_.clock.now()) {
        return fail(p::viewExpired);
    }
    return **view;
}

std::chrono::milliseconds ViewReceipts::delayFor(PersonId person) const {
    for (const auto& [label, delay] : parts_.delays) {
        const auto slow = parts_.people.registered(label);
        if (slow && slow->id == person) {
            return delay;
        }
    }
    return {};
}

} // namespace kmixr::server
