#include "core/card/known_cards.h"

#include "core/card/tlv.h"

#include <algorithm>

namespace kmixr::card {
namespace {

/// A clinic's doctors and the last patients' cards; the oldest makes room.
constexpr std::size_t mostKnown = 64;

/// Certificate ::= { tbs { [0] version, serialNumber, signature, issuer, … } … }: where issuer ends.
std::size_t endOfIssuer(ByteView der) {
    TlvReader outer(der);
    const auto certificate = outer.next();
    const Tlv tbs = certificate ? certificate->inside() : Tlv{};
    TlvReader parts(tbs.value);
    for (int sequences = 0; auto part = parts.next();) {
        sequences += part->tag == 0x30 ? 1 : 0;
        if (sequences == 2) {
            return static_cast<std::size_t>(part->whole.data() + part->whole.size() - der.data());
        }
    }
    return der.size();
}

template <class List>
void keepNewest(List& list) {
    if (list.size() > mostKnown) {
        list.pop_back();
    }
}

} // namespace

std::optional<Bytes> KnownCards::certificate(ByteView beginning, std::size_t size) const {
    for (const Known& known : certificates_) {
        if (known.der.size() == size && beginning.size() <= size && known.namedBy <= beginning.size() &&
            std::equal(beginning.begin(), beginning.end(), known.der.begin())) {
            return known.der;
        }
    }
    return std::nullopt;
}

bool KnownCards::has(ByteView der) const {
    return std::ranges::any_of(certificates_, [&](const Known& known) { return std::ranges::equal(known.der, der); });
}

void KnownCards::rememberCertificate(ByteView der) {
    std::erase_if(certificates_, [&](const Known& known) { return std::ranges::equal(known.der, der); });
    certificates_.insert(certificates_.begin(), {Bytes(der.begin(), der.end()), endOfIssuer(der)});
    keepNewest(certificates_);
}

void KnownCards::forgetCertificate(ByteView der) {
    std::erase_if(certificates_, [&](const Known& known) { return std::ranges::equal(known.der, der); });
    std::erase_if(layouts_, [&](const CiaLayout& layout) { return std::ranges::equal(layout.certificate, der); });
}

void KnownCards::rememberLayout(const CiaLayout& layout) {
    std::erase_if(layouts_, [&](const CiaLayout& known) { return known.certificate == layout.certificate; });
    layouts_.insert(layouts_.begin(), layout);
    keepNewest(layouts_);
}

} // namespace kmixr::card
