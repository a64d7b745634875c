// What the applications on software cards share: the chip under them with its keys, its PIN and their counter, and the
// commands every one of them answers in the same way.
#pragma once

#include "app/practice/cards/card_file.h"
#include "app/practice/cards/card_key.h"
#include "app/practice/cards/command_apdu.h"
#include "app/practice/cards/response_desk.h"

#include <functional>
#include <memory>
#include <optional>

namespace kmixr::practice {

struct Chip {
    CardFile file;
    std::function<void(const CardFile&)> store; ///< called after every change of the counter
    CardKey key;
    Bytes certificate; ///< DER, cut where a fault says so
    std::optional<CardKey> vaultKey;
    Bytes vaultCertificate;
};

Answer statusOnly(std::uint16_t word);
bool sameBytes(ByteView left, ByteView right);

/// Thread: the card's.
class Applet {
public:
    explicit Applet(Chip& chip) : chip_(&chip) {}
    Applet(const Applet&) = delete;
    Applet& operator=(const Applet&) = delete;
    virtual ~Applet() = default;

    /// Power gone or card reset: selection and PIN state are lost, counters are not.
    virtual void reset() = 0;
    /// A whole command, chained parts joined.
    virtual Answer execute(const ReceivedCommand& command) = 0;

protected:
    [[nodiscard]] Chip& chip() const { return *chip_; }
    /// VERIFY against the chip's PIN; `typed` without filling. An empty one asks.
    Answer verify(ByteView typed, bool& verified, bool tellsVerified = true);
    /// READ BINARY of a file's content.
    [[nodiscard]] Answer readBinary(ByteView content, const ReceivedCommand& command) const;
    /// A signature over a DigestInfo, a whole block or a hash, as the key and the card's dialects allow.
    [[nodiscard]] Answer signAny(const CardKey& key, ByteView input) const;

private:
    Chip* chip_;
};

std::unique_ptr<Applet> makeHpkiApplet(Chip& chip);
std::unique_ptr<Applet> makeJpkiApplet(Chip& chip);
std::unique_ptr<Applet> makePivApplet(Chip& chip);
std::unique_ptr<Applet> makePkcs15Applet(Chip& chip);

} // namespace kmixr::practice
