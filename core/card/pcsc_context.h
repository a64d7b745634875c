// One PC/SC context: the program's own line to the smart-card service, closed with its scope.
#pragma once

#include "core/common/outcome.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kmixr::card {

/// What was known of a reader, and what it shows now (PC/SC's dwCurrentState and dwEventState).
struct ReaderEvent {
    std::string reader;
    unsigned long known = 0;
    unsigned long seen = 0;
};

/// Thread: one at a time, but for cancel().
class PcscContext {
public:
    static Outcome<PcscContext> establish();
    PcscContext(PcscContext&& other) noexcept;
    PcscContext& operator=(PcscContext&& other) noexcept;
    PcscContext(const PcscContext&) = delete;
    PcscContext& operator=(const PcscContext&) = delete;
    ~PcscContext();

    [[nodiscard]] long handle() const { return handle_; }
    /// Names of all readers; empty when there are none.
    [[nodiscard]] Outcome<std::vector<std::string>> readers() const;
    /// Waits until one of the readers differs from what is known of it, then fills `seen`. Returns false when the time
    /// is over or cancel() was called; `seen` is filled then too where the service told it.
    Outcome<bool> waitForChange(std::span<ReaderEvent> events, std::chrono::milliseconds timeout) const;
    /// Wakes waitForChange() of another thread, if it has begun.
    void cancel() const;

private:
    explicit PcscContext(long handle) : handle_(handle), open_(true) {}
    void release();

    long handle_ = 0;
    bool open_ = false;
};

/// The name under which PC/SC reports readers coming and going.
inline constexpr const char* pnpReader = "\\\\?PnP?\\Notification";

} // namespace kmixr::card
