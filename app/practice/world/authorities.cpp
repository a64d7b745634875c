#include "app/practice/world/authorities.h"

#include "app/practice/cards/card_file.h"
#include "app/practice/files.h"
#include "app/practice/world/key_ring.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

constexpr const char* organization = "K-MIX R practice";
constexpr const char* signer = "critical,keyCertSign,cRLSign";
constexpr const char* digitalSignature = "critical,digitalSignature";
constexpr int authorityYears = 10;

CertificatePlan authority(const char* unit, const char* name) {
    CertificatePlan plan;
    plan.subject = {organization, unit, name, {}};
    plan.authority = true;
    plan.keyUsage = signer;
    plan.years = authorityYears;
    return plan;
}

CertificatePlan gatewayPlan() {
    CertificatePlan plan;
    plan.subject = {organization, "Gateway", "Practice gateway", {}};
    plan.keyUsage = digitalSignature;
    plan.extendedKeyUsage = "serverAuth";
    plan.alternativeNames = "IP:127.0.0.1,DNS:localhost";
    return plan;
}

CertificatePlan devicePlan(const std::string& name) {
    CertificatePlan plan;
    plan.subject = {organization, "Laptops", name, {}};
    plan.keyUsage = digitalSignature;
    plan.extendedKeyUsage = "clientAuth";
    return plan;
}

/// As on a HPKI card for authentication: the holder in Latin letters, in Japanese beside it, and the role.
CertificatePlan cardPlan(const StaffMember& member, const Plans& plans) {
    CertificatePlan plan;
    plan.subject = {{}, {}, member.latin, member.card.serial};
    plan.keyUsage = digitalSignature;
    plan.alternativeName =
        DirectoryName{plans.institutions.at(member.institution).claim.name, {}, member.name, member.card.serial};
    plan.hcRole = member.card.hcRole;
    return plan;
}

/// As on a My Number card for user authentication: an identifier made up for the certificate, and no word of the
/// person.
CertificatePlan myNumberPlan(const MyNumberCard& card) {
    CertificatePlan plan;
    plan.subject = {{}, {}, "PRACTICE-" + card.patient + "-USER-AUTHENTICATION", {}};
    plan.keyUsage = digitalSignature;
    return plan;
}

/// Writes the card, unless it is there with this certificate: its PIN counter is where the last owner left it.
Outcome<void> prepareCard(const std::filesystem::path& file, CardFile card, const KeyAndCertificate& pair) {
    const auto keyPem = pair.key.pem();
    const auto certificatePem = pair.certificate.pem();
    if (!keyPem || !certificatePem) {
        return fail(keyPem ? certificatePem.error() : keyPem.error());
    }
    if (const auto before = readCardFile(file);
        before && before->certificatePem == *certificatePem && before->profile == card.profile) {
        return {};
    }
    card.keyPem = *keyPem;
    card.certificatePem = *certificatePem;
    return writeCardFile(file, card);
}

Instant newYearOf(int year) {
    return std::chrono::sys_days{std::chrono::year{year} / 1 / 1};
}

/// For the practice desk: what goes wrong with cards in the field, one thing a card (cards.md §11).
Outcome<void> prepareTroubleCard(const std::filesystem::path& world, const TroubleCard& trouble,
                                 const StaffMember& owner, const Plans& plans, const KeyRing& ring,
                                 const KeyAndCertificate& issuer) {
    CertificatePlan plan = cardPlan(owner, plans);
    if (trouble.years) {
        plan.from = newYearOf(trouble.years->first);
        plan.until = newYearOf(trouble.years->second);
    }
    if (!trouble.hcRole.empty()) {
        plan.hcRole = trouble.hcRole;
    }
    const bool own = trouble.years || !trouble.hcRole.empty() || trouble.otherAuthority;
    auto pair = ring.keepOrMake("card-" + (own ? trouble.id : owner.id), owner.card.key, plan, &issuer);
    auto faults = parseJson(trouble.faults).and_then(faultsFromJson);
    if (!pair || !faults) {
        return fail(pair ? faults.error() : pair.error());
    }
    if (trouble.otherKey) {
        auto stranger = PrivateKey::make(owner.card.key);
        if (!stranger) {
            return fail(stranger.error());
        }
        pair->key = *std::move(stranger);
    }
    CardFile card = makeCard(owner.card.kind, {}, {}, owner.card.pin, owner.card.triesMost);
    card.faults = *faults;
    return prepareCard(world / "cards" / (trouble.id + ".json"), std::move(card), *pair);
}

