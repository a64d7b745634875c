#include "core/card/cia.h"

#include "core/card/tlv.h"

#include <algorithm>
#include <array>

namespace kmixr::card::cia {
namespace {

constexpr std::uint32_t boolean = 0x01, integer = 0x02, bitString = 0x03, octetString = 0x04, enumerated = 0x0A,
                        sequence = 0x30;

/// Objects of a file in their order; filling after the last one ends it.
std::vector<Tlv> rowOf(ByteView file) {
    std::vector<Tlv> row;
    TlvReader reader(file);
    while (const auto object = reader.next()) {
        if (object->tag == 0x00 || object->tag == 0xFF) {
            break;
        }
        row.push_back(*object);
    }
    return row;
}

std::optional<std::size_t> numberOf(const Tlv& object) {
    if (object.value.empty() || object.value.size() > 4) {
        return std::nullopt;
    }
    std::size_t number = 0;
    for (const std::uint8_t byte : object.value) {
        number = number << 8U | byte;
    }
    return number;
}

/// Old writers stored references of 128 and more as negative numbers, others with a leading zero: the last byte is it.
std::optional<std::uint8_t> referenceOf(const Tlv& object) {
    return object.value.empty() ? std::nullopt : std::optional(object.value.back());
}

/// Bit 0 is the top bit of the first byte.
std::uint16_t bitsOf(const Tlv& object) {
    std::uint16_t bits = 0;
    for (std::size_t bit = 0; bit < 16 && 1 + bit / 8 < object.value.size(); ++bit) {
        if ((object.value[1 + bit / 8] >> (7 - bit % 8) & 1) != 0) {
            bits = static_cast<std::uint16_t>(bits | 1U << bit);
        }
    }
    return bits;
}

Bytes copyOf(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

std::optional<Path> pathOf(const Tlv& object) {
    if (object.tag != sequence) {
        return std::nullopt;
    }
    Path path;
    bool named = false;
    for (const Tlv& part : rowOf(object.value)) {
        if (part.tag == octetString && !named) {
            path.file = copyOf(part.value);
            named = true;
        } else if (part.tag == integer) {
            path.index = numberOf(part).value_or(0);
        } else if (part.tag == 0x80) {
            path.length = numberOf(part);
        }
    }
    constexpr std::size_t longestPath = 16;
    const bool wellFormed = path.file.size() >= 2 && path.file.size() <= longestPath && path.file.size() % 2 == 0;
    return named && wellFormed ? std::optional(std::move(path)) : std::nullopt;
}

/// The parts every object has (§4.5).
struct Object {
    std::uint32_t tag = 0;
    std::vector<Tlv> common, classPart, type;
};

std::optional<Object> objectOf(const Tlv& whole) {
    Object object;
    object.tag = whole.tag;
    int sequences = 0;
    for (const Tlv& part : rowOf(whole.value)) {
        if (part.tag == sequence && sequences < 2) {
            (sequences++ == 0 ? object.common : object.classPart) = rowOf(part.value);
        } else if (part.tag == 0xA1) {
            object.type = rowOf(part.inside().value);
        }
    }
    return sequences == 2 && !object.type.empty() ? std::optional(std::move(object)) : std::nullopt;
}

std::vector<Object> objectsOf(ByteView file) {
    std::vector<Object> objects;
    for (const Tlv& whole : rowOf(file)) {
        if (auto object = objectOf(whole)) {
            objects.push_back(std::move(*object));
        }
    }
    return objects;
}

const Tlv* first(const std::vector<Tlv>& row, std::uint32_t tag) {
    const auto found = std::ranges::find(row, tag, &Tlv::tag);
    return found == row.end() ? nullptr : &*found;
}

Bytes firstBytes(const std::vector<Tlv>& row, std::uint32_t tag) {
    const Tlv* found = first(row, tag);
    return found == nullptr ? Bytes{} : copyOf(found->value);
}

std::optional<PrivateKey> privateKeyOf(const Object& object) {
    if (object.tag != sequence && object.tag != 0xA0) {
        return std::nullopt; // Diffie-Hellman, DSA, …
    }
    PrivateKey key;
    key.ec = object.tag == 0xA0;
    key.pinId = firstBytes(object.common, octetString);
    const Tlv* consent = first(object.common, integer);
    key.consentEachTime = consent != nullptr && numberOf(*consent).value_or(1) > 0;
    key.id = firstBytes(object.classPart, octetString);
    if (const Tlv* bits = first(object.classPart, bitString)) {
        key.usage = bitsOf(*bits); // the first bit string; the second one holds access flags
    }
    if (const Tlv* number = first(object.classPart, integer)) {
        key.reference = referenceOf(*number);
    }
    if (const Tlv* algorithms = first(object.classPart, 0xA1)) {
        const Tlv one = algorithms->inside();
        key.algorithm = one.tag == integer ? referenceOf(one) : std::nullopt;
    }
    if (auto path = pathOf(object.type.front())) {
        key.path = std::move(*path);
    }
    const bool canBeNamed = key.reference || !key.path.file.empty();
    return !key.id.empty() && canBeNamed ? std::optional(std::move(key)) : std::nullopt;
}

std::optional<CertificateEntry> certificateOf(const Object& object) {
    if (object.tag != sequence) {
        return std::nullopt; // not X.509
    }
    CertificateEntry entry;
    entry.id = firstBytes(object.classPart, octetString);
    const Tlv* authority = first(object.classPart, boolean);
    entry.authority = authority != nullptr && !authority->value.empty() && authority->value[0] != 0;
    const Tlv& where = object.type.front();
    if (auto path = pathOf(where)) {
        entry.path = std::move(*path);
    } else if (where.tag == 0xA0) {
        entry.value = copyOf(where.value); // explicitly tagged certificate; some writers leave the inner SEQUENCE out
    } else if (where.tag == sequence) {
        entry.value = copyOf(where.whole);
    } else {
        return std::nullopt;
    }
    return entry.id.empty() ? std::nullopt : std::optional(std::move(entry));
}

std::optional<Pin> pinOf(const Object& object) {
    constexpr std::uint16_t needsPadding = 1U << 5U, unblocking = 1U << 6U, securityOfficer = 1U << 7U;
    if (object.tag != sequence) {
        return std::nullopt; // biometric, external authentication, …
    }
    Pin pin;
    pin.id = firstBytes(object.classPart, octetString);
    const Tlv* flags = first(object.type, bitString);
    const Tlv* kind = first(object.type, enumerated);
    if (flags == nullptr || kind == nullptr || (bitsOf(*flags) & (unblocking | securityOfficer)) != 0) {
        return std::nullopt;
    }
    pin.needsPadding = (bitsOf(*flags) & needsPadding) != 0;
    const auto type = numberOf(*kind).value_or(0);
    pin.bcd = type == 0;
    pin.digitsOnly = type <= 1;
    if (type > 2) {
        return std::nullopt; // half-nibble BCD and ISO 9564-1 blocks: no card of ours is known to want them
    }
    std::array<int, 3> lengths{4, 0, 0}; // minimum, stored, maximum
    std::size_t at = 0;
    for (const Tlv& part : object.type) {
        constexpr std::size_t longest = 64;
        if (part.tag == integer && at < lengths.size()) {
            lengths[at++] = static_cast<int>(std::min(numberOf(part).value_or(0), longest));
        } else if (part.tag == 0x80) {
            pin.reference = referenceOf(part).value_or(0);
        } else if (part.tag == octetString && !part.value.empty()) {
            pin.padding = part.value.back();
        } else if (part.tag == sequence) {
            pin.path = pathOf(part);
        }
    }
    pin.minLength = lengths[0];
    pin.storedLength = lengths[1];
    pin.maxLength = lengths[2];
    return pin;
}

template <class Entry>
std::vector<Entry> entriesOf(ByteView file, std::optional<Entry> (*entryOf)(const Object&)) {
    std::vector<Entry> entries;
    for (const Object& object : objectsOf(file)) {
        if (auto entry = entryOf(object)) {
            entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

/// Names of applications and places within one template of EF.DIR, also those inside its discretionary objects (73).
void readTemplate(ByteView content, std::vector<Application>& found) {
    Application application;
    for (const Tlv& part : rowOf(content)) {
        if (part.tag == 0x4F) {
            application.aid = copyOf(part.value);
        } else if (part.tag == 0x51 && part.value.size() >= 2 && part.value.size() % 2 == 0) {
            application.path = Path{copyOf(part.value), 0, std::nullopt};
        } else if (part.tag == 0x73) {
            for (const Tlv& inner : rowOf(part.value)) {
                if (inner.tag == sequence && !application.objects) {
                    application.objects = pathOf(inner);
                } else if (inner.tag == 0x4F) {
                    found.push_back({copyOf(inner.value), std::nullopt, std::nullopt});
                }
            }
        }
    }
    if (!application.aid.empty()) {
        found.insert(found.begin(), std::move(application));
    }
}

} // namespace

std::vector<Application> applicationsOf(ByteView efDir) {
    std::vector<Application> all;
    for (const Tlv& part : rowOf(efDir)) {
        if (part.tag == 0x61) {
            std::vector<Application> found;
            readTemplate(part.value, found);
            all.insert(all.end(), found.begin(), found.end());
        }
    }
    return all;
}

ObjectDirectory objectDirectoryOf(ByteView efOd) {
    ObjectDirectory directory;
    for (const Tlv& entry : rowOf(efOd)) {
        auto* list = entry.tag == 0xA0   ? &directory.privateKeys
                     : entry.tag == 0xA4 ? &directory.certificates
                     : entry.tag == 0xA8 ? &directory.pins
                                         : nullptr;
        if (list == nullptr) {
            continue;
        }
        for (const Tlv& where : rowOf(entry.value)) {
            if (auto path = pathOf(where)) {
                list->push_back(std::move(*path));
            }
        }
    }
    return directory;
}

std::vector<PrivateKey> privateKeysOf(ByteView efPrkd) {
    return entriesOf(efPrkd, privateKeyOf);
}
std::vector<CertificateEntry> certificatesOf(ByteView efCd) {
    return entriesOf(efCd, certificateOf);
}
std::vector<Pin> pinsOf(ByteView efAod) {
    return entriesOf(efAod, pinOf);
}

std::map<std::uint8_t, std::uint8_t> algorithmsOf(ByteView efCiaInfo) {
    std::map<std::uint8_t, std::uint8_t> algorithms;
    const Tlv information = TlvReader(efCiaInfo).next().value_or(Tlv{});
    const auto supported = findTlv(information.value, 0xA2);
    for (const Tlv& entry : supported ? rowOf(supported->value) : std::vector<Tlv>{}) {
        // reference, algorithm, parameters, operations, [OID], [algRef]: the number after the operations.
        std::vector<Tlv> numbers;
        bool operationsSeen = false;
        for (const Tlv& part : rowOf(entry.value)) {
            operationsSeen = operationsSeen || part.tag == bitString;
            if (part.tag == integer && (numbers.empty() || operationsSeen)) {
                numbers.push_back(part);
            }
        }
        const auto reference = numbers.size() >= 2 ? referenceOf(numbers.front()) : std::nullopt;
        const auto algorithm = reference ? referenceOf(numbers.back()) : std::nullopt;
        if (algorithm) {
            algorithms[*reference] = *algorithm;
        }
    }
    return algorithms;
}

bool isCryptographic(ByteView aid) {
    static constexpr std::array<std::uint8_t, 12> pkcs15{0xA0, 0x00, 0x00, 0x00, 0x63, 0x50,
                                                         0x4B, 0x43, 0x53, 0x2D, 0x31, 0x35};
    static constexpr std::array<std::uint8_t, 5> iso7816Part15{0xE8, 0x28, 0xBD, 0x08, 0x0F};
    const auto startsWith = [&](ByteView name) {
        return aid.size() >= name.size() && std::ranges::equal(aid.first(name.size()), name);
    };
    return startsWith(pkcs15) || startsWith(iso7816Part15);
}

} // namespace kmixr::card::cia
