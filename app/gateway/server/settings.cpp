#include "app/gateway/server/settings.h"

#include "app/gateway/server/files.h"
#include "app/gateway/server/problems.h"

#include <array>
#include <charconv>

namespace kmixr::server {

namespace {

/// "127.0.0.1:8443", "[::1]:0".
Outcome<void> readListen(const std::string& text, Settings& settings) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) {
        return fail(problems::settings, "listen");
    }
    settings.host = text.substr(0, colon);
    if (settings.host.size() > 2 && settings.host.front() == '[' && settings.host.back() == ']') {
        settings.host = settings.host.substr(1, settings.host.size() - 2);
    }
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data() + colon + 1, last, settings.port);
    if (error != std::errc{} || end != last) {
        return fail(problems::settings, "listen");
    }
    return {};
}

Outcome<void> readPaths(const Json& json, const std::filesystem::path& folder, Settings& settings) {
    const std::array<std::pair<const char*, std::filesystem::path*>, 8> paths{
        {{"ca_file", &settings.caFile},
         {"certificate_file", &settings.certificateFile},
         {"key_file", &settings.keyFile},
         {"card_ca_file", &settings.cardCaFile},
         {"database_file", &settings.databaseFile},
         {"database_key_file", &settings.databaseKeyFile},
         {"registry_file", &settings.registryFile},
         {"receipts_folder", &settings.receiptsFolder}}};
    for (const auto& [name, path] : paths) {
        const auto text = jsonString(json, name);
        if (!text || text->empty()) {
            return fail(problems::settings, name);
        }
        *path = folder / *text; // an absolute path replaces the folder
    }
    if (json.contains("my_number_ca_file")) {
        const auto text = jsonString(json, "my_number_ca_file");
        if (!text || text->empty()) {
            return fail(problems::settings, "my_number_ca_file");
        }
        settings.myNumberCaFile = folder / *text;
    }
    return {};
}

Outcome<std::int64_t> positive(const Json& json, const char* name, std::int64_t fallback) {
    if (!json.contains(name)) {
        return fallback;
    }
    const auto value = jsonInteger(json, name);
    if (!value || *value < 1 || *value > 100'000'000) {
        return fail(problems::settings, name);
    }
    return *value;
}

Outcome<void> readLimits(const Json& json, Limits& limits) {
    for (const auto& [name, time] : {std::pair{"handshake_ms", &limits.handshake}, std::pair{"idle_ms", &limits.idle},
                                     std::pair{"message_ms", &limits.message}}) {
        const auto value = positive(json, name, time->count());
        if (!value) {
            return fail(value.error());
        }
        *time = std::chrono::milliseconds(*value);
    }
    for (const auto& [name, size] :
         {std::pair{"connections", &limits.connections}, std::pair{"header_bytes", &limits.header},
          std::pair{"body_bytes", &limits.body}}) {
        const auto value = positive(json, name, static_cast<std::int64_t>(*size));
        if (!value) {
            return fail(value.error());
        }
        *size = static_cast<std::size_t>(*value);
    }
    return {};
}

Outcome<void> readDelay(const Json& json, Settings& settings) {
    for (const auto& [label, value] : json.items()) {
        if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() > 600'000) {
            return fail(problems::settings, "delay");
        }
        settings.delay[label] = std::chrono::milliseconds(value.get<std::int64_t>());
    }
    return {};
}

} // namespace

Outcome<Settings> readSettings(const std::filesystem::path& file) {
    const auto text = readFile(file, 1U << 20U);
    if (!text) {
        return fail(text.error());
    }
    const auto json = parseJson(*text);
    if (!json || !json->is_object()) {
        return fail(problems::settings, "not a JSON object");
    }
    Settings settings;
    const auto listen = jsonString(*json, "listen");
    if (!listen) {
        return fail(problems::settings, "listen");
    }
    const Json none = Json::object();
    const auto limits = json->find("limits");
    const auto delay = json->find("delay");
    const auto folder = std::filesystem::absolute(file).parent_path();
    Outcome<void> read = readListen(*listen, settings);
    read = read ? readPaths(*json, folder, settings) : read;
    read = read ? readLimits(limits == json->end() ? none : *limits, settings.limits) : read;
    read = read ? readDelay(delay == json->end() ? none : *delay, settings) : read;
    if (!read) {
        return fail(read.error());
    }
    return settings;
}

} // namespace kmixr::server