Outcome<void> prepareTroubleCards(const std::filesystem::path& world, const Staff& staff, const Plans& plans,
                                  const KeyRing& ring, const KeyAndCertificate& cards, const KeyAndCertificate& other) {
    for (const TroubleCard& trouble : staff.troubleCards) {
        const auto owner = std::ranges::find(staff.people, trouble.of, &StaffMember::id);
        if (owner == staff.people.end()) {
            return fail(problems::cardFile, trouble.id + " is nobody's");
        }
        const auto& issuer = trouble.otherAuthority ? other : cards;
        if (auto made = prepareTroubleCard(world, trouble, *owner, plans, ring, issuer); !made) {
            return made;
        }
    }
    return {};
}

Outcome<void> prepareMyNumberCards(const std::filesystem::path& world, const Staff& staff, const KeyRing& ring) {
    const auto issuer = ring.keepOrMake("my-number-ca", KeyKind::P256,
                                        authority("Patients", "Practice user authentication authority"), nullptr);
    if (!issuer) {
        return fail(issuer.error());
    }
    constexpr int tries = 3;
    for (const MyNumberCard& card : staff.myNumberCards) {
        const auto made = ring.keepOrMake("my-number-" + card.patient, KeyKind::Rsa2048, myNumberPlan(card), &*issuer);
        if (!made) {
            return fail(made.error());
        }
        auto written =
            prepareCard(world / "cards" / (card.patient + ".json"), makeCard("jpki", {}, {}, card.pin, tries), *made);
        if (!written) {
            return written;
        }
    }
    return {};
}

} // namespace

Outcome<void> prepareCertificates(const std::filesystem::path& world, const Staff& staff, const Plans& plans,
                                  Instant now) {
    for (const char* folder : {"ca", "cards"}) {
        if (auto made = makePrivateFolder(world / folder); !made) {
            return made;
        }
    }
    const KeyRing ring(world / "ca", now);
    const auto practice =
        ring.keepOrMake("practice-ca", KeyKind::P256, authority("Laptops and gateway", "Practice authority"), nullptr);
    const auto other =
        ring.keepOrMake("other-ca", KeyKind::P256, authority("Somebody else", "Another authority"), nullptr);
    const auto cards =
        ring.keepOrMake("card-ca", KeyKind::Rsa2048, authority("Cards", "Practice card authority"), nullptr);
    for (const auto* made : {&practice, &other, &cards}) {
        if (!*made) {
            return fail(made->error());
        }
    }
    if (auto made = ring.keepOrMake("gateway", KeyKind::P256, gatewayPlan(), &*practice); !made) {
        return fail(made.error());
    }
    if (auto made = ring.keepOrMake("stranger", KeyKind::P256, devicePlan("KMX-P-9999"), &*other); !made) {
        return fail(made.error());
    }
    for (const Laptop& laptop : staff.laptops) {
        auto made = ring.keepOrMake("device-" + laptop.name, KeyKind::P256, devicePlan(laptop.name), &*practice);
        if (!made) {
            return fail(made.error());
        }
    }
    for (const StaffMember& member : staff.people) {
        const auto made = ring.keepOrMake("card-" + member.id, member.card.key, cardPlan(member, plans), &*cards);
        if (!made) {
            return fail(made.error());
        }
        CardFile card = makeCard(member.card.kind, {}, {}, member.card.pin, member.card.triesMost);
        card.triesLeft = member.card.triesLeft;
        if (auto written = prepareCard(world / "cards" / (member.id + ".json"), std::move(card), *made); !written) {
            return written;
        }
    }
    if (auto made = prepareTroubleCards(world, staff, plans, ring, *cards, *other); !made) {
        return made;
    }
    return prepareMyNumberCards(world, staff, ring);
}

Outcome<MyNumberKeys> myNumberKeys(const std::filesystem::path& world, const Staff& staff) {
    MyNumberKeys keys;
    for (const MyNumberCard& card : staff.myNumberCards) {
        auto key = readText(world / "ca" / ("my-number-" + card.patient + ".pem"))
                       .and_then(Certificate::parse)
                       .and_then([](const Certificate& certificate) { return certificate.publicKeySha256(); });
        if (!key) {
            return fail(key.error());
        }
        keys[card.patient] = *std::move(key);
    }
    return keys;
}

} // namespace kmixr::practice
