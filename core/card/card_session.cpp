#include "core/card/card_session.h"

#include "core/card/card_profile.h"
#include "core/card/certificate.h"
#include "core/card/pcsc_connection.h"
#include "core/card/pin_pad.h"
#include "core/card/problems.h"
#include "core/card/signature_input.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kmixr::card {
namespace {

/// How long another program may look at a card that was just put in.
constexpr std::chrono::milliseconds patience{500};

} // namespace

bool endsSession(const Problem& problem) {
    namespace p = problems;
    return std::ranges::none_of(std::array{p::pinWrong, p::pinMalformed, p::noVaultMeans, p::pinPadTimeout,
                                           p::pinPadCancelled, p::pinPadLength, p::pinPadRefused},
                                [&](const ProblemCode& code) { return problem.is(code); });
}

struct CardSession::State {
    explicit State(PcscContext line) : context(std::move(line)) {}

    /// Passes an outcome on; trouble that ends the session also lets go of the card, which resets it.
    template <class T>
    Outcome<T> kept(Outcome<T> outcome) {
        if (!outcome && endsSession(outcome.error()) && !over) {
            over = outcome.error();
            application.reset();
            exchangesBefore = channel ? channel->exchanges() : 0;
            channel.reset();
            connection.reset();
        }
        return outcome;
    }

    Outcome<void> alive() const {
        if (over) {
            return fail(*over);
        }
        return {};
    }

    /// Signed by the card and checked against the certificate: catches a wrong key, wrong padding and a swapped card.
    Outcome<WipedBytes> checkedSignature(const Sha256& digest) {
        auto signature = application->sign(*certificate, digest);
        if (!signature) {
            return signature;
        }
        if (certificate->scheme() == SignatureScheme::EcdsaP256Sha256) {
            const Bytes der = ecdsaAsDer(*signature);
            signature->assign(der.begin(), der.end());
        }
        auto fits = certificate->verify(digest, *signature);
        if (!fits) {
            known->forgetCertificate(holder.certificate); // whatever was recognized, it was not this card
        }
        return fits.map([&] { return std::move(*signature); });
    }

    /// The card's own means first; a deterministic signature where it has none.
    Outcome<SecretBytes> bestSecret(ByteView constant) {
        auto own = application->vaultSecret(constant);
        if (own || !own.error().is(problems::noVaultMeans) || application->signsOnce() ||
            certificate->scheme() != SignatureScheme::RsaPkcs1Sha256) {
            means = own ? VaultMeans::OwnKey : VaultMeans::None;
            return own;
        }
        return checkedSignature(sha256(constant)).map([this](const WipedBytes& signature) {
            means = VaultMeans::Signature;
            return SecretBytes(signature);
        });
    }

    /// Whether there is a pad for every PIN this card may have.
    bool padTakes() {
        if (!padAsked) {
            padAsked = true;
            pad = connection->pinPad();
        }
        return pad && known->trustsPad(reader) &&
               padVerify(pad->properties, pinRule, application->pinFormat(), 0).has_value();
    }

    Outcome<void> verifyOnPad() {
        if (!padTakes()) {
            return fail(problems::pinPadRefused, "no PIN pad for this card");
        }
        return application->preparePin().and_then([this](std::uint8_t reference) -> Outcome<void> {
            const auto structure = padVerify(pad->properties, pinRule, application->pinFormat(), reference);
            const auto answer = channel->sendFromPad(pad->verifyCode, *structure);
            if (answer && answer->done()) {
                return {};
            }
            auto trouble = answer ? failPadStatus(answer->status) : fail(answer.error());
            // A driver that refuses the call says so in the same words as a broken line: either way the next PIN is
            // typed on the screen.
            if (trouble.value().is(problems::pinPadRefused) || trouble.value().is(problems::communication)) {
                known->distrustPad(reader);
            }
            return trouble;
        });
    }

    KnownCards ownKnown; ///< when the caller keeps none
    KnownCards* known = &ownKnown;
    PcscContext context;
    std::string reader;
    std::unique_ptr<PcscConnection> connection;
    std::optional<PinPad> pad; ///< once asked for
    bool padAsked = false;
    std::optional<CardChannel> channel;
    std::unique_ptr<CardApplication> application;
    PinRule pinRule;
    std::optional<Certificate> certificate;
    CardHolder holder;
    VaultMeans means = VaultMeans::None;
    int exchangesBefore = 0; ///< of a channel that was let go
    std::optional<Problem> over;
};

