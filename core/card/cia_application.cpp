#include "core/card/cia_application.h"

#include "core/card/key_agreement.h"
#include "core/card/problems.h"
#include "core/card/signature_input.h"

#include <algorithm>
#include <utility>

namespace kmixr::card {
namespace {

constexpr std::array<std::uint8_t, 2> efOd{0x50, 0x31}, efCiaInfo{0x50, 0x32};

cia::Path fileOf(const std::array<std::uint8_t, 2>& name) {
    return {{name.begin(), name.end()}, 0, std::nullopt};
}

/// Everything the directory lists.
struct Listing {
    std::vector<cia::PrivateKey> keys;
    std::vector<cia::CertificateEntry> certificates;
    std::vector<cia::Pin> pins;
};

bool isAbsent(const Problem& problem) {
    return problem.is(problems::refused) || problem.is(problems::malformed);
}

/// Appends the entries of all files; one that cannot be read is as good as empty.
template <class Entry>
Outcome<void> readLists(CiaFiles& files, const std::vector<cia::Path>& places,
                        std::vector<Entry> (*entriesOf)(ByteView), std::vector<Entry>& all) {
    for (const cia::Path& place : places) {
        const auto content = files.readRow(place);
        if (!content && !isAbsent(content.error())) {
            return fail(content.error());
        }
        if (content) {
            auto entries = entriesOf(*content);
            std::ranges::move(entries, std::back_inserter(all));
        }
    }
    return {};
}

/// The card's own numbers of the keys' algorithms, read only where a key refers to them.
Outcome<void> readAlgorithms(CiaFiles& files, std::vector<cia::PrivateKey>& keys) {
    if (std::ranges::none_of(keys, [](const cia::PrivateKey& key) { return key.algorithm.has_value(); })) {
        return {};
    }
    const auto information = files.readRow(fileOf(efCiaInfo));
    if (!information) {
        return isAbsent(information.error()) ? Outcome<void>{} : fail(information.error());
    }
    const auto algorithms = cia::algorithmsOf(*information);
    for (cia::PrivateKey& key : keys) {
        const auto known = key.algorithm ? algorithms.find(*key.algorithm) : algorithms.end();
        if (known != algorithms.end()) {
            key.algorithmReference = known->second;
        }
    }
    return {};
}

Outcome<std::optional<Listing>> readListing(CiaFiles& files, const cia::Path& objects) {
    const auto directory = files.readRow(objects);
    if (!directory && isAbsent(directory.error())) {
        return std::nullopt;
    }
    if (!directory) {
        return fail(directory.error());
    }
    const cia::ObjectDirectory places = cia::objectDirectoryOf(*directory);
    Listing listing;
    return readLists(files, places.privateKeys, cia::privateKeysOf, listing.keys)
        .and_then([&] { return readLists(files, places.certificates, cia::certificatesOf, listing.certificates); })
        .and_then([&] { return readLists(files, places.pins, cia::pinsOf, listing.pins); })
        .and_then([&] { return readAlgorithms(files, listing.keys); })
        .map([&] { return std::optional(std::move(listing)); });
}

const cia::CertificateEntry* certificateOf(const Listing& listing, const cia::PrivateKey& key) {
    const auto found = std::ranges::find_if(listing.certificates, [&](const cia::CertificateEntry& entry) {
        return entry.id == key.id && !entry.authority;
    });
    return found == listing.certificates.end() ? nullptr : &*found;
}

const cia::Pin* pinOf(const Listing& listing, const cia::PrivateKey& key) {
    const auto found = std::ranges::find(listing.pins, key.pinId, &cia::Pin::id);
    if (found != listing.pins.end()) {
        return &*found;
    }
    // A key that names no PIN on a card with one PIN: that one it is.
    return key.pinId.empty() && listing.pins.size() == 1 ? &listing.pins.front() : nullptr;
}

bool maySign(const cia::PrivateKey& key) {
    return (key.usage & (cia::usage::sign | cia::usage::signRecover)) != 0 &&
           (key.usage & cia::usage::nonRepudiation) == 0;
}

Outcome<Bytes> certificateBytes(CiaFiles& files, const cia::CertificateEntry& entry, const KnownCards& known) {
    return entry.path.file.empty() ? Outcome<Bytes>(entry.value)
                                   : files.readCertificate(entry.path, known, Expect::New);
}

/// The better of the keys that may sign in, by their certificates; nullopt when there is none.
Outcome<std::optional<CiaLayout>> choose(CiaFiles& files, const Listing& listing, const KnownCards& known) {
    std::optional<CiaLayout> best;
    int bestFitness = 0;
    for (const cia::PrivateKey& key : listing.keys) {
        const cia::CertificateEntry* entry = certificateOf(listing, key);
        const cia::Pin* pin = pinOf(listing, key);
        if (!maySign(key) || entry == nullptr || pin == nullptr) {
            continue;
        }
        auto der = certificateBytes(files, *entry, known);
        if (!der && !isAbsent(der.error())) {
            return fail(std::move(der.error()));
        }
        const auto certificate = der ? Certificate::parse(*der) : Outcome<Certificate>(fail(problems::malformed));
        const bool fits = certificate && (certificate->scheme() == SignatureScheme::EcdsaP256Sha256) == key.ec;
        const int fitness = fits ? certificate->signInFitness() : 0;
        if (fitness > bestFitness) {
            bestFitness = fitness;
            best.emplace();
            best->key = key;
            best->pin = *pin;
            best->certificatePath = entry->path;
            best->certificate = std::move(*der);
        }
    }
    return best;
}

/// A key for the vault: it agrees on secrets and is opened by the same PIN, so that one VERIFY does for both.
Outcome<void> chooseAgreementKey(CiaFiles& files, const Listing& listing, KnownCards& known, CiaLayout& layout) {
    for (const cia::PrivateKey& key : listing.keys) {
        const cia::CertificateEntry* entry = certificateOf(listing, key);
        const cia::Pin* pin = pinOf(listing, key);
        const bool usable = key.ec && (key.usage & cia::usage::derive) != 0 && !key.consentEachTime && pin != nullptr &&
                            *pin == layout.pin;
        if (!usable || entry == nullptr) {
            continue;
        }
        if (key.id != layout.key.id && cia::isAbsolute(entry->path)) { // can be selected at any time
            layout.agreementKey = key;
            layout.agreementCertificatePath = entry->path;
            return {};
        }
        auto der =
            key.id == layout.key.id ? Outcome<Bytes>(layout.certificate) : certificateBytes(files, *entry, known);
        if (!der && !isAbsent(der.error())) {
            return fail(std::move(der.error()));
        }
        const auto certificate = der ? Certificate::parse(*der) : Outcome<Certificate>(fail(problems::malformed));
        if (certificate && certificate->scheme() == SignatureScheme::EcdsaP256Sha256) {
            layout.agreementKey = key;
            layout.agreementCertificate = std::move(*der);
            return {};
        }
    }
    return {};
}

/// The card does not take the command; asking differently is allowed. Not among them: 6982, which speaks of the PIN.
bool maySpeakOtherwise(StatusWord word) {
    return sw::notHere(word) || word == sw::conditionsNotMet || word == sw::chainingUnsupported ||
           word == sw::recordNotFound || word == 0x6981 || word == 0x6F00;
}

} // namespace

Outcome<std::unique_ptr<CiaApplication>> CiaApplication::discover(CardChannel& channel, const Bytes& aid,
                                                                  const std::optional<cia::Path>& folder,
                                                                  const std::optional<cia::Path>& objects,
                                                                  KnownCards& known) {
    CiaFiles files(channel, aid, folder);
    const auto listing = readListing(files, objects.value_or(fileOf(efOd)));
    if (!listing) {
        return fail(listing.error());
    }
    if (!*listing) {
        return nullptr;
    }
    auto layout = choose(files, **listing, known);
    if (!layout) {
        return fail(std::move(layout.error()));
    }
    if (!*layout) {
        return nullptr;
    }
    if (auto chosen = chooseAgreementKey(files, **listing, known, **layout); !chosen) {
        return fail(std::move(chosen.error()));
    }
    (*layout)->aid = aid;
    (*layout)->folder = folder;
    known.rememberLayout(**layout);
    return std::unique_ptr<CiaApplication>(new CiaApplication(channel, std::move(files), std::move(**layout), known));
}

Outcome<std::unique_ptr<CiaApplication>> CiaApplication::recognize(CardChannel& channel, const CiaLayout& layout,
                                                                   KnownCards& known) {
    if (layout.certificatePath.file.empty()) {
        return nullptr;
    }
    CiaFiles files(channel, layout.aid, layout.folder);
    const auto certificate = files.readCertificate(layout.certificatePath, known, Expect::Known);
    if (!certificate && !isAbsent(certificate.error())) {
        return fail(certificate.error());
    }
    if (!certificate || *certificate != layout.certificate) {
        return nullptr;
    }
    return std::unique_ptr<CiaApplication>(new CiaApplication(channel, std::move(files), layout, known));
}

PinRule CiaApplication::pinRule() const {
    const cia::Pin& pin = layout_.pin;
    constexpr int longest = 16;
    const int room = pin.bcd ? 2 * pin.storedLength : pin.storedLength;
    int most = pin.maxLength > 0 ? pin.maxLength : longest;
    if (room > 0 && (pin.maxLength == 0 || pin.needsPadding)) {
        most = std::min(pin.maxLength > 0 ? pin.maxLength : room, room);
    }
    return {.minLength = std::clamp(pin.minLength, 1, most), .maxLength = most, .digitsOnly = pin.digitsOnly};
}

Outcome<void> CiaApplication::selectPinPlace() {
    return layout_.pin.path ? files_.select(*layout_.pin.path) : Outcome<void>{};
}

Outcome<void> CiaApplication::selectKeyPlace() {
    const auto& path = layout_.key.path;
    if (files_.elsewhere() && path.file.size() > 2) {
        cia::Path folder = path;
        folder.file.resize(path.file.size() - 2);
        return files_.select({folder.file, 0, std::nullopt});
    }
    return files_.elsewhere() && layout_.folder ? files_.select(*layout_.folder) : Outcome<void>{};
}

Outcome<PinState> CiaApplication::pinState() {
    return selectPinPlace().and_then([this] { return queryPin(*channel_, layout_.pin.reference); });
}

PinFormat CiaApplication::pinFormat() const {
    const cia::Pin& pin = layout_.pin;
    const bool fill = pin.needsPadding && pin.storedLength > 0;
    return {.bcd = pin.bcd, .blockSize = fill ? static_cast<std::size_t>(pin.storedLength) : 0, .padding = pin.padding};
}

Outcome<std::uint8_t> CiaApplication::preparePin() {
    files_.keepPin();
    return selectPinPlace().map([this] { return layout_.pin.reference; });
}

Outcome<std::optional<WipedBytes>> CiaApplication::attempt(const cia::Dialect& dialect, const cia::PrivateKey& key,
                                                           ByteView prepared, std::size_t replyLength) {
    const auto naming = cia::nameKey(dialect, key);
    if (!naming) {
        return std::nullopt;
    }
    const WipedBytes wire = naming->encodeShort(TransportProtocol::T1);
    if (namedBy_ != wire) {
        namedBy_.reset();
        const auto named = channel_->send(*naming);
        if (!named) {
            return fail(named.error());
        }
        if (named->status == sw::securityNotSatisfied) {
            return failStatus(named->status, "name key");
        }
        if (!named->done()) {
            return std::nullopt;
        }
        namedBy_ = wire;
    }
    auto answer = channel_->send(cia::operationOf(dialect, prepared, replyLength));
    if (!answer) {
        return fail(std::move(answer.error()));
    }
    if (answer->done()) {
        return std::move(answer->data);
    }
    if (!maySpeakOtherwise(answer->status)) {
        return failStatus(answer->status, "use key");
    }
    return std::nullopt;
}

Outcome<std::optional<WipedBytes>> CiaApplication::signIn(const cia::Dialect& dialect, const Certificate& certificate,
                                                          const Sha256& digest) {
    Bytes prepared(digest.begin(), digest.end());
    if (dialect.input == cia::Input::DigestInfo) {
        prepared = digestInfo(digest);
    } else if (dialect.input == cia::Input::PaddedBlock) {
        prepared = paddedBlock(digest, certificate.signatureSize());
    }
    const std::size_t reply = dialect.ec ? CommandApdu::shortReply : certificate.signatureSize();
    return attempt(dialect, layout_.key, prepared, reply)
        .map([&](std::optional<WipedBytes> signature) -> std::optional<WipedBytes> {
            if (!signature) {
                return std::nullopt;
            }
            if (dialect.ec) {
                const Bytes der = ecdsaAsDer(*signature);
                signature->assign(der.begin(), der.end());
            }
            return certificate.verify(digest, *signature) ? std::move(signature) : std::nullopt;
        });
}

Outcome<std::optional<WipedBytes>> CiaApplication::searchSignature(const Certificate& certificate,
                                                                   const Sha256& digest) {
    const auto dialects = cia::signDialects();
    for (std::size_t i = 0; i < dialects.size(); ++i) {
        auto signature = signIn(dialects[i], certificate, digest);
        if (!signature || *signature) {
            if (signature) {
                layout_.signDialect = i;
                known_->rememberLayout(layout_);
            }
            return signature;
        }
    }
    return std::nullopt;
}

Outcome<WipedBytes> CiaApplication::sign(const Certificate& certificate, const Sha256& digest) {
    using Signature = std::optional<WipedBytes>;
    if (const auto placed = selectKeyPlace(); !placed && !isAbsent(placed.error())) {
        return fail(placed.error());
    }
    auto signature = layout_.signDialect ? signIn(cia::signDialects()[*layout_.signDialect], certificate, digest)
                                         : searchSignature(certificate, digest);
    return signature.and_then([](Signature made) -> Outcome<WipedBytes> {
        return made ? Outcome<WipedBytes>(std::move(*made))
                    : Outcome<WipedBytes>(fail(problems::signatureWrong, "no dialect gave a signature that fits"));
    });
}

Outcome<std::optional<WipedBytes>> CiaApplication::agree(const cia::Dialect& dialect, const CurvePoint& point) {
    return attempt(dialect, *layout_.agreementKey, point, CommandApdu::shortReply)
        .map([](const std::optional<WipedBytes>& answer) -> std::optional<WipedBytes> {
            auto x = answer ? agreedX(*answer) : WipedBytes{};
            return x.empty() ? std::nullopt : std::optional(std::move(x));
        });
}

/// A question whose answer is known beforehand tells which dialect the card speaks, and that it holds the key.
Outcome<std::size_t> CiaApplication::findAgreementDialect(const Certificate& certificate) {
    const auto question = agreementQuestion(certificate);
    if (!question) {
        return fail(question.error());
    }
    const auto dialects = cia::agreementDialects();
    for (std::size_t i = 0; i < dialects.size(); ++i) {
        const auto answer = agree(dialects[i], question->point);
        if (!answer) {
            return fail(answer.error());
        }
        if (*answer && **answer == question->expected) {
            return i;
        }
    }
    return fail(problems::noVaultMeans, "no dialect of key agreement gave the right answer");
}

Outcome<void> CiaApplication::readAgreementCertificate() {
    if (!layout_.agreementCertificatePath) {
        return {};
    }
    auto der = files_.readCertificate(*layout_.agreementCertificatePath, *known_, Expect::New);
    if (!der && !isAbsent(der.error())) {
        return fail(std::move(der.error()));
    }
    const auto certificate = der ? Certificate::parse(*der) : Outcome<Certificate>(fail(problems::malformed));
    if (!certificate || certificate->scheme() != SignatureScheme::EcdsaP256Sha256) {
        layout_.agreementKey.reset();
        return fail(problems::noVaultMeans, "the key for agreement has no certificate that fits");
    }
    layout_.agreementCertificatePath.reset();
    layout_.agreementCertificate = std::move(*der);
    namedBy_.reset(); // another file was selected
    return {};
}

Outcome<SecretBytes> CiaApplication::vaultSecret(ByteView constant) {
    if (!layout_.agreementKey) {
        return fail(problems::noVaultMeans, "no key for agreement");
    }
    if (!layout_.agreementDialect) {
        if (auto read = readAgreementCertificate(); !read) {
            return fail(std::move(read.error()));
        }
        const auto dialect =
            Certificate::parse(layout_.agreementCertificate).and_then([this](const Certificate& certificate) {
                return findAgreementDialect(certificate);
            });
        if (!dialect) {
            return fail(dialect.error());
        }
        layout_.agreementDialect = *dialect;
        known_->rememberLayout(layout_);
    }
    const auto x = agree(cia::agreementDialects()[*layout_.agreementDialect], vaultPoint(constant));
    if (!x) {
        return fail(x.error());
    }
    return *x ? Outcome<SecretBytes>(SecretBytes(**x)) : fail(problems::refused, "key agreement: no answer");
}

} // namespace kmixr::card
