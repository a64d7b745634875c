// openapi.yaml against the running server: what is written is answered, and what is answered is written.
#include "app/gateway/server/store/database.h"
#include "tests/app_gateway/world/talk.h"

#include <catch2/catch_test_macros.hpp>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <csignal>
#include <set>
#include <sstream>

namespace kmixr::test {

namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

/// Follows "$ref".
YAML::Node resolved(const YAML::Node& document, const YAML::Node& node) {
    if (!node.IsMap() || !node["$ref"]) {
        return node;
    }
    YAML::Node at = YAML::Clone(document);
    std::string path = node["$ref"].as<std::string>();
    REQUIRE(path.starts_with("#/"));
    path.erase(0, 2);
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        at.reset(at[path.substr(0, slash)]);
        REQUIRE(at.IsDefined());
        path.erase(0, slash == std::string::npos ? path.size() : slash + 1);
    }
    return at;
}

/// One line for each way a value departs from its schema (the part of JSON Schema that the document uses).
void check(const YAML::Node& document, const YAML::Node& schemaNode, const Json& value, const std::string& place,
           std::vector<std::string>& wrong) {
    const YAML::Node schema = resolved(document, schemaNode);
    const auto type = schema["type"] ? schema["type"].as<std::string>() : "";
    const bool fits = type.empty() || (type == "object" && value.is_object()) ||
                      (type == "string" && value.is_string()) || (type == "integer" && value.is_number_integer());
    if (!fits) {
        wrong.push_back(place + " is no " + type);
        return;
    }
    if (schema["enum"]) {
        bool known = false;
        for (const auto& word : schema["enum"]) {
            known = known || (value.is_string() && word.as<std::string>() == value.get<std::string>());
        }
        if (!known) {
            wrong.push_back(place + " is an unknown word");
        }
    }
    if (schema["format"] && schema["format"].as<std::string>() == "date-time" &&
        !parseRfc3339(value.get<std::string>())) {
        wrong.push_back(place + " is no time");
    }
    if (schema["format"] && schema["format"].as<std::string>() == "date" && !parseIsoDay(value.get<std::string>())) {
        wrong.push_back(place + " is no date");
    }
    for (const auto& name : schema["required"]) {
        if (!value.contains(name.as<std::string>())) {
            wrong.push_back(place + "." + name.as<std::string>() + " is missing");
        }
    }
    if (!value.is_object()) {
        return;
    }
    for (const auto& [name, member] : value.items()) {
        if (schema["properties"] && schema["properties"][name]) {
            check(document, schema["properties"][name], member, place + "." + name, wrong);
        } else if (!schema["additionalProperties"]) {
            wrong.push_back(place + "." + name + " is not described");
        }
    }
}

/// "POST /v1/views 409 patient-card-lost", "GET /v1/policy 200 -".
using Answers = std::set<std::string>;

std::string lineOf(const std::string& method, const std::string& path, int status, const std::string& problem) {
    return method + " " + path + " " + std::to_string(status) + " " + (problem.empty() ? "-" : problem);
}

Answers described(const YAML::Node& document) {
    Answers lines;
    for (const auto& path : document["paths"]) {
        for (const auto& operation : path.second) {
            std::string method = operation.first.as<std::string>();
            if (method == "parameters") {
                continue;
            }
            method = upper(method);
            for (const auto& each : operation.second["responses"]) {
                const YAML::Node response = resolved(document, each.second);
                const int status = each.first.as<int>();
                if (status < 400) {
                    lines.insert(lineOf(method, path.first.as<std::string>(), status, ""));
                }
                CHECK((status < 400 || response["x-problems"].size() > 0));
                for (const auto& problem : response["x-problems"]) {
                    lines.insert(lineOf(method, path.first.as<std::string>(), status, problem.as<std::string>()));
                }
            }
        }
    }
    return lines;
}

/// Asks, notes what was answered, and holds every body against the description.
class Examiner {
public:
    explicit Examiner(const YAML::Node& document) : document_(YAML::Clone(document)) {}

    CurlAnswer ask(const std::string& route, CurlRequest request) {
        const CurlAnswer answer = curl(talk.world, talk.gateway->port(), request);
        INFO(request.method << ' ' << route << " -> " << answer.status << ' ' << answer.problem() << ", curl "
                            << answer.exit);
        REQUIRE(answer.status != 0);
        answered.insert(lineOf(request.method, route, answer.status, answer.problem()));
        const std::string verb = lower(request.method);
        const YAML::Node response =
            resolved(document_, document_["paths"][route][verb]["responses"][std::to_string(answer.status)]);
        REQUIRE(response.IsDefined());
        if (!response["content"]) {
            CHECK(answer.body.empty());
            return answer;
        }
        const auto type = answer.headers.at("content-type");
        REQUIRE(response["content"][type]);
        const YAML::Node schema = response["content"][type]["schema"];
        std::vector<std::string> wrong;
        if (type == "application/x-ndjson") {
            std::istringstream lines(answer.body);
            for (std::string line; std::getline(lines, line);) {
                check(document_, schema, Json::parse(line), "line", wrong);
            }
        } else {
            check(document_, schema, answer.json(), "body", wrong);
        }
        CHECK(wrong == std::vector<std::string>());
        return answer;
    }

