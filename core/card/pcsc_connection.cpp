#include "core/card/pcsc_connection.h"

#include "core/card/answer_to_reset.h"
#include "core/card/pcsc_problem.h"
#include "core/card/problems.h"

#include <reader.h>
#include <winscard.h>

#include <algorithm>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

namespace kmixr::card {
namespace {

constexpr std::chrono::milliseconds betweenTries{50};
/// Readers without an interrupt are polled every 400 ms: so long it takes until a removal is known for certain.
constexpr std::chrono::milliseconds removalNotice{1'000};

/// Empty when the service does not tell: then the card is taken for a plain one.
Bytes answerToReset(SCARDHANDLE handle) {
    Bytes atr(MAX_ATR_SIZE);
    auto size = static_cast<DWORD>(atr.size());
    DWORD nameSize = 0, state = 0, protocol = 0;
    const LONG result = SCardStatus(handle, nullptr, &nameSize, &state, &protocol, atr.data(), &size);
    atr.resize(result == SCARD_S_SUCCESS ? std::min<std::size_t>(size, atr.size()) : 0);
    return atr;
}

} // namespace

static_assert(std::is_same_v<SCARDHANDLE, long> && std::is_same_v<DWORD, unsigned long>);

Outcome<std::unique_ptr<PcscConnection>> PcscConnection::open(const PcscContext& context, const std::string& reader,
                                                              std::chrono::milliseconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
    LONG result = SCARD_S_SUCCESS;
    for (;;) {
        result = SCardConnect(context.handle(), reader.c_str(), SCARD_SHARE_EXCLUSIVE,
                              SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &handle, &protocol);
        if (result != SCARD_E_SHARING_VIOLATION || std::chrono::steady_clock::now() >= deadline) {
            break;
        }
        std::this_thread::sleep_for(betweenTries);
    }
    if (auto outcome = pcscOutcome(result, "SCardConnect"); !outcome) {
        return fail(std::move(outcome.error()));
    }
    std::unique_ptr<PcscConnection> connection(new PcscConnection(context, reader, handle, protocol));
    return pcscOutcome(SCardBeginTransaction(handle), "SCardBeginTransaction").map([&] {
        connection->takesExtended_ = announcesExtendedLength(answerToReset(handle));
        return std::move(connection);
    });
}

PcscConnection::PcscConnection(const PcscContext& context, std::string reader, long handle, unsigned long protocol)
    : context_(&context), reader_(std::move(reader)), handle_(handle),
      protocol_(protocol == SCARD_PROTOCOL_T0 ? TransportProtocol::T0 : TransportProtocol::T1),
      received_(MAX_BUFFER_SIZE_EXTENDED) {}

PcscConnection::~PcscConnection() {
    // The reset takes the PIN's state off the card. Where the card is gone there is nothing to take off, and a reset
    // asked for then lets pcscd write the reader down as occupied until it is started anew.
    const bool gone = SCardEndTransaction(handle_, SCARD_LEAVE_CARD) == SCARD_W_REMOVED_CARD;
    SCardDisconnect(handle_, gone ? SCARD_LEAVE_CARD : SCARD_RESET_CARD);
}

Outcome<WipedBytes> PcscConnection::transmit(ByteView command) {
    const SCARD_IO_REQUEST header{protocol_ == TransportProtocol::T0 ? static_cast<unsigned long>(SCARD_PROTOCOL_T0)
                                                                     : static_cast<unsigned long>(SCARD_PROTOCOL_T1),
                                  sizeof(SCARD_IO_REQUEST)};
    auto size = static_cast<DWORD>(received_.size());
    const LONG result = SCardTransmit(handle_, &header, command.data(), static_cast<DWORD>(command.size()), nullptr,
                                      received_.data(), &size);
    return answerOf(result, size, "SCardTransmit");
}

Outcome<WipedBytes> PcscConnection::verifyOnPad(std::uint32_t controlCode, ByteView structure) {
    DWORD size = 0;
    const LONG result = SCardControl(handle_, controlCode, structure.data(), static_cast<DWORD>(structure.size()),
                                     received_.data(), static_cast<DWORD>(received_.size()), &size);
    return answerOf(result, std::min<std::size_t>(size, received_.size()), "SCardControl");
}

Bytes PcscConnection::ask(unsigned long controlCode) const {
    Bytes answer(MAX_BUFFER_SIZE);
    DWORD size = 0;
    const LONG result =
        SCardControl(handle_, controlCode, nullptr, 0, answer.data(), static_cast<DWORD>(answer.size()), &size);
    answer.resize(result == SCARD_S_SUCCESS ? std::min<std::size_t>(size, answer.size()) : 0);
    return answer;
}

std::optional<PinPad> PcscConnection::pinPad() const {
    const auto features = ReaderFeatures::parse(ask(CM_IOCTL_GET_FEATURE_REQUEST));
    const auto verify = features.controlCode(ReaderFeature::VerifyPinDirect);
    if (!verify) {
        return std::nullopt;
    }
    const auto asked = [&](ReaderFeature feature) {
        const auto code = features.controlCode(feature);
        return code ? ask(*code) : Bytes{};
    };
    return PinPad{*verify, pinPadProperties(asked(ReaderFeature::PinProperties), asked(ReaderFeature::TlvProperties))};
}

Outcome<WipedBytes> PcscConnection::answerOf(long result, std::size_t size, std::string_view call) {
    auto outcome = pcscOutcome(result, call);
    // A card pulled in the middle: the virtual reader says "success" with no bytes, others "not transacted".
    if ((outcome && size < 2) || (!outcome && outcome.error().is(problems::communication))) {
        return fail(cardIsGone() ? problems::removed : problems::communication, std::string(call));
    }
    if (!outcome) {
        return fail(std::move(outcome.error()));
    }
    const auto answer = std::span(received_).first(size);
    WipedBytes copy(answer.begin(), answer.end());
    wipe(answer);
    return copy;
}

bool PcscConnection::cardIsGone() const {
    ReaderEvent event{reader_, SCARD_STATE_PRESENT, 0};
    std::optional<unsigned long> counter; // upper half: grows with each insertion and removal
    const auto deadline = std::chrono::steady_clock::now() + removalNotice;
    for (auto now = std::chrono::steady_clock::now(); now < deadline; now = std::chrono::steady_clock::now()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - now);
        const auto changed = context_->waitForChange({&event, 1}, left);
        if (!changed) {
            return changed.error().is(problems::noReader);
        }
        if ((event.seen & SCARD_STATE_PRESENT) == 0 || counter.value_or(event.seen >> 16) != event.seen >> 16) {
            return true;
        }
        counter = event.seen >> 16;
        event.known = event.seen & ~static_cast<unsigned long>(SCARD_STATE_CHANGED);
    }
    return false;
}

} // namespace kmixr::card
