#include "tests/app_gateway/world/talk.h"

namespace kmixr::test {

Talk::Talk(const std::function<void(GatewayWorld&)>& prepare) {
    if (prepare) {
        prepare(world);
        world.writeRegistry();
        world.writeSettings();
    }
    gateway = std::make_unique<GatewayProcess>(world);
}

CurlAnswer Talk::post(const std::string& path, const Json& body, const std::string& session,
                      std::vector<std::string> options) const {
    return curl(
        world, gateway->port(),
        {.method = "POST", .path = path, .body = body.dump(), .session = session, .options = std::move(options)});
}

CurlAnswer Talk::get(const std::string& path, const std::string& session, std::vector<std::string> options) const {
    return curl(world, gateway->port(), {.path = path, .session = session, .options = std::move(options)});
}

CurlAnswer Talk::remove(const std::string& path, const std::string& session) const {
    return curl(world, gateway->port(), {.method = "DELETE", .path = path, .session = session});
}

protocol::Challenge Talk::challenge() const {
    return protocol::readChallenge(post("/v1/sign-in-challenges", Json::object()).json()).value();
}

protocol::Challenge Talk::viewChallenge(const std::string& session) const {
    return protocol::readChallenge(post("/v1/view-challenges", Json::object(), session).json()).value();
}

std::string Talk::signIn(const Identity& card, const std::string& account) const {
    return signInByCurl(world, gateway->port(), card, account, "ca/device", world.device);
}

Json viewOf(const qr::PatientCardToken& token) {
    return protocol::toJson(
        protocol::ViewRequest{protocol::ViewBasis::QrCard, token.text(), protocol::PresentedBy::Patient, {}, {}});
}

Json viewOf(const protocol::CardProof& proof) {
    return protocol::toJson(
        protocol::ViewRequest{protocol::ViewBasis::MyNumberCard, {}, protocol::PresentedBy::Patient, {}, {}, proof});
}

CurlAnswer Talk::openView(const qr::PatientCardToken& token, const std::string& session) const {
    return post("/v1/views", viewOf(token), session);
}

std::string Talk::receiptsOf(const qr::PatientCardToken& token, const std::string& session) const {
    return "/v1/views/" + jsonStringOr(openView(token, session).json(), "view_id") + "/receipts";
}

} // namespace kmixr::test
