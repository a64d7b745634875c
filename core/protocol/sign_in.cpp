#include "core/protocol/field_reader.h"
#include "core/protocol/messages.h"

namespace kmixr::protocol {

namespace {

constexpr std::size_t nonceSize = 32;
constexpr std::int64_t mostSwapSeconds = 600; // longer, and the doctor has gone away
constexpr std::array roles{std::pair<std::string_view, Role>{"doctor", Role::Doctor},
                           std::pair<std::string_view, Role>{"staff", Role::Staff}};

std::string_view wordOf(Role role) {
    return role == Role::Doctor ? roles[0].first : roles[1].first;
}

} // namespace

Json toJson(const Challenge& challenge) {
    return {{"challenge_id", challenge.challengeId},
            {"nonce", toBase64(challenge.nonce)},
            {"expires_at", toRfc3339(challenge.expiresAt)},
            {"server_time", toRfc3339(challenge.serverTime)}};
}

Outcome<Challenge> readChallenge(const Json& json) {
    FieldReader fields(json);
    Challenge challenge;
    challenge.challengeId = fields.text("challenge_id", limit::id);
    challenge.nonce = fields.base64("nonce", nonceSize);
    challenge.expiresAt = fields.instant("expires_at");
    challenge.serverTime = fields.instant("server_time");
    return fields.done(std::move(challenge));
}

Json toJson(const SignInRequest& request) {
    Json json{{"challenge_id", request.challengeId},
              {"certificate", toBase64(request.certificate)},
              {"signature", toBase64(request.signature)},
              {"signed_at", toRfc3339(request.signedAt)}};
    if (request.account) {
        json["account"] = {{"id", request.account->id}, {"password", request.account->password}};
    }
    return json;
}

Outcome<SignInRequest> readSignInRequest(const Json& json) {
    FieldReader fields(json);
    SignInRequest request;
    request.challengeId = fields.text("challenge_id", limit::id);
    request.certificate = fields.base64("certificate", limit::certificate);
    request.signature = fields.base64("signature", limit::signature);
    request.signedAt = fields.instant("signed_at");
    if (!fields.has("account")) {
        return fields.done(std::move(request));
    }
    const Json accountJson = fields.object("account");
    FieldReader accountFields(accountJson);
    Account account;
    account.id = accountFields.text("id", limit::id);
    account.password = accountFields.text("password", limit::name);
    auto readAccount = accountFields.done(std::move(account));
    if (!readAccount) {
        return fail(readAccount.error());
    }
    request.account = std::move(*readAccount);
    return fields.done(std::move(request));
}

Bytes signInStatement(ByteView nonce, ByteView deviceCertificateDer, Instant signedAt) {
    const ByteView domain = bytesOf("kmixr-signin-v1");
    const Sha256 device = sha256(deviceCertificateDer);
    const std::string time = toRfc3339(signedAt);
    Bytes statement(domain.begin(), domain.end());
    statement.insert(statement.end(), nonce.begin(), nonce.end());
    statement.insert(statement.end(), device.begin(), device.end());
    statement.insert(statement.end(), time.begin(), time.end());
    return statement;
}

Json toJson(const SignedIn& signedIn) {
    return {{"session_token", signedIn.sessionToken},
            {"expires_at", toRfc3339(signedIn.expiresAt)},
            {"doctor_name", signedIn.doctorName},
            {"doctor_kana", signedIn.doctorKana},
            {"role", wordOf(signedIn.role)},
            {"institution_name", signedIn.institutionName},
            {"terminal_name", signedIn.terminalName},
            {"lock_after_seconds", signedIn.lockAfterSeconds},
            {"card_swap_seconds", signedIn.cardSwapSeconds}};
}

Outcome<SignedIn> readSignedIn(const Json& json) {
    FieldReader fields(json);
    SignedIn signedIn;
    signedIn.sessionToken = fields.text("session_token", limit::id);
    signedIn.expiresAt = fields.instant("expires_at");
    signedIn.doctorName = fields.text("doctor_name", limit::name);
    signedIn.doctorKana = fields.textOr("doctor_kana", limit::name);
    signedIn.role = fields.word("role", roles);
    signedIn.institutionName = fields.textOr("institution_name", limit::name);
    signedIn.terminalName = fields.textOr("terminal_name", limit::name);
    signedIn.lockAfterSeconds = static_cast<int>(fields.integer("lock_after_seconds", 1, 24 * 60 * 60));
    if (fields.has("card_swap_seconds")) {
        signedIn.cardSwapSeconds = static_cast<int>(fields.integer("card_swap_seconds", 1, mostSwapSeconds));
    }
    return fields.done(std::move(signedIn));
}

} // namespace kmixr::protocol
