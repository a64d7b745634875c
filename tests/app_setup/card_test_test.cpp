// The program from outside: what it says of each kind of card, and what it never does with a PIN.
#include "core/common/json.h"
#include "tests/core_card/card_table.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace kmixr;
using namespace kmixr::testing;

namespace {

struct Said {
    std::string text;
    int status = 0;
    [[nodiscard]] Json json() const { return parseJson(text).value_or(Json::object()); }
};

/// `feed`: what the shell does before.
Said runFed(const std::string& feed, const std::string& options) {
    FILE* pipe = ::popen((feed + KMIXR_BIN_DIR "/kmixr-setup card-test " + options + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Said said;
    std::array<char, 4096> part{};
    while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) {
        said.text.append(part.data(), got);
    }
    said.status = WEXITSTATUS(::pclose(pipe));
    return said;
}

Said run(const std::string& options, const std::string& pin = {}) {
    return runFed(pin.empty() ? "" : "printf '%s\\n' '" + pin + "' | ", options);
}

Json stepOf(const Json& json, const char* name) {
    for (const Json& step : json.at("steps")) {
        if (step.at("step") == name) {
            return step;
        }
    }
    return {};
}

practice::CardFile cardOf(const char* profile, KeyKind kind, const char* pin) {
    const auto key = privateKey(kind, 7);
    auto file = practice::makeCard(profile, key, certificatePem(key, {.roleExtension = doctorRoleHex}), pin);
    return file;
}

} // namespace

TEST_CASE("Each kind of card is told, with a verified signature, its means for the vault and the times") {
    auto& table = CardTable::get();
    struct Row {
        const char* profile;
        KeyKind kind;
        const char* pin;
        const char* vault;
    };
    for (const Row& row :
         {Row{"hpki", KeyKind::Rsa2048, "482913", "signature"}, Row{"hpki", KeyKind::P256, "482913", "none"},
          Row{"piv", KeyKind::Rsa2048, "482913", "signature"}, Row{"pkcs15", KeyKind::Rsa2048, "482913", "signature"},
          Row{"jpki", KeyKind::Rsa2048, "1950", "signature"}}) {
        INFO(row.profile);
        table.insert(cardOf(row.profile, row.kind, row.pin));
        const Said said = run("--json --pin-stdin", row.pin);
        INFO(said.text);
        CHECK(said.status == 0);
        const Json json = said.json();
        CHECK(json.at("good") == true);
        CHECK(json.at("card").at("role") == "Medical Doctor");
        CHECK(json.at("card").at("holder") == "試験 太郎");
        CHECK(json.at("vault") == row.vault);
        CHECK(json.at("tries").at("left") == 3);
        CHECK(stepOf(json, "signature").at("good") == true);
        CHECK(stepOf(json, "signature").at("ms") > 0.0);
        CHECK(json.at("commands") > 5);
        CHECK(said.text.find(row.pin) == std::string::npos);
        const bool patients = std::string_view(row.profile) == "jpki";
        CHECK(json.at("patients_card") == patients);
        CHECK((json.at("verdict").get<std::string>().find("nobody signs in") != std::string::npos) == patients);
    }
}

TEST_CASE("Without a PIN nothing is verified, and everything else is told") {
    auto& table = CardTable::get();
    table.insert(cardOf("hpki", KeyKind::Rsa2048, "482913"));
    const Said said = run("");
    INFO(said.text);
    CHECK(said.status == 0);
    CHECK(said.text.find("試験 太郎") != std::string::npos);
    CHECK(said.text.find("3 left") != std::string::npos);
    CHECK(said.text.find("setup.no-pin") != std::string::npos);
    CHECK(said.text.find("So far") != std::string::npos);
}

TEST_CASE("A wrong PIN costs one try and is said; the last try is never spent; a locked card is trouble") {
    auto& table = CardTable::get();
    table.insert(cardOf("hpki", KeyKind::Rsa2048, "482913"));
    for (const int left : {2, 1}) {
        const Said said = run("--json --pin-stdin", "000000");
        CHECK(said.status == 1);
        CHECK(stepOf(said.json(), "pin").at("problem") == "card.pin-wrong");
        CHECK(table.storedCard().triesLeft == left);
    }
    const Said last = run("--json --pin-stdin", "000000");
    CHECK(last.status == 1);
    CHECK(stepOf(last.json(), "pin").at("problem") == "setup.last-try");
    CHECK(table.storedCard().triesLeft == 1);
    auto locked = cardOf("hpki", KeyKind::Rsa2048, "482913");
    locked.triesLeft = 0;
    table.insert(locked);
    const Said blocked = run("--json");
    CHECK(blocked.status == 1);
    CHECK(blocked.json().at("verdict").get<std::string>().find("Japan Medical Association") != std::string::npos);
    CHECK(blocked.json().at("tries").at("blocked") == true);
}

TEST_CASE("An empty PIN, none at all, one too long, or one with letters where digits are wanted costs no try") {
    auto& table = CardTable::get();
    table.insert(cardOf("jpki", KeyKind::Rsa2048, "1950"));
    for (const char* feed :
         {"printf '\\n' | ", "printf '' | ", "printf '1950195019501950195019501950\\n' | ", "printf '19a0\\n' | "}) {
        CAPTURE(feed);
        const Said said = runFed(feed, "--pin-stdin");
        CHECK(said.status == 1);
        CHECK(said.text.find("it was not sent, no try is spent [card.pin-malformed") != std::string::npos);
        CHECK(said.text.find("not tested to the end") != std::string::npos);
        CHECK(table.storedCard().triesLeft == 3);
    }
}

TEST_CASE("Another program holds the card, or there is nothing to test: no card is blamed for it") {
    auto& table = CardTable::get();
    table.insert(cardOf("hpki", KeyKind::Rsa2048, "482913"));
    const std::string held =
        std::string(KMIXR_CARD_HOLDER " '") + practice::practiceReader + "' 2000 >&2 & sleep 0.5; ";
    const Said other = runFed(held, "");
    CHECK(other.status == 1);
    CHECK(other.text.find("another program keeps the card to itself") != std::string::npos);
    CHECK(other.text.find("No card was tested") != std::string::npos);
    std::this_thread::sleep_for(std::chrono::seconds(2)); // until it lets go
    table.remove();
    const Said none = run("");
    CHECK(none.text.find("no card is on the reader") != std::string::npos);
    CHECK(none.text.find("No card was tested") != std::string::npos);
}

TEST_CASE("No card, no such reader, an expired certificate, no service") {
    auto& table = CardTable::get();
    table.remove();
    CHECK(stepOf(run("--json").json(), "card").at("problem") == "card.no-card");
    CHECK(stepOf(run("--json --reader Nowhere").json(), "reader").at("problem") == "card.no-reader");
    auto expired = cardOf("hpki", KeyKind::Rsa2048, "482913");
    expired.certificatePem = certificatePem(expired.keyPem, {.firstDay = -20, .lastDay = -10});
    table.insert(expired);
    const Said said = run("--json");
    CHECK(said.status == 1);
    CHECK(stepOf(said.json(), "certificate").at("problem") == "card.certificate-expired");
    table.service().stop();
    CHECK(stepOf(run("--json").json(), "service").at("problem") == "card.service-stopped");
    REQUIRE(table.service().restart());
}
