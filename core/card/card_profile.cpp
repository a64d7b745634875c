#include "core/card/card_profile.h"

#include "core/card/hpki_application.h"
#include "core/card/problems.h"

#include <array>

namespace kmixr::card {
namespace {

constexpr std::array<std::uint8_t, 16> hpkiAuthenticationAid{0xE8, 0x28, 0xBD, 0x08, 0x0F, 0xA0, 0x00, 0x00,
                                                             0x03, 0x91, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02};

template <class Application>
std::unique_ptr<CardApplication> make(CardChannel& channel) {
    return std::make_unique<Application>(channel);
}

constexpr std::array profileTable{
    CardProfile{"医師資格証(HPKI)",
                hpkiAuthenticationAid,
                {.minLength = 4, .maxLength = 16, .digitsOnly = true},
                make<HpkiApplication>},
};

/// Some cards take only one of the two SELECT forms.
Outcome<bool> selectApplication(CardChannel& channel, ByteView aid) {
    auto answer = channel.send(apdu::selectApplication(aid, apdu::SelectReply::ControlInformation));
    if (answer && (answer->status == sw::wrongParameters || answer->status == sw::wrongData ||
                   answer->status == sw::wrongLength)) {
        answer = channel.send(apdu::selectApplication(aid, apdu::SelectReply::None));
    }
    return answer.map([](const ResponseApdu& reply) { return reply.done(); });
}

} // namespace

std::span<const CardProfile> cardProfiles() {
    return profileTable;
}

Outcome<FoundCard> findCard(CardChannel& channel, std::span<const CardProfile> profiles) {
    for (const CardProfile& profile : profiles) {
        const auto selected = selectApplication(channel, profile.aid);
        if (!selected) {
            return fail(selected.error());
        }
        if (!*selected) {
            continue;
        }
        auto application = profile.application(channel);
        auto certificate = application->readCertificate();
        if (certificate) {
            return FoundCard{&profile, std::move(application), std::move(*certificate)};
        }
        if (!certificate.error().is(problems::refused)) {
            return fail(std::move(certificate.error()));
        }
        // SELECT alone proves little: an application without the file that must be there is another kind of card.
    }
    return fail(problems::unknownCard);
}

Outcome<PinState> queryPin(CardChannel& channel, std::uint8_t reference) {
    auto answer = channel.send(apdu::pinQuery(reference));
    if (!answer) {
        return fail(std::move(answer.error()));
    }
    if (const auto tries = sw::triesLeft(answer->status)) {
        return PinState{.triesLeft = tries, .blocked = *tries == 0};
    }
    switch (answer->status) {
    case sw::pinBlocked:
    case sw::referenceUnusable:
        return PinState{.triesLeft = 0, .blocked = true};
    case sw::done:              // verified already, or no PIN needed
    case sw::pinWrongUncounted: // keeps no counter for us
    case sw::wrongLength:       // does not know the question
    case sw::wrongData:
    case sw::wrongParameters:
    case sw::instructionUnsupported:
    case sw::conditionsNotMet:
        return PinState{};
    default:
        return failStatus(answer->status, "ask for tries left");
    }
}

} // namespace kmixr::card
