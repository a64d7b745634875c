#include "core/common/clock.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace kmixr {

namespace {

constexpr std::chrono::hours japanOffset{9};

/// Reads exactly `count` digits at `position`; -1 when there are none.
int digitsAt(std::string_view text, std::size_t position, std::size_t count) {
    if (position + count > text.size()) {
        return -1;
    }
    int value = 0;
    for (const char c : text.substr(position, count)) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

Day Clock::today() const {
    return dayInJapan(now());
}

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string toRfc3339(Instant instant) {
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    const Day day{midnight};
    const std::chrono::hh_mm_ss time{instant - midnight};
    std::array<char, 40> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(day.year()),
                      unsigned(day.month()), unsigned(day.day()), int(time.hours().count()),
                      int(time.minutes().count()), int(time.seconds().count()), int(time.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<Instant> parseRfc3339(std::string_view text) {
    const auto day = parseIsoDay(text.substr(0, 10));
    if (!day || text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':' ||
        text[16] != ':') {
        return std::nullopt;
    }
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
        return std::nullopt;
    }
    std::size_t at = 19;
    int milliseconds = 0;
    if (text[at] == '.') {
        int scale = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            milliseconds += (text[at] - '0') * scale;
            scale /= 10;
        }
    }
    std::chrono::minutes offset{0};
    if (at < text.size() && (text[at] == 'Z' || text[at] == 'z')) {
        ++at;
    } else if (at + 6 <= text.size() && (text[at] == '+' || text[at] == '-') && text[at + 3] == ':') {
        const int hours = digitsAt(text, at + 1, 2);
        const int minutes = digitsAt(text, at + 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return std::nullopt;
        }
        offset = std::chrono::minutes(hours * 60 + minutes) * (text[at] == '-' ? -1 : 1);
        at += 6;
    } else {
        return std::nullopt;
    }
    if (at != text.size()) {
        return std::nullopt;
    }
    return Instant{std::chrono::sys_days{*day}} + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::milliseconds(milliseconds) - offset;
}

Day dayInJapan(Instant instant) {
    return Day{std::chrono::floor<std::chrono::days>(instant + japanOffset)};
}

std::string clockTimeInJapan(Instant instant) {
    const auto local = instant + japanOffset;
    const std::chrono::hh_mm_ss time{local - std::chrono::floor<std::chrono::days>(local)};
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", int(time.hours().count()), int(time.minutes().count()));
    return text.data();
}

} // namespace kmixr