Outcome<CardSession> CardSession::open(const std::string& reader, CardUse use, KnownCards* known) {
    auto context = PcscContext::establish();
    if (!context) {
        return fail(std::move(context.error()));
    }
    auto state = std::make_unique<State>(std::move(*context));
    auto connection = PcscConnection::open(state->context, reader, patience);
    if (!connection) {
        return fail(std::move(connection.error()));
    }
    state->reader = reader;
    state->connection = std::move(*connection);
    state->channel.emplace(*state->connection);

    if (known != nullptr) {
        state->known = known;
    }

    if (state->known->keepsRepliesShort(reader)) {
        state->channel->keepRepliesShort();
    }

    auto found = findCard(*state->channel, use, *state->known);
    if (!found) {
        // Some readers break off an extended answer: the next try asks for short ones.
        if (found.error().is(problems::communication) && state->channel->longestReply() > CommandApdu::shortReply) {
            state->known->keepRepliesShort(reader);
        }
        return fail(std::move(found.error()));
    }
    auto certificate = Certificate::parse(found->found.certificate);
    if (!certificate) {
        return fail(std::move(certificate.error()));
    }
    state->application = std::move(found->found.application);
    state->pinRule = state->application->pinRule();
    state->known->rememberCertificate(found->found.certificate);
    state->holder = certificate->holder();
    state->holder.cardName = found->profile->cardName;
    state->holder.pinOffice = found->profile->pinOffice;
    state->certificate = std::move(*certificate);
    return CardSession(std::move(state));
}

CardSession::CardSession(std::unique_ptr<State> state) : state_(std::move(state)) {}
CardSession::CardSession(CardSession&&) noexcept = default;
CardSession& CardSession::operator=(CardSession&&) noexcept = default;
CardSession::~CardSession() = default;

const CardHolder& CardSession::holder() const {
    return state_->holder;
}
PinRule CardSession::pinRule() const {
    return state_->pinRule;
}
SignatureScheme CardSession::scheme() const {
    return state_->certificate->scheme();
}

VaultMeans CardSession::vaultMeans() const {
    return state_->means;
}
int CardSession::exchanges() const {
    return state_->channel ? state_->channel->exchanges() : state_->exchangesBefore;
}

Outcome<PinState> CardSession::pinState() {
    return state_->alive().and_then([this] { return state_->kept(state_->application->pinState()); });
}

Outcome<void> CardSession::verifyPin(Pin&& pin) {
    Pin typed = std::move(pin);
    return state_->alive().and_then([&]() -> Outcome<void> {
        if (auto fits = checkPin(pinRule(), typed); !fits) {
            return fits;
        }
        return state_->kept(card::verifyPin(*state_->channel, *state_->application, std::move(typed)));
    });
}

bool CardSession::offersPinPad() {
    return state_->alive() && state_->padTakes();
}

Outcome<void> CardSession::verifyPinOnPad() {
    return state_->alive().and_then([this] { return state_->kept(state_->verifyOnPad()); });
}

Outcome<Bytes> CardSession::sign(ByteView message) {
    if (textOf(message).starts_with(vaultConstantPrefix)) {
        return fail(problems::refused, "message in the vault's own domain");
    }
    return state_->alive()
        .and_then([&] { return state_->kept(state_->checkedSignature(sha256(message))); })
        .map([](const WipedBytes& signature) { return Bytes(signature.begin(), signature.end()); });
}

Outcome<SecretBytes> CardSession::vaultSecret(ByteView constant) {
    if (!textOf(constant).starts_with(vaultConstantPrefix)) {
        return fail(problems::refused, "constant outside the vault's domain");
    }
    if (auto alive = state_->alive(); !alive) {
        return fail(std::move(alive.error()));
    }
    return state_->kept(state_->bestSecret(constant));
}

Outcome<void> checkPin(const PinRule& rule, const Pin& pin) {
    const auto length = static_cast<int>(std::min<std::size_t>(pin.size(), 1000));
    const bool digits = std::ranges::all_of(pin.bytes(), [](std::uint8_t byte) { return byte >= '0' && byte <= '9'; });
    const bool printable =
        std::ranges::all_of(pin.bytes(), [](std::uint8_t byte) { return byte > 0x20 && byte < 0x7F; });
    if (length < rule.minLength || length > rule.maxLength || (rule.digitsOnly ? !digits : !printable)) {
        return fail(problems::pinMalformed, {}, {{"min_length", rule.minLength}, {"max_length", rule.maxLength}});
    }
    return {};
}

} // namespace kmixr::card
