// A whole small world for one test in a folder of its own: authorities, laptops, doctors, patients, receipts, settings.
#pragma once

#include "core/common/json.h"
#include "core/protocol/messages.h"
#include "core/qr/patient_card_token.h"
#include "tests/app_gateway/world/certificates.h"

#include <filesystem>
#include <string>

namespace kmixr::test {

/// The folder goes with the object.
class GatewayWorld {
public:
    GatewayWorld();
    ~GatewayWorld();
    GatewayWorld(const GatewayWorld&) = delete;
    GatewayWorld& operator=(const GatewayWorld&) = delete;

    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
    void write(const std::string& name, const std::string& bytes) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    /// Writes certificate and key as NAME.pem and NAME.key.
    void write(const std::string& name, const Identity& identity) const;
    /// Writes registry.json / gateway.json from these.
    void writeRegistry() const { write("registry.json", registry.dump()); }
    void writeSettings() const { write("gateway.json", settings.dump()); }

    /// A doctor's answer to a challenge, from the laptop `device`.
    static protocol::SignInRequest answer(const protocol::Challenge& challenge, const Identity& card,
                                          const Identity& device);

    /// A patient's answer to a challenge of the sign-in `session`, from the laptop `device`.
    static protocol::CardProof agree(const protocol::Challenge& challenge, const Identity& card, const Identity& device,
                                     const std::string& session);

    Identity ca, otherCa, cardCa, myNumberCa;
    Identity gateway;                       ///< 127.0.0.1 and localhost
    Identity device, secondDevice, revoked; ///< registered
    Identity unregistered;                  ///< of our CA, but unknown
    Identity stranger;                      ///< of another CA
    Identity renshu, mihon, shiyou, kamei;  ///< cards: doctor (RSA), doctor (P-256), staff, suspended
    Identity visitor, forged, expired;      ///< cards: registered nowhere, of another CA, out of validity
    /// My Number cards: T01's (RSA), one T01 had before, T02's who has withdrawn, and one of a person who is not
    /// linked.
    Identity myNumber, myNumberRevoked, myNumberWithdrawn, myNumberUnlinked;
    Identity myNumberForged, myNumberExpired; ///< of another CA, out of validity; linked all the same
    Identity myNumberLegal;                   ///< of our CA, but for legal signatures; linked all the same
    qr::PatientCardToken live, lost, replaced, withdrawn, longHistory, unknown;
    std::string password = "practice-password"; ///< of every account; the account is the card's name here
    Json registry, settings;

private:
    std::filesystem::path folder_;
};

/// Receipts of the patient with the long history.
inline constexpr int longHistoryCount = 413;

} // namespace kmixr::test
