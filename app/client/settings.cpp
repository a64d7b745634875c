#include "app/client/settings.h"

#include "core/common/json.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace kmixr::client {

namespace {

constexpr std::size_t secretSize = 32;

Outcome<std::string> textFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(problems::settingsMissing, file.filename().string());
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

Outcome<Settings> Settings::read(const std::filesystem::path& file) {
    const auto text = textFile(file);
    if (!text) {
        return fail(text.error());
    }
    const auto json = parseJson(*text);
    if (!json) {
        return fail(problems::settingsUnreadable, json.error().detail);
    }
    Settings settings;
    const auto folder = std::filesystem::absolute(file).parent_path();
    std::string missing;
    const auto word = [&](const char* name) {
        auto value = jsonString(*json, name);
        if (!value && missing.empty()) {
            missing = name;
        }
        return value.value_or(std::string{});
    };
    const auto path = [&](const char* name) { return (folder / word(name)).lexically_normal(); };

    settings.gateway.address = QUrl(QString::fromStdString(word("gateway")));
    settings.gateway.caFile = QString::fromStdString(path("ca_file").string());
    settings.gateway.deviceCertificateFile = QString::fromStdString(path("device_certificate_file").string());
    settings.gateway.deviceKeyFile = QString::fromStdString(path("device_key_file").string());
    settings.dataFolder = path("data_folder");
    settings.mastersFile = path("masters_file");
    settings.rulesFolder = path("rules_folder");
    if (json->contains("trusted_keys_file")) {
        settings.trustedKeysFile = path("trusted_keys_file");
    }
    settings.practice = jsonBoolOr(*json, "practice");
    settings.pinPad = jsonBoolOr(*json, "pin_pad", true);
    settings.institutionName = QString::fromStdString(jsonStringOr(*json, "institution_name"));
    settings.terminalName = QString::fromStdString(jsonStringOr(*json, "terminal_name"));
    if (!missing.empty()) {
        return fail(problems::settingsUnreadable, missing);
    }
    if (!settings.gateway.address.isValid() || settings.gateway.address.scheme() != QLatin1String("https") ||
        settings.gateway.address.host().isEmpty()) {
        return fail(problems::settingsUnreadable, "gateway");
    }
    return settings;
}

TrustedKeys trustedKeys(const Settings& settings, std::optional<Problem>& trouble) {
    if (settings.trustedKeysFile.empty()) {
        return {};
    }
    auto keys = TrustedKeys::open(settings.trustedKeysFile);
    if (!keys) {
        trouble = keys.error();
        return {};
    }
    return std::move(*keys);
}

Outcome<SecretBytes> deviceSecret(const std::filesystem::path& dataFolder) {
    std::error_code error;
    std::filesystem::create_directories(dataFolder, error);
    if (error || ::chmod(dataFolder.c_str(), S_IRWXU) != 0) {
        return fail(problems::dataFolder, error.message());
    }
    const auto file = dataFolder / "device.secret";
    SecretBytes secret(secretSize);
    if (const int existing = ::open(file.c_str(), O_RDONLY | O_CLOEXEC); existing >= 0) {
        const auto got = ::read(existing, secret.bytes().data(), secretSize);
        ::close(existing);
        if (got == static_cast<ssize_t>(secretSize)) {
            return secret;
        }
        // Cut short or unreadable, it opens no vault any more: as when it was lost, a new one is made and what was
        // kept is fetched again.
    }
    secret = SecretBytes::random(secretSize);
    // Written beside and renamed: a power cut leaves either no secret or a whole one.
    const auto fresh = dataFolder / "device.secret.new";
    const int made = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) {
        return fail(problems::dataFolder, "device secret cannot be written");
    }
    const bool written =
        ::write(made, secret.bytes().data(), secretSize) == static_cast<ssize_t>(secretSize) && ::fsync(made) == 0;
    ::close(made);
    if (!written || ::rename(fresh.c_str(), file.c_str()) != 0) {
        return fail(problems::dataFolder, "device secret cannot be written");
    }
    return secret;
}

} // namespace kmixr::client
