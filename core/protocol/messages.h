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

/// POST /v1/sign-in-challenges -> 201
struct SignInChallenge {
    std::string challengeId;
    Bytes nonce; ///< 32 bytes, base64 on the wire
    Instant expiresAt;
    Instant serverTime;
};
Json toJson(const SignInChallenge& challenge);
Outcome<SignInChallenge> readSignInChallenge(const Json& json);

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
};
Json toJson(const SignedIn& signedIn);
Outcome<SignedIn> readSignedIn(const Json& json);

enum class ViewBasis : std::uint8_t { QrCard, MyNumberCard, Emergency, Disaster };
enum class PresentedBy : std::uint8_t { Patient, Proxy };
std::string wordOf(ViewBasis basis); ///< "qr_card" …
std::string wordOf(PresentedBy who); ///< "patient", "proxy"

/// POST /v1/views
struct ViewRequest {
    ViewBasis basis = ViewBasis::QrCard;
    std::string cardToken; ///< text of the QR symbol
    PresentedBy presentedBy = PresentedBy::Patient;
    std::string proxyRelation, proxyReason; ///< required for Proxy
};
Json toJson(const ViewRequest& request);
Outcome<ViewRequest> readViewRequest(const Json& json);

/// -> 201
struct OpenedView {
    std::string viewId;
    std::string patientKey; ///< opaque, stable for the person
    receipt::Person patient;
    std::string insurerNumber, insurerName;
    std::string cardEnding;
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
