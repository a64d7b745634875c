#include "core/card/pcsc_context.h"

#include "core/card/pcsc_problem.h"
#include "core/card/problems.h"

#include <winscard.h>

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kmixr::card {

static_assert(std::is_same_v<SCARDCONTEXT, long>);

Outcome<PcscContext> PcscContext::establish() {
    SCARDCONTEXT handle = 0;
    return pcscOutcome(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle), "SCardEstablishContext")
        .map([&] { return PcscContext(handle); });
}

PcscContext::PcscContext(PcscContext&& other) noexcept
    : handle_(other.handle_), open_(std::exchange(other.open_, false)) {}

PcscContext& PcscContext::operator=(PcscContext&& other) noexcept {
    if (this != &other) {
        release();
        handle_ = other.handle_;
        open_ = std::exchange(other.open_, false);
    }
    return *this;
}

PcscContext::~PcscContext() {
    release();
}

void PcscContext::release() {
    if (std::exchange(open_, false)) {
        SCardReleaseContext(handle_); // fails after a restart of the service; there is nothing left to release then
    }
}

Outcome<std::vector<std::string>> PcscContext::readers() const {
    std::string names(4096, '\0');
    auto size = static_cast<DWORD>(names.size());
    LONG result = SCardListReaders(handle_, nullptr, names.data(), &size);
    if (result == SCARD_E_INSUFFICIENT_BUFFER) {
        constexpr DWORD mostNames = 1U << 20;
        names.resize(std::min(size, mostNames));
        size = static_cast<DWORD>(names.size());
        result = SCardListReaders(handle_, nullptr, names.data(), &size);
    }
    if (result == SCARD_E_NO_READERS_AVAILABLE) {
        return std::vector<std::string>{};
    }
    if (auto outcome = pcscOutcome(result, "SCardListReaders"); !outcome) {
        return fail(std::move(outcome.error()));
    }
    std::vector<std::string> list;
    std::string_view rest(names.data(), std::min<std::size_t>(size, names.size()));
    while (!rest.empty() && rest.front() != '\0') {
        const auto end = std::min(rest.find('\0'), rest.size());
        list.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return list;
}

Outcome<bool> PcscContext::waitForChange(std::span<ReaderEvent> events, std::chrono::milliseconds timeout) const {
    std::vector<SCARD_READERSTATE> states(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        states[i].szReader = events[i].reader.c_str();
        states[i].dwCurrentState = events[i].known;
    }
    const LONG result = SCardGetStatusChange(handle_, static_cast<DWORD>(std::max<std::int64_t>(timeout.count(), 0)),
                                             states.data(), static_cast<DWORD>(states.size()));
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].seen = states[i].dwEventState;
    }
    if (result == SCARD_E_TIMEOUT || result == SCARD_E_CANCELLED) {
        return false;
    }
    return pcscOutcome(result, "SCardGetStatusChange").map([] { return true; });
}

void PcscContext::cancel() const {
    SCardCancel(handle_);
}

} // namespace kmixr::card
