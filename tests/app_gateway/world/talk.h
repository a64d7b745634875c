// The gateway's conversation in short words, by curl from the first laptop.
#pragma once

#include "tests/app_gateway/world/process.h"

namespace kmixr::test {

/// A world, its server, and whoever asks.
class Talk {
public:
    /// `prepare` may change the world before the server starts.
    explicit Talk(const std::function<void(GatewayWorld&)>& prepare = {});

    CurlAnswer post(const std::string& path, const Json& body, const std::string& session = {},
                    std::vector<std::string> options = {}) const;
    CurlAnswer get(const std::string& path, const std::string& session = {},
                   std::vector<std::string> options = {}) const;
    CurlAnswer remove(const std::string& path, const std::string& session) const;
    [[nodiscard]] protocol::Challenge challenge() const;
    /// A whole sign-in with the account; the token.
    [[nodiscard]] std::string signIn(const Identity& card, const std::string& account) const;
    [[nodiscard]] protocol::Challenge viewChallenge(const std::string& session) const;
    CurlAnswer openView(const qr::PatientCardToken& token, const std::string& session) const;
    /// The path of the receipts of a view opened now.
    [[nodiscard]] std::string receiptsOf(const qr::PatientCardToken& token, const std::string& session) const;

    GatewayWorld world;
    std::unique_ptr<GatewayProcess> gateway;
};

/// POST /v1/views by the patient's own card.
Json viewOf(const qr::PatientCardToken& token);
/// POST /v1/views by the patient's own My Number card.
Json viewOf(const protocol::CardProof& proof);

} // namespace kmixr::test