    Talk talk;
    Answers answered;

private:
    YAML::Node document_;
};

std::string text(const protocol::SignInRequest& request) {
    return protocol::toJson(request).dump();
}

std::vector<std::string> tooLarge(const GatewayWorld& world) {
    world.write("large.json", std::string(100'000, ' '));
    return {"--header", "Content-Type: application/json", "--data-binary", "@" + world.file("large.json").string()};
}

const std::vector<std::string> reusedKey{"--header", "Idempotency-Key: reused"};

/// Every way to sign in and not to; the token of the one that worked.
std::string walkSignIn(Examiner& examiner) {
    const std::string challenges = "/v1/sign-in-challenges";
    const std::string sessions = "/v1/sessions";
    const GatewayWorld& world = examiner.talk.world;
    const auto fresh = [&](const Identity& card) {
        return GatewayWorld::answer(examiner.talk.challenge(), card, world.device);
    };
    const auto post = [&](const std::string& path, const std::string& body,
                          const std::string& certificate = "ca/device", const std::vector<std::string>& options = {}) {
        return examiner.ask(
            path, {.method = "POST", .path = path, .body = body, .certificate = certificate, .options = options});
    };
    for (const char* certificate : {"ca/revoked", "ca/unregistered"}) {
        post(challenges, "{}", certificate);
        post(sessions, "{}", certificate);
    }
    post(challenges, "{}", "ca/device", reusedKey);
    post(challenges, "[]", "ca/device", reusedKey);

    post(sessions, "{");
    post(sessions, "", "ca/device", tooLarge(world));
    protocol::SignInRequest request = fresh(world.renshu);
    post(sessions, text(request));
    post(sessions, text(request), "ca/device", reusedKey);
    post(sessions, text(fresh(world.renshu)), "ca/device", reusedKey);
    request = fresh(world.renshu);
    request.account = protocol::Account{"renshu", "wrong"};
    post(sessions, text(request));
    request = fresh(world.renshu);
    request.signature = fresh(world.renshu).signature;
    post(sessions, text(request));
    for (const Identity* card : {&world.forged, &world.visitor, &world.kamei}) {
        post(sessions, text(fresh(*card)));
    }
    for (int i = 0; i < 11; ++i) {
        request = fresh(world.shiyou);
        request.account = protocol::Account{"shiyou", "wrong"};
        post(sessions, text(request));
    }
    for (int i = 0; i < 33; ++i) {
        post(challenges, "{}", "ca/second");
    }
    request = fresh(world.renshu);
    request.account = protocol::Account{"renshu", world.password};
    return jsonStringOr(post(sessions, text(request)).json(), "session_token");
}

void walkViews(Examiner& examiner, const std::string& doctor, const std::string& staff) {
    const std::string views = "/v1/views";
    const GatewayWorld& world = examiner.talk.world;
    const auto post = [&](const Json& body, const std::string& session, const std::vector<std::string>& options = {}) {
        return examiner.ask(
            views, {.method = "POST", .path = views, .body = body.dump(), .session = session, .options = options});
    };
    for (const auto* token : {&world.unknown, &world.lost, &world.replaced, &world.withdrawn}) {
        post(viewOf(*token), doctor);
    }
    const std::string challenges = "/v1/view-challenges";
    const auto challenge = [&](const std::string& session, const std::vector<std::string>& options = {},
                               const std::string& body = "{}") {
        return examiner.ask(
            challenges, {.method = "POST", .path = challenges, .body = body, .session = session, .options = options});
    };
    const auto fresh = [&] { return protocol::readChallenge(challenge(doctor).json()).value(); };
    challenge(staff);
    challenge({});
    challenge(doctor, reusedKey);
    challenge(doctor, reusedKey, "[]");
    const auto agreed = GatewayWorld::agree(fresh(), world.myNumber, world.device, doctor);
    post(viewOf(agreed), doctor);
    post(viewOf(agreed), doctor); // used
    for (const Identity* card : {&world.myNumberUnlinked, &world.myNumberRevoked, &world.myNumberForged,
                                 &world.myNumberExpired, &world.myNumberWithdrawn}) {
        post(viewOf(GatewayWorld::agree(fresh(), *card, world.device, doctor)), doctor);
    }
    post(viewOf(GatewayWorld::agree(fresh(), world.myNumber, world.secondDevice, doctor)), doctor); // signature
    auto unknown = agreed;
    unknown.challengeId = "made-up";
    post(viewOf(unknown), doctor);
    const std::string later = examiner.talk.signIn(world.renshu, "renshu");
    post(viewOf(GatewayWorld::agree(fresh(), world.myNumber, world.device, later)), later); // another sign-in's
    for (int i = 0; i < 33; ++i) {
        challenge(later);
    }
    post(viewOf(world.live), staff);
    post(viewOf(world.live), {});
    post(Json::object(), doctor);
    post(viewOf(world.live), doctor, reusedKey);
    post(viewOf(world.longHistory), doctor, reusedKey);
    examiner.ask(views, {.method = "POST", .path = views, .session = doctor, .options = tooLarge(world)});
    const std::string id = jsonStringOr(post(viewOf(world.longHistory), doctor).json(), "view_id");

    const std::string receipts = "/v1/views/{id}/receipts";
    const std::string path = "/v1/views/" + id + "/receipts";
    examiner.ask(receipts, {.path = path, .session = doctor});
    examiner.ask(receipts, {.path = path + "?since=x", .session = doctor});
    examiner.ask(receipts, {.path = path});
    examiner.ask(receipts, {.path = "/v1/views/none/receipts", .session = doctor});
    auto database = server::Database::open(world.file("gateway.db"), world.file("gateway.dbkey"));
    REQUIRE(database);
    REQUIRE(database->run("UPDATE views SET expires_at = '2025-01-01T00:00:00.000Z' WHERE view_id = ?", id));
    examiner.ask(receipts, {.path = path, .session = doctor});
}

/// Laptops and doctors that were struck off.
void walkRefusals(Examiner& examiner, const std::string& suspendedSession) {
    const auto each = [&](const std::string& session, const std::string& certificate) {
        examiner.ask("/v1/policy", {.path = "/v1/policy", .session = session, .certificate = certificate});
        examiner.ask("/v1/view-challenges", {.method = "POST",
                                             .path = "/v1/view-challenges",
                                             .body = "{}",
                                             .session = session,
                                             .certificate = certificate});
        examiner.ask(
            "/v1/views",
            {.method = "POST", .path = "/v1/views", .body = "{}", .session = session, .certificate = certificate});
        examiner.ask("/v1/views/{id}/receipts",
                     {.path = "/v1/views/x/receipts", .session = session, .certificate = certificate});
        examiner.ask(
            "/v1/sessions/current",
            {.method = "DELETE", .path = "/v1/sessions/current", .session = session, .certificate = certificate});
    };
    each({}, "ca/revoked");
    each({}, "ca/unregistered");
    each(suspendedSession, "ca/device");
}

YAML::Node openapi() {
    return YAML::LoadFile(KMIXR_SOURCE_DIR "/app/gateway/openapi.yaml");
}

} // namespace

TEST_CASE("the interface is as it is written, and nothing else") {
    const YAML::Node document = openapi();
    CHECK(document["openapi"].as<std::string>() == "3.1.0");
    Examiner examiner(document);
    GatewayWorld& world = examiner.talk.world;
    const std::string staff = examiner.talk.signIn(world.shiyou, "shiyou");
    const std::string suspended = examiner.talk.signIn(world.mihon, "mihon");
    const std::string doctor = walkSignIn(examiner);
    walkViews(examiner, doctor, staff);

    world.registry["doctors"][1]["state"] = "suspended";
    world.writeRegistry();
    examiner.talk.gateway->signal(SIGHUP);
    REQUIRE(examiner.talk.gateway->logSays("reloaded"));
    walkRefusals(examiner, suspended);
    for (int i = 0; i < 2; ++i) {
        examiner.ask("/v1/sessions/current", {.method = "DELETE", .path = "/v1/sessions/current", .session = doctor});
    }
    CHECK(examiner.answered == described(document));
}

TEST_CASE("a path answers the methods that are written, and says which") {
    const Talk talk;
    for (const auto& path : openapi()["paths"]) {
        std::string url = path.first.as<std::string>();
        if (const auto id = url.find("{id}"); id != std::string::npos) {
            url.replace(id, 4, "x");
        }
        for (const char* verb : {"get", "post", "put", "delete", "patch", "options"}) {
            if (path.second[verb]) {
                continue;
            }
            std::string method = upper(verb);
            const CurlAnswer answer = curl(talk.world, talk.gateway->port(), {.method = method, .path = url});
            INFO(method << ' ' << url);
            CHECK(answer.status == 405);
            CHECK(path.second[lower(answer.headers.at("allow"))].IsDefined());
        }
    }
}

} // namespace kmixr::test
