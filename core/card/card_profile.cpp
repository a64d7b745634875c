#include "core/card/card_profile.h"

#include "core/card/card_file.h"
#include "core/card/cia_application.h"
#include "core/card/hpki_application.h"
#include "core/card/jpki_application.h"
#include "core/card/piv_application.h"
#include "core/card/problems.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace kmixr::card {
namespace {

constexpr std::array<std::uint8_t, 16> hpkiAuthentication{0xE8, 0x28, 0xBD, 0x08, 0x0F, 0xA0, 0x00, 0x00,
                                                          0x03, 0x91, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02};
constexpr std::array<std::uint8_t, 10> jpki{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
constexpr std::array<std::uint8_t, 11> piv{0xA0, 0x00, 0x00, 0x03, 0x08, 0x00, 0x00, 0x10, 0x00, 0x01, 0x00};
constexpr std::array<std::uint8_t, 12> pkcs15{0xA0, 0x00, 0x00, 0x00, 0x63, 0x50, 0x4B, 0x43, 0x53, 0x2D, 0x31, 0x35};
constexpr std::array<std::uint8_t, 5> iso7816Part15{0xE8, 0x28, 0xBD, 0x08, 0x0F};
constexpr std::array<std::uint8_t, 4> efDir{0x3F, 0x00, 0x2F, 0x00};

/// "Nothing of that kind here" as a value: no application, and no trouble.
FoundCard nothing() {
    return {};
}

bool isAbsent(const Problem& problem) {
    return problem.is(problems::refused);
}

Outcome<FoundCard> foundCia(Outcome<std::unique_ptr<CiaApplication>> application) {
    if (!application) {
        return fail(std::move(application.error()));
    }
    if (!*application) {
        return nothing();
    }
    auto certificate = (*application)->readCertificate(); // read already
    return FoundCard{std::move(*application), std::move(*certificate)};
}

/// An application whose certificate must be readable: SELECT alone proves little.
template <class Application>
Outcome<FoundCard> opened(std::unique_ptr<Application> application) {
    auto certificate = application->readCertificate();
    if (!certificate && isAbsent(certificate.error())) {
        return nothing();
    }
    if (!certificate) {
        return fail(std::move(certificate.error()));
    }
    return FoundCard{std::move(application), std::move(*certificate)};
}

template <class Application>
Outcome<FoundCard> findNamed(CardChannel& channel, KnownCards& known, ByteView aid) {
    return selectApplication(channel, aid).and_then([&](bool there) {
        return there ? opened(std::make_unique<Application>(channel, known)) : Outcome<FoundCard>(nothing());
    });
}

/// A card of this application whose directory was read before.
Outcome<FoundCard> recognizeCia(CardChannel& channel, KnownCards& known, ByteView aid) {
    for (const CiaLayout& layout : std::vector(known.layouts())) {
        if (!std::ranges::equal(layout.aid, aid)) {
            continue;
        }
        auto recognized = CiaApplication::recognize(channel, layout, known);
        if (!recognized || *recognized) {
            return foundCia(std::move(recognized));
        }
    }
    return nothing();
}

/// Directory files win over the fixed ones where a card has both (cards.md §8.1). The fixed certificate is read first:
/// a card that was met before is recognized by it, and a new one has it read anyway.
Outcome<FoundCard> findHpki(CardChannel& channel, KnownCards& known) {
    const auto there = selectApplication(channel, hpkiAuthentication);
    if (!there || !*there) {
        return there.map([](bool) { return nothing(); });
    }
    const Bytes aid(hpkiAuthentication.begin(), hpkiAuthentication.end());
    auto recognized = recognizeCia(channel, known, aid);
    if (!recognized || recognized->application) {
        return recognized;
    }
    auto fixed = opened(std::make_unique<HpkiApplication>(channel, known));
    if (!fixed && !fixed.error().is(problems::malformed)) {
        return fixed;
    }
    if (fixed && fixed->application && known.has(fixed->certificate)) {
        return fixed;
    }
    if (fixed && fixed->application) {
        known.rememberCertificate(fixed->certificate);
    }
    auto discovered = CiaApplication::discover(channel, aid, std::nullopt, std::nullopt, known);
    return !discovered || *discovered ? foundCia(std::move(discovered)) : std::move(fixed);
}

Outcome<FoundCard> findJpki(CardChannel& channel, KnownCards& known) {
    return findNamed<JpkiApplication>(channel, known, jpki);
}

Outcome<FoundCard> findPiv(CardChannel& channel, KnownCards& known) {
    return findNamed<PivApplication>(channel, known, piv);
}

/// The newest card of this kind may be the one that comes back: one SELECT tells, before everything else is asked.
Outcome<FoundCard> findNewestCia(CardChannel& channel, KnownCards& known) {
    const auto& layouts = known.layouts();
    const auto newest = std::ranges::find_if(
        layouts, [](const CiaLayout& layout) { return !std::ranges::equal(layout.aid, hpkiAuthentication); });
    if (newest == layouts.end()) {
        return nothing();
    }
    const CiaLayout& layout = *newest;
    const auto there = CiaFiles(channel, layout.aid, layout.folder).selectApplication();
    if (!there || !*there) {
        return there.map([](bool) { return nothing(); });
    }
    return recognizeCia(channel, known, layout.aid);
}

/// EF.DIR's applications; those it does not name are asked for by their usual names.
Outcome<std::vector<cia::Application>> ciaApplications(CardChannel& channel) {
    CiaFiles root(channel, {}, std::nullopt);
    std::vector<cia::Application> all;
    const auto directory = root.readRow(cia::Path{{efDir.begin(), efDir.end()}, 0, std::nullopt});
    if (!directory && !isAbsent(directory.error()) && !directory.error().is(problems::malformed)) {
        return fail(directory.error());
    }
    if (directory) {
        all = cia::applicationsOf(*directory);
        std::erase_if(all, [](const cia::Application& one) { return !cia::isCryptographic(one.aid); });
    }
    for (const ByteView usual : {ByteView(pkcs15), ByteView(iso7816Part15)}) {
        if (std::ranges::none_of(all, [&](const auto& one) { return std::ranges::equal(one.aid, usual); })) {
            all.push_back({Bytes(usual.begin(), usual.end()), std::nullopt, std::nullopt});
        }
    }
    constexpr std::array<std::uint8_t, 4> usualFolder{0x3F, 0x00, 0x50, 0x15};
    all.push_back({{}, cia::Path{{usualFolder.begin(), usualFolder.end()}, 0, std::nullopt}, std::nullopt});
    return all;
}

Outcome<FoundCard> findAnyCia(CardChannel& channel, KnownCards& known) {
    const auto applications = ciaApplications(channel);
    if (!applications) {
        return fail(applications.error());
    }
    for (const cia::Application& application : *applications) {
        CiaFiles files(channel, application.path ? Bytes{} : application.aid, application.path);
        auto there = files.selectApplication();
        if (there && !*there && application.path && !application.aid.empty()) {
            there = selectApplication(channel, application.aid);
        }
        if (!there) {
            return fail(there.error());
        }
        if (!*there) {
            continue;
        }
        auto discovered =
            CiaApplication::discover(channel, application.aid, application.path, application.objects, known);
        if (!discovered || *discovered) {
            return foundCia(std::move(discovered));
        }
    }
    return nothing();
}

constexpr std::string_view cryptographicCard = "ICカード(ISO/IEC 7816-15)";

constexpr std::array profileTable{
    CardProfile{cryptographicCard, CardUse::Doctor, PinOffice::Issuer, findNewestCia},
    CardProfile{"医師資格証(HPKI)", CardUse::Doctor, PinOffice::IssuingAssociation, findHpki},
    CardProfile{"PIVカード", CardUse::Doctor, PinOffice::Issuer, findPiv},
    CardProfile{"マイナンバーカード", CardUse::Patient, PinOffice::MunicipalOffice, findJpki},
    CardProfile{cryptographicCard, CardUse::Doctor, PinOffice::Issuer, findAnyCia},
};

} // namespace

std::span<const CardProfile> cardProfiles() {
    return profileTable;
}

Outcome<SecretBytes> CardApplication::vaultSecret(ByteView /*constant*/) {
    return fail(problems::noVaultMeans, "no key for agreement or deciphering");
}

Outcome<ProfiledCard> findCard(CardChannel& channel, CardUse use, KnownCards& known) {
    std::vector<const CardProfile*> order;
    std::ranges::transform(cardProfiles(), std::back_inserter(order), [](const CardProfile& row) { return &row; });
    if (use == CardUse::Patient) { // the wanted card answers to the first SELECT
        std::ranges::stable_partition(order, [](const CardProfile* row) { return row->use == CardUse::Patient; });
    }
    for (const CardProfile* row : order) {
        const CardProfile& profile = *row;
        auto found = profile.find(channel, known);
        if (!found) {
            return fail(std::move(found.error()));
        }
        if (!found->application) {
            continue;
        }
        if (profile.use != use) {
            return fail(use == CardUse::Doctor ? problems::myNumberCard : problems::notMyNumberCard);
        }
        return ProfiledCard{&profile, std::move(*found)};
    }
    return fail(use == CardUse::Doctor ? problems::unknownCard : problems::notMyNumberCard);
}

Outcome<void> verifyPin(CardChannel& channel, CardApplication& application, Pin&& pin) {
    const Pin typed = std::move(pin);
    return application.preparePin().and_then([&](std::uint8_t reference) -> Outcome<void> {
        const auto answer = channel.send(apdu::verify(reference, pinBody(application.pinFormat(), typed)));
        if (!answer) {
            return fail(answer.error());
        }
        return answer->done() ? Outcome<void>{} : failStatus(answer->status, "verify PIN");
    });
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
