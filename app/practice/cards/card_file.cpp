#include "app/practice/cards/card_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace kmixr::practice {
namespace {

constexpr std::size_t largestCardFile = 256 * 1024;

Outcome<CardFile> fromJson(const Json& object) {
    CardFile card;
    for (const auto& [name, target] : {std::pair{"profile", &card.profile}, std::pair{"key", &card.keyPem},
                                       std::pair{"certificate", &card.certificatePem}, std::pair{"pin", &card.pin}}) {
        auto text = jsonString(object, name);
        if (!text) {
            return fail(std::move(text.error()));
        }
        *target = std::move(*text);
    }
    constexpr std::array profiles{"hpki", "hpki-directory", "jpki", "piv", "pkcs15"};
    if (std::ranges::find(profiles, card.profile) == profiles.end()) {
        return fail(problems::cardFile, "profile is not one we know");
    }
    card.vaultKeyPem = jsonStringOr(object, "vault_key");
    card.vaultCertificatePem = jsonStringOr(object, "vault_certificate");
    card.compressedCertificates = jsonBoolOr(object, "compressed");
    card.triesMax = static_cast<int>(jsonIntegerOr(object, "tries_max", 5));
    card.triesLeft = static_cast<int>(jsonIntegerOr(object, "tries_left", card.triesMax));
    constexpr int mostTries = 15; // what 63Cx can say
    if (card.triesMax < 1 || card.triesMax > mostTries || card.triesLeft < 0 || card.triesLeft > card.triesMax) {
        return fail(problems::cardFile, "tries");
    }
    if (object.contains("dialects")) {
        const auto dialects = jsonStrings(object, "dialects");
        if (!dialects) {
            return fail(dialects.error());
        }
        const auto speaks = [&](std::string_view name) {
            return std::ranges::find(*dialects, name) != dialects->end();
        };
        card.hostPads = speaks("host-pads");
        card.cardPads = speaks("card-pads");
    }
    if (object.contains("faults")) {
        auto faults = jsonObject(object, "faults").and_then(faultsFromJson);
        if (!faults) {
            return fail(std::move(faults.error()));
        }
        card.faults = *faults;
    }
    return card;
}

Json toJson(const CardFile& card) {
    Json dialects = Json::array();
    if (card.hostPads) {
        dialects.push_back("host-pads");
    }
    if (card.cardPads) {
        dialects.push_back("card-pads");
    }
    Json object{{"profile", card.profile},
                {"key", card.keyPem},
                {"certificate", card.certificatePem},
                {"pin", card.pin},
                {"tries_left", card.triesLeft},
                {"tries_max", card.triesMax},
                {"dialects", std::move(dialects)},
                {"faults", faultsToJson(card.faults)}};
    if (!card.vaultKeyPem.empty()) {
        object["vault_key"] = card.vaultKeyPem;
        object["vault_certificate"] = card.vaultCertificatePem;
    }
    if (card.compressedCertificates) {
        object["compressed"] = true;
    }
    return object;
}

} // namespace

CardFile makeHpkiCard(std::string keyPem, std::string certificatePem, std::string pin, int tries) {
    return makeCard("hpki", std::move(keyPem), std::move(certificatePem), std::move(pin), tries);
}

CardFile makeCard(std::string profile, std::string keyPem, std::string certificatePem, std::string pin, int tries) {
    CardFile card;
    card.profile = std::move(profile);
    card.keyPem = std::move(keyPem);
    card.certificatePem = std::move(certificatePem);
    card.pin = std::move(pin);
    card.triesLeft = card.triesMax = tries;
    return card;
}

Outcome<CardFile> readCardFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(problems::cardFile, "cannot read " + file.filename().string());
    }
    std::string text(largestCardFile + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largestCardFile) {
        return fail(problems::cardFile, file.filename().string() + " is too large");
    }
    return parseJson(text).and_then(fromJson);
}

Outcome<void> writeCardFile(const std::filesystem::path& file, const CardFile& card) {
    auto fresh = file;
    fresh += ".new";
    {
        const auto mask = ::umask(0077);
        std::ofstream stream(fresh, std::ios::binary | std::ios::trunc);
        ::umask(mask);
        stream << toJson(card).dump(2) << '\n';
        stream.flush();
        if (!stream) {
            return fail(problems::cardFile, "cannot write " + file.filename().string());
        }
    }
    std::error_code error;
    std::filesystem::rename(fresh, file, error);
    if (error) {
        return fail(problems::cardFile, "cannot replace " + file.filename().string() + ": " + error.message());
    }
    return {};
}

} // namespace kmixr::practice
