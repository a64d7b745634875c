#include "app/gateway/server/http/message.h"

#include "core/protocol/messages.h"
#include "core/protocol/problems.h"

#include <algorithm>
#include <array>

namespace kmixr::server {

namespace {

namespace p = protocol::problems;

struct Words {
    ProblemCode code;
    int status;
    std::string_view title;
};

constexpr std::array<Words, 29> table{{
    {p::malformedRequest, 400, "The request does not follow the interface"},
    {p::deviceUnknown, 403, "This device is not registered"},
    {p::deviceRevoked, 403, "This device has been revoked"},
    {p::challengeExpired, 401, "The sign-in challenge has expired or was used"},
    {p::signatureRejected, 401, "The card's signature does not verify"},
    {p::cardNotRegistered, 403, "This card belongs to no account"},
    {p::certificateRejected, 403, "The card's certificate is not accepted"},
    {p::accountRequired, 401, "Account and password are needed with this card"},
    {p::accountRejected, 401, "Account or password is wrong"},
    {p::accountSuspended, 403, "This account is suspended"},
    {p::sessionExpired, 401, "Sign in again"},
    {p::notPermitted, 403, "Not permitted"},
    {p::patientCardUnknown, 404, "This patient card is not known"},
    {p::patientCardLost, 409, "This patient card was reported lost"},
    {p::patientCardReplaced, 409, "This patient card was replaced by a newer one"},
    {p::consentWithdrawn, 409, "The patient has withdrawn consent"},
    {p::consentChallengeExpired, 401, "The consent challenge is unknown or too old"},
    {p::consentChallengeUsed, 409, "The consent challenge was used before"},
    {p::consentChallengeForeign, 403, "The consent challenge belongs to another sign-in or device"},
    {p::consentSignatureRejected, 401, "The patient's card's signature does not verify"},
    {p::myNumberCardUntrusted, 403, "This is no user authentication certificate of a My Number card"},
    {p::myNumberCardExpired, 403, "The My Number card's certificate is not in validity"},
    {p::myNumberCardUnknown, 404, "This My Number card is linked to nobody"},
    {p::myNumberCardRevoked, 409, "This My Number card may not be used any more"},
    {p::viewExpired, 410, "The view has expired"},
    {p::notFound, 404, "No such resource"},
    {p::tooLarge, 413, "The request is too large"},
    {p::busy, 429, "Too many requests at once"},
    {p::serverFault, 500, "The gateway failed"},
}};
static_assert(table.size() == p::all.size());

} // namespace

Answer jsonAnswer(int status, const Json& json) {
    Answer answer;
    answer.status = status;
    answer.contentType = "application/json";
    answer.body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return answer;
}

Answer emptyAnswer(int status) {
    Answer answer;
    answer.status = status;
    return answer;
}

Answer problemAnswer(const Problem& problem, int status) {
    const auto known = std::ranges::find_if(table, [&](const Words& each) { return problem.is(each.code); });
    const Words& words = known == table.end() ? table.back() : *known;
    // The detail of a known problem is ours and names fields at most; that of a fault may name files and stays here.
    auto document = protocol::documentFor(words.code, status == 0 ? words.status : status, std::string(words.title),
                                          known == table.end() ? std::string() : problem.detail);
    document.numbers = problem.numbers;
    Answer answer = jsonAnswer(document.status, protocol::toJson(document));
    answer.contentType = "application/problem+json";
    answer.problem = known == table.end() ? problem.logLine() : std::string(words.code.text);
    return answer;
}

} // namespace kmixr::server
