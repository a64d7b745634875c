#include "core/common/secret_bytes.h"
#include "core/protocol/field_reader.h"
#include "core/protocol/messages.h"

#include <algorithm>

namespace kmixr::protocol {

namespace {

constexpr std::array bases{std::pair<std::string_view, ViewBasis>{"qr_card", ViewBasis::QrCard},
                           std::pair<std::string_view, ViewBasis>{"my_number_card", ViewBasis::MyNumberCard},
                           std::pair<std::string_view, ViewBasis>{"emergency", ViewBasis::Emergency},
                           std::pair<std::string_view, ViewBasis>{"disaster", ViewBasis::Disaster}};
constexpr std::array presenters{std::pair<std::string_view, PresentedBy>{"patient", PresentedBy::Patient},
                                std::pair<std::string_view, PresentedBy>{"proxy", PresentedBy::Proxy}};
constexpr std::array sexes{std::pair<std::string_view, receipt::Sex>{"unknown", receipt::Sex::Unknown},
                           std::pair<std::string_view, receipt::Sex>{"male", receipt::Sex::Male},
                           std::pair<std::string_view, receipt::Sex>{"female", receipt::Sex::Female}};

template <class Words, class Enum>
std::string wordIn(const Words& words, Enum value) {
    for (const auto& [word, each] : words) {
        if (each == value) {
            return std::string(word);
        }
    }
    return {};
}

Json toJson(const receipt::Person& person) {
    Json json{{"name", person.name}, {"kana", person.kana}, {"sex", wordIn(sexes, person.sex)}};
    if (person.birth) {
        json["birth"] = isoDay(*person.birth);
    }
    return json;
}

Outcome<receipt::Person> readPerson(const Json& json) {
    FieldReader fields(json);
    receipt::Person person;
    person.name = fields.text("name", limit::name);
    person.kana = fields.textOr("kana", limit::name);
    person.sex = fields.word("sex", sexes);
    person.birth = fields.dayIfAny("birth");
    return fields.done(std::move(person));
}

Json toJson(const CardProof& proof) {
    return {{"challenge_id", proof.challengeId},
            {"certificate", toBase64(proof.certificate)},
            {"signature", toBase64(proof.signature)},
            {"signed_at", toRfc3339(proof.signedAt)}};
}

Outcome<CardProof> readCardProof(const Json& json) {
    FieldReader fields(json);
    CardProof proof;
    proof.challengeId = fields.text("challenge_id", limit::id);
    proof.certificate = fields.base64("certificate", limit::certificate);
    proof.signature = fields.base64("signature", limit::signature);
    proof.signedAt = fields.instant("signed_at");
    return fields.done(std::move(proof));
}

/// Parts of a statement one after the other.
void append(Bytes& statement, ByteView part) {
    statement.insert(statement.end(), part.begin(), part.end());
}

} // namespace

Sha256 sessionBinding(std::string_view sessionToken) {
    const ByteView domain = bytesOf("kmixr-session-v1");
    SecretBytes text(domain.size() + sessionToken.size());
    std::ranges::copy(domain, text.bytes().begin());
    std::ranges::copy(bytesOf(sessionToken), text.bytes().begin() + static_cast<std::ptrdiff_t>(domain.size()));
    return sha256(ByteView(text.bytes()));
}

Bytes consentStatement(ByteView nonce, ByteView deviceCertificateDer, const Sha256& session, Instant signedAt) {
    const std::string time = toRfc3339(signedAt);
    Bytes statement;
    append(statement, bytesOf("kmixr-consent-v1"));
    append(statement, nonce);
    append(statement, sha256(deviceCertificateDer));
    append(statement, session);
    append(statement, bytesOf(time));
    return statement;
}

std::string wordOf(ViewBasis basis) {
    return wordIn(bases, basis);
}
std::string wordOf(PresentedBy who) {
    return wordIn(presenters, who);
}

Json toJson(const ViewRequest& request) {
    Json json{{"basis", wordOf(request.basis)}, {"presented_by", wordOf(request.presentedBy)}};
    if (!request.cardToken.empty()) {
        json["card_token"] = request.cardToken;
    }
    if (!request.proxyRelation.empty()) {
        json["proxy_relation"] = request.proxyRelation;
    }
    if (!request.proxyReason.empty()) {
        json["proxy_reason"] = request.proxyReason;
    }
    if (request.cardProof) {
        json["card_proof"] = toJson(*request.cardProof);
    }
    return json;
}

Outcome<ViewRequest> readViewRequest(const Json& json) {
    FieldReader fields(json);
    ViewRequest request;
    request.basis = fields.word("basis", bases);
    request.presentedBy = fields.word("presented_by", presenters);
    const bool byCard = request.basis == ViewBasis::QrCard;
    const bool byProxy = request.presentedBy == PresentedBy::Proxy;
    request.cardToken = byCard ? fields.text("card_token", limit::id) : fields.textOr("card_token", limit::id);
    request.proxyRelation =
        byProxy ? fields.text("proxy_relation", limit::name) : fields.textOr("proxy_relation", limit::name);
    request.proxyReason =
        byProxy ? fields.text("proxy_reason", limit::sentence) : fields.textOr("proxy_reason", limit::sentence);
    if (request.basis == ViewBasis::MyNumberCard || fields.has("card_proof")) {
        auto proof = readCardProof(fields.object("card_proof"));
        if (!proof) {
            return fail(proof.error());
        }
        request.cardProof = std::move(*proof);
    }
    return fields.done(std::move(request));
}

Json toJson(const OpenedView& view) {
    Json json{{"view_id", view.viewId},
              {"patient_key", view.patientKey},
              {"patient", toJson(view.patient)},
              {"insurer_number", view.insurerNumber},
              {"insurer_name", view.insurerName},
              {"card_ending", view.cardEnding},
              {"receipt_count", view.receiptCount},
              {"opened_at", toRfc3339(view.openedAt)},
              {"expires_at", toRfc3339(view.expiresAt)}};
    if (view.newestMonth) {
        json["newest_month"] = isoMonth(*view.newestMonth);
    }
    return json;
}

Outcome<OpenedView> readOpenedView(const Json& json) {
    FieldReader fields(json);
    OpenedView view;
    view.viewId = fields.text("view_id", limit::id);
    view.patientKey = fields.text("patient_key", limit::id);
    auto person = readPerson(fields.object("patient"));
    if (!person) {
        return fail(person.error());
    }
    view.patient = std::move(*person);
    view.insurerNumber = fields.textOr("insurer_number", limit::id);
    view.insurerName = fields.textOr("insurer_name", limit::name);
    view.cardEnding = fields.textOr("card_ending", limit::id);
    view.newestMonth = fields.monthIfAny("newest_month");
    view.receiptCount = fields.integer("receipt_count", 0, 10'000'000);
    view.openedAt = fields.instant("opened_at");
    view.expiresAt = fields.instant("expires_at");
    return fields.done(std::move(view));
}

} // namespace kmixr::protocol
