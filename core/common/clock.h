// Time is handed in: whoever asks "when" takes a Clock, so that a test can say what time it is.
#pragma once

#include "core/common/dates.h"

#include <chrono>

namespace kmixr {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>; ///< UTC

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// Today's date in Japan (UTC+9, no summer time).
    [[nodiscard]] Day today() const;
};

/// The machine's clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until it is moved. Thread: one.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant instant) : instant_(instant) {}
    [[nodiscard]] Instant now() const override { return instant_; }
    void advance(std::chrono::milliseconds by) { instant_ += by; }

private:
    Instant instant_;
};

/// RFC 3339 in UTC with milliseconds, as the gateway's messages carry it: 2025-10-08T00:00:00.000Z.
std::string toRfc3339(Instant instant);
/// Accepts Z or an offset, with or without fractions of a second; nullopt for anything else.
std::optional<Instant> parseRfc3339(std::string_view text);
/// The date in Japan at that instant.
Day dayInJapan(Instant instant);
/// "10:11", the wall clock in Japan.
std::string clockTimeInJapan(Instant instant);

} // namespace kmixr
