// ISO/IEC 7816-4 commands and answers as named values (cards.md §3, §5).
#pragma once

#include "core/card/status_word.h"
#include "core/card/wiped_bytes.h"
#include "core/common/bytes.h"
#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kmixr::card {

enum class TransportProtocol : std::uint8_t { T0, T1 };

/// One command before it is cut and encoded. Its body is wiped with it.
struct CommandApdu {
    static constexpr std::size_t shortData = 255, shortReply = 256, extendedData = 65'526, extendedReply = 65'536;
    /// A certificate in one answer, and no more than the buffers of small cards hold.
    static constexpr std::size_t longReply = 2'048;

    std::uint8_t cla = 0, ins = 0, p1 = 0, p2 = 0;
    WipedBytes data;
    std::optional<std::size_t> expected = std::nullopt; ///< Le: 1–65,536 bytes; 256 is "all of a short answer"

    [[nodiscard]] bool fitsShort() const { return data.size() <= shortData && expected.value_or(0) <= shortReply; }
    /// The bytes on the wire. On T=0 a command with a body carries no Le; the answer is fetched by GET RESPONSE.
    [[nodiscard]] WipedBytes encodeShort(TransportProtocol protocol) const;
    [[nodiscard]] WipedBytes encodeExtended() const;
};

struct ResponseApdu {
    WipedBytes data;
    StatusWord status = 0;

    [[nodiscard]] bool done() const { return status == sw::done; }
    /// `card.communication` for fewer than two bytes: what a reader says when the card left in the middle (§2.2).
    static Outcome<ResponseApdu> parse(ByteView raw);
};

namespace apdu {

enum class SelectReply : std::uint8_t { ControlInformation, None };

/// SELECT by application identifier (DF name).
CommandApdu selectApplication(ByteView aid, SelectReply reply);
/// SELECT an elementary file under the current application, no answer data.
CommandApdu selectFile(std::uint16_t fileId);
/// READ BINARY of the selected file; offset ≤ 7FFF, length 1–256, more in extended form.
CommandApdu readBinary(std::size_t offset, std::size_t length);
/// VERIFY without a body: asks for the tries left and spends none.
CommandApdu pinQuery(std::uint8_t reference);
/// VERIFY. The PIN is moved into the command and wiped with it.
CommandApdu verify(std::uint8_t reference, SecretBytes&& pin);
/// MANAGE SECURITY ENVIRONMENT: SET the private key for the digital signature template.
CommandApdu setSigningKey(ByteView keyReference);
/// PERFORM SECURITY OPERATION: COMPUTE DIGITAL SIGNATURE over what the host prepared (a whole padded block, or a hash).
CommandApdu computeSignature(ByteView prepared, std::size_t replyLength);
/// The same in the way of JPKI cards: the card pads the DigestInfo itself.
CommandApdu computeSignatureOfDigestInfo(ByteView digestInfo);
CommandApdu getResponse(std::size_t length);

} // namespace apdu
} // namespace kmixr::card
