// The gateway's messages as plain structs, the same on both ends (DESIGN §5). JSON: snake_case, RFC 3339, unknown
// fields ignored, unknown enum values a clear problem. `toJson` writes; `readX` checks and reads.
#pragma once

#include "core/common/bytes.h"
#include "core/common/clock.h"
#include "core/common/json.h"
#include "core/common/outcome.h"
#include "core/receipt/receipt.h"

#include <optional>
#include <string>
#include <vector>

namespace kmixr::protocol {

/// RFC 9457. `type` ends with a word of problems.h; no personal data in any member.
struct ProblemDocument {
    std::string type;
    int status = 500;
    std::string title;
    std::string detail;
    std::map<std::string, std::int64_t> numbers; ///< member "numbers"
};
Json toJson(const ProblemDocument& document);
Outcome<ProblemDocument> readProblemDocument(const Json& json);
/// Document for a code of problems.h.
ProblemDocument documentFor(ProblemCode code, int status, std::string title, std::string detail = {});
/// "gateway.<end of type>", or gateway.server-fault for a type we do not know.
Problem problemOf(const ProblemDocument& document);

/// POST /v1/sign-in-challenges, POST /v1/view-challenges -> 201: for a card to sign, once
struct Challenge {
    std::string challengeId;
    Bytes nonce; ///< 32 bytes, base64 on the wire
    Instant expiresAt;
    Instant serverTime;
};
Json toJson(const Challenge& challenge);
Outcome<Challenge> readChallenge(const Json& json);

struct Account {
    std::string id;
    std::string password;
};

/// POST /v1/sessions
struct SignInRequest {
    std::string challengeId;
    Bytes certificate; ///< DER of the card's authentication certificate
    Bytes signature;   ///< over signInStatement(...)
    Instant signedAt;
    std::optional<Account> account;
};
Json toJson(const SignInRequest& request);
Outcome<SignInRequest> readSignInRequest(const Json& json);

/// What the card signs: "kmixr-signin-v1" || nonce || SHA-256(device certificate DER) || signedAt as RFC 3339 text.
Bytes signInStatement(ByteView nonce, ByteView deviceCertificateDer, Instant signedAt);

enum class Role : std::uint8_t { Doctor, Staff };

/// -> 201
struct SignedIn {
    std::string sessionToken; ///< Authorization: Bearer; bound to the device certificate
    Instant expiresAt;
    std::string doctorName, doctorKana;
    Role role = Role::Doctor;
    std::string institutionName;
    std::string terminalName; ///< "KMX-P-0001"
    int lockAfterSeconds = 300;
    int cardSwapSeconds = 180; ///< how long the doctor's card may be out while a patient's card has the reader
};
Json toJson(const SignedIn& signedIn);
Outcome<SignedIn> readSignedIn(const Json& json);

enum class ViewBasis : std::uint8_t { QrCard, MyNumberCard, Emergency, Disaster };
enum class PresentedBy : std::uint8_t { Patient, Proxy };
std::string wordOf(ViewBasis basis); ///< "qr_card" …
std::string wordOf(PresentedBy who); ///< "patient", "proxy"

/// The patient's My Number card agreed: its answer to a challenge of POST /v1/view-challenges.
struct CardProof {
    std::string challengeId;
    Bytes certificate; ///< DER of the user-authentication certificate, never of the signature certificate
    Bytes signature;   ///< over consentStatement(...)
    Instant signedAt;
};

/// What ties a consent to one sign-in: SHA-256("kmixr-session-v1" || session token).
Sha256 sessionBinding(std::string_view sessionToken);

/// What the patient's card signs: "kmixr-consent-v1" || nonce || SHA-256(device certificate DER) || session binding ||
/// signedAt as RFC 3339 text. No other statement begins so, and this card signs no other.
Bytes consentStatement(ByteView nonce, ByteView deviceCertificateDer, const Sha256& session, Instant signedAt);

/// POST /v1/views
struct ViewRequest {
    ViewBasis basis = ViewBasis::QrCard;
    std::string cardToken; ///< text of the QR symbol
    PresentedBy presentedBy = PresentedBy::Patient;
    std::string proxyRelation, proxyReason; ///< required for Proxy
    std::optional<CardProof> cardProof{};   ///< required for MyNumberCard
};
Json toJson(const ViewRequest& request);
Outcome<ViewRequest> readViewRequest(const Json& json);

/// -> 201
struct OpenedView {
    std::string viewId;
    std::string patientKey; ///< opaque, stable for the person
    receipt::Person patient;
    std::string insurerNumber, insurerName;
    std::string cardEnding; ///< of the QR card; empty for other bases
    std::optional<Month> newestMonth;
    std::int64_t receiptCount = 0; ///< in the whole history, for progress
    Instant openedAt, expiresAt;
};
Json toJson(const OpenedView& view);
Outcome<OpenedView> readOpenedView(const Json& json);

/// GET /v1/views/{id}/receipts?since=CURSOR -> application/x-ndjson, one object a line, the last one is `end`:
///   {"op":"add","receipt_id":"…","cursor":"…","text":"IR,…\nRE,…\n"}   also "replace"
///   {"op":"withdraw","receipt_id":"…","cursor":"…"}
///   {"op":"end","cursor":"…","count":412}
/// A stream without its `end` is truncated: what came is complete receipt by receipt, and `since` goes on from there.
enum class DeliveryOp : std::uint8_t { Add, Replace, Withdraw, End };
struct Delivery {
    DeliveryOp op = DeliveryOp::Add;
    std::string receiptId;
    std::string cursor;
    std::string text;       ///< UTF-8 UKE records of one receipt, IR/YK first
    std::int64_t count = 0; ///< End only: deliveries in this stream
};
/// One line without its "\n".
std::string deliveryLine(const Delivery& delivery);
Outcome<Delivery> readDeliveryLine(std::string_view line);

/// Feeds on bytes as they come and gives whole deliveries. Bounded: a line of more than 16 MiB is a problem.
class DeliveryReader {
public:
    Outcome<std::vector<Delivery>> feed(std::string_view bytes);
    [[nodiscard]] bool ended() const { return ended_; } ///< the `end` line was seen

private:
    std::string rest_;
    bool ended_ = false;
};

} // namespace kmixr::protocol
