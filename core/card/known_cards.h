// Certificates that were read since the program started: a card that comes back is told by the first bytes of its
// certificate, and the rest need not be read again. Who holds the card is still proven by its signature alone.
#pragma once

#include "core/card/cia_layout.h"
#include "core/common/bytes.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kmixr::card {

/// Thread: the card's worker. In memory only; nothing of it is written anywhere.
class KnownCards {
public:
    /// The certificate that begins so and is `size` bytes long. Only where issuer and serial number, which name one
    /// certificate, lie within `beginning`.
    [[nodiscard]] std::optional<Bytes> certificate(ByteView beginning, std::size_t size) const;
    [[nodiscard]] bool has(ByteView der) const;
    void rememberCertificate(ByteView der);
    /// The certificate did not fit the card's signature, or the layout the card.
    void forgetCertificate(ByteView der);

    /// This reader broke off a long answer although the card announced them: from now on it is asked for short ones.
    void keepRepliesShort(const std::string& reader) { shortReaders_.insert(reader); }
    [[nodiscard]] bool keepsRepliesShort(const std::string& reader) const { return shortReaders_.contains(reader); }

    /// The PIN pad of this reader failed: from now on PINs are typed on the screen.
    void distrustPad(const std::string& reader) { padlessReaders_.insert(reader); }
    [[nodiscard]] bool trustsPad(const std::string& reader) const { return !padlessReaders_.contains(reader); }

    /// Newest first.
    [[nodiscard]] const std::vector<CiaLayout>& layouts() const { return layouts_; }
    void rememberLayout(const CiaLayout& layout);

private:
    struct Known {
        Bytes der;
        std::size_t namedBy = 0; ///< bytes from the start until issuer and serial number are complete
    };
    std::vector<Known> certificates_;
    std::vector<CiaLayout> layouts_;
    std::set<std::string> shortReaders_, padlessReaders_;
};

} // namespace kmixr::card
