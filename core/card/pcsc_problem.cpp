#include "core/card/pcsc_problem.h"

#include "core/card/problems.h"

#include <winscard.h>

#include <array>
#include <cstdio>

namespace kmixr::card {
namespace {

ProblemCode codeOf(LONG result) {
    switch (result) {
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_F_COMM_ERROR:     // the daemon died during the call
    case SCARD_E_INVALID_HANDLE: // the handle is from before its restart
    case SCARD_E_SERVER_TOO_BUSY:
        return problems::serviceStopped;
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
        return problems::noReader;
    case SCARD_E_NO_SMARTCARD:
        return problems::noCard;
    case SCARD_W_REMOVED_CARD:
        return problems::removed;
    case SCARD_W_RESET_CARD:
        return problems::reset;
    case SCARD_E_SHARING_VIOLATION:
        return problems::heldByOther;
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_W_UNRESPONSIVE_CARD: // mute, or put in the wrong way round
    case SCARD_E_CARD_UNSUPPORTED:
        return problems::unknownCard;
    default: // among them SCARD_E_NOT_TRANSACTED: a removal the daemon has not noticed yet
        return problems::communication;
    }
}

} // namespace

Outcome<void> pcscOutcome(long result, std::string_view call) {
    if (result == SCARD_S_SUCCESS) {
        return {};
    }
    std::array<char, 12> hex{};
    static_cast<void>(
        std::snprintf(hex.data(), hex.size(), "%08lX", static_cast<unsigned long>(result) & 0xFFFFFFFFUL));
    return fail(codeOf(result), std::string(call) + ": " + hex.data());
}

} // namespace kmixr::card
