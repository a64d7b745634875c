#include "core/card/piv_application.h"

#include "core/card/gzip.h"
#include "core/card/key_agreement.h"
#include "core/card/problems.h"
#include "core/card/signature_input.h"
#include "core/card/tlv.h"

#include <algorithm>
#include <array>

namespace kmixr::card {
namespace {

constexpr std::uint8_t authenticationKey = 0x9A, managementKey = 0x9D;
constexpr std::uint8_t authenticationCertificate = 0x05, managementCertificate = 0x0B; ///< 5FC1xx
constexpr std::uint8_t pinReference = 0x80;
constexpr std::uint8_t p256 = 0x11;

/// Algorithm identifiers of SP 800-78 by the length of the modulus in bytes.
std::optional<std::uint8_t> rsaAlgorithm(std::size_t modulus) {
    switch (modulus) {
    case 256:
        return 0x07;
    case 384:
        return 0x05;
    case 512:
        return 0x16;
    default:
        return std::nullopt;
    }
}

void append(WipedBytes& out, std::uint8_t tag, ByteView value) {
    constexpr std::size_t oneByte = 0x80, twoBytes = 0x100;
    out.push_back(tag);
    if (value.size() >= twoBytes) {
        out.push_back(0x82);
        out.push_back(static_cast<std::uint8_t>(value.size() >> 8U));
    } else if (value.size() >= oneByte) {
        out.push_back(0x81);
    }
    out.push_back(static_cast<std::uint8_t>(value.size() & 0xFFU));
    out.insert(out.end(), value.begin(), value.end());
}

/// Start of the value of the object that begins here, as far as it has arrived.
ByteView valueStart(ByteView bytes, std::uint32_t tag, std::size_t& size) {
    const auto whole = outerSize(bytes);
    if (!whole || bytes[0] != tag) {
        return {};
    }
    // One tag byte, then the length: the head is what the whole has over its value.
    const std::size_t lengthBytes = bytes.size() > 1 && bytes[1] >= 0x80 ? 1U + (bytes[1] & 0x7FU) : 1U;
    const std::size_t head = 1 + lengthBytes;
    size = *whole - head;
    return bytes.size() > head ? bytes.subspan(head) : ByteView{};
}

} // namespace

Outcome<Bytes> PivApplication::readCertificateObject(std::uint8_t tag) {
    const CommandApdu getData{.ins = 0xCB,
                              .p1 = 0x3F,
                              .p2 = 0xFF,
                              .data = {0x5C, 0x03, 0x5F, 0xC1, tag},
                              .expected = CommandApdu::shortReply};
    auto answer = channel_->begin(getData);
    if (answer && sw::moreBytes(answer->status)) {
        // 53 { 70 { certificate …: the beginning tells a known one, and the rest need not be fetched.
        std::size_t size = 0;
        const ByteView object = valueStart(answer->data, 0x53, size);
        const ByteView beginning = valueStart(object, 0x70, size);
        if (auto same = known_->certificate(beginning, size)) {
            return std::move(*same);
        }
        answer = channel_->rest(std::move(*answer));
    }
    if (!answer) {
        return fail(std::move(answer.error()));
    }
    if (!answer->done()) {
        return failStatus(answer->status, "read certificate");
    }
    const auto object = findTlv(answer->data, 0x53);
    const auto certificate = findTlv(object ? object->value : ByteView(answer->data), 0x70);
    if (!certificate || certificate->value.empty()) {
        return fail(problems::refused, "data object without certificate");
    }
    const auto information = findTlv(object ? object->value : ByteView(answer->data), 0x71);
    const bool marked = information && !information->value.empty() && (information->value[0] & 0x01) != 0;
    const ByteView content = certificate->value;
    const bool gzip = content.size() > 2 && content[0] == 0x1F && content[1] == 0x8B;
    if (!marked && !gzip) {
        return Bytes(content.begin(), content.end());
    }
    auto plain = inflated(content);
    return plain ? Outcome<Bytes>(std::move(*plain))
                 : Outcome<Bytes>(fail(problems::malformed, "compressed certificate"));
}

Outcome<Bytes> PivApplication::readCertificate() {
    return readCertificateObject(authenticationCertificate);
}

Outcome<PinState> PivApplication::pinState() {
    return queryPin(*channel_, pinReference);
}

Outcome<std::uint8_t> PivApplication::preparePin() {
    return pinReference;
}

Outcome<WipedBytes> PivApplication::authenticate(std::uint8_t algorithm, std::uint8_t key, std::uint8_t inputTag,
                                                 ByteView input) {
    WipedBytes content{0x82, 0x00};
    append(content, inputTag, input);
    CommandApdu command{.ins = 0x87, .p1 = algorithm, .p2 = key, .data = {}, .expected = CommandApdu::shortReply};
    append(command.data, 0x7C, content);
    const auto answer = channel_->send(command);
    if (!answer) {
        return fail(answer.error());
    }
    if (!answer->done()) {
        return failStatus(answer->status, "use key");
    }
    const auto dynamic = findTlv(answer->data, 0x7C);
    const auto result = dynamic ? findTlv(dynamic->value, 0x82) : std::nullopt;
    if (!result) {
        return fail(problems::malformed, "answer without result");
    }
    return WipedBytes(result->value.begin(), result->value.end());
}

Outcome<WipedBytes> PivApplication::signWith(std::uint8_t key, const Certificate& certificate, const Sha256& digest) {
    if (certificate.scheme() == SignatureScheme::EcdsaP256Sha256) {
        return authenticate(p256, key, 0x81, digest);
    }
    const auto algorithm = rsaAlgorithm(certificate.signatureSize());
    if (!algorithm) {
        return fail(problems::malformed, "no PIV algorithm for this length of key");
    }
    return authenticate(*algorithm, key, 0x81, paddedBlock(digest, certificate.signatureSize()));
}

Outcome<WipedBytes> PivApplication::sign(const Certificate& certificate, const Sha256& digest) {
    return signWith(authenticationKey, certificate, digest);
}

Outcome<WipedBytes> PivApplication::agree(ByteView point) {
    return authenticate(p256, managementKey, 0x85, point).map([](const WipedBytes& answer) { return agreedX(answer); });
}

Outcome<SecretBytes> PivApplication::vaultSecret(ByteView constant) {
    const auto der = readCertificateObject(managementCertificate);
    if (!der && der.error().is(problems::refused)) {
        return fail(problems::noVaultMeans, "no key management certificate");
    }
    if (!der) {
        return fail(der.error());
    }
    const auto certificate = Certificate::parse(*der);
    if (!certificate) {
        return fail(problems::noVaultMeans, "key management key of another kind");
    }
    if (certificate->scheme() == SignatureScheme::RsaPkcs1Sha256) {
        const Sha256 digest = sha256(constant);
        return signWith(managementKey, *certificate, digest).and_then([&](const WipedBytes& block) {
            return certificate->verify(digest, block).map([&] { return SecretBytes(block); });
        });
    }
    if (!known_->has(*der)) {
        // A question whose answer is known: no wrong or faulty card gets to make a key that never opens again.
        const auto question = agreementQuestion(*certificate);
        const auto answer = question ? agree(question->point) : Outcome<WipedBytes>(fail(question.error()));
        if (!answer) {
            return fail(answer.error());
        }
        if (*answer != question->expected) {
            return fail(problems::signatureWrong, "key agreement does not fit the certificate");
        }
        known_->rememberCertificate(*der);
    }
    return agree(vaultPoint(constant)).and_then([](const WipedBytes& x) -> Outcome<SecretBytes> {
        return x.empty() ? fail(problems::malformed, "key agreement without answer")
                         : Outcome<SecretBytes>(SecretBytes(x));
    });
}

} // namespace kmixr::card
