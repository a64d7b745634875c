#include "app/gateway/server/http/http_text.h"

#include "core/common/bytes.h"

#include <array>
#include <cstdio>
#include <optional>

namespace kmixr::server {

namespace {

std::optional<std::string> percentDecoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += text[at];
            continue;
        }
        const auto byte = fromHex(text.substr(at + 1, 2));
        if (!byte || byte->size() != 1) {
            return std::nullopt;
        }
        decoded += static_cast<char>(byte->front());
        at += 2;
    }
    return decoded;
}

} // namespace

std::map<std::string, std::string> parseQuery(std::string_view query) {
    std::map<std::string, std::string> fields;
    while (!query.empty()) {
        const std::size_t ampersand = query.find('&');
        const std::string_view pair = query.substr(0, ampersand);
        query.remove_prefix(ampersand == std::string_view::npos ? query.size() : ampersand + 1);
        const std::size_t equals = pair.find('=');
        auto value = percentDecoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1));
        if (value) {
            fields[std::string(pair.substr(0, equals))] = std::move(*value);
        }
    }
    return fields;
}

std::string httpDate(Instant instant) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{midnight};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - midnight)};
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                                     days[std::chrono::weekday{midnight}.c_encoding()], unsigned(date.day()),
                                     months[unsigned(date.month()) - 1], int(date.year()), int(time.hours().count()),
                                     int(time.minutes().count()), int(time.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string bearerToken(std::string_view authorization) {
    constexpr std::string_view scheme = "Bearer ";
    return authorization.starts_with(scheme) ? std::string(authorization.substr(scheme.size())) : std::string();
}

} // namespace kmixr::server
