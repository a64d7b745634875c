#include "app/practice/cards/soft_card.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace kmixr::practice {
namespace {

constexpr std::size_t longestChain = 4096;

struct Profile {
    std::string_view name;
    std::unique_ptr<Applet> (*make)(Chip& chip);
};

constexpr std::array profiles{Profile{"hpki", makeHpkiApplet}, Profile{"jpki", makeJpkiApplet},
                              Profile{"piv", makePivApplet}, Profile{"pkcs15", makePkcs15Applet},
                              Profile{"hpki-directory", makePkcs15Applet}};

} // namespace

Outcome<SoftCard> SoftCard::insert(CardFile file, Store store) {
    const auto profile = std::ranges::find(profiles, file.profile, &Profile::name);
    auto key = CardKey::parse(file.keyPem);
    auto certificate = certificateDer(file.certificatePem);
    if (profile == profiles.end() || !key || !certificate) {
        return fail(problems::cardFile, "profile, key or certificate is not one we know");
    }
    if (file.faults.certificateCutAt) {
        certificate->resize(std::min(certificate->size(), *file.faults.certificateCutAt));
    }
    auto chip = std::make_unique<Chip>(
        Chip{std::move(file), std::move(store), std::move(*key), std::move(*certificate), std::nullopt, {}});
    if (!chip->file.vaultKeyPem.empty()) {
        chip->vaultKey = CardKey::parse(chip->file.vaultKeyPem);
        auto second = certificateDer(chip->file.vaultCertificatePem);
        if (!chip->vaultKey || !second) {
            return fail(problems::cardFile, "the vault key or its certificate does not parse");
        }
        chip->vaultCertificate = std::move(*second);
    }
    auto applet = profile->make(*chip);
    return SoftCard(std::move(chip), std::move(applet));
}

Bytes SoftCard::answerToReset() const {
    // Direct convention, T=1 only; the last byte is the exclusive or of all after the first. Historical bytes: card
    // capabilities, the third of which says chaining and, unless the card refuses them and owns to it, extended
    // lengths.
    const CardFaults& faults = chip_->file.faults;
    const std::uint8_t can = faults.refusesExtended && !faults.claimsExtended ? 0x80 : 0xC0;
    Bytes atr{0x3B, 0x8B, 0x81, 0x01, 0x80, 0x73, 0x00, 0x00, can, 0x55, 'K', 'M', 'I', 'X', 'R'};
    std::uint8_t check = 0;
    for (const std::uint8_t byte : std::span(atr).subspan(1)) {
        check ^= byte;
    }
    atr.push_back(check);
    return atr;
}

void SoftCard::reset() {
    applet_->reset();
    chain_.reset();
    desk_.clear();
}

Bytes SoftCard::answer(ByteView wire) {
    const CardFaults& faults = chip_->file.faults;
    if (faults.dirtyEvery > 0 && ++commands_ % faults.dirtyEvery == 0) {
        return statusOnly(0x6F00).encode(); // the contact failed: the card has not understood
    }
    auto command = ReceivedCommand::parse(wire);
    if (!command || (command->extended && faults.refusesExtended)) {
        return statusOnly(0x6700).encode();
    }
    if (command->ins == 0xC0) {
        return desk_.more(command->expected).encode();
    }
    desk_.clear();
    if (command->chained() && faults.refusesChaining) {
        return statusOnly(0x6884).encode();
    }
    if (chain_ && (chain_->ins != command->ins || chain_->p1p2() != command->p1p2())) {
        chain_.reset(); // another command in between: the chain is void
    }
    if (chain_) {
        if (chain_->data.size() + command->data.size() > longestChain) {
            chain_.reset();
            return statusOnly(0x6700).encode();
        }
        command->data.insert(command->data.begin(), chain_->data.begin(), chain_->data.end());
        chain_.reset();
    }
    if (command->chained()) {
        chain_ = std::move(command);
        return Answer{}.encode();
    }
    return desk_.hand(applet_->execute(*command), command->expected, command->ins == 0xB0, faults).encode();
}

} // namespace kmixr::practice
