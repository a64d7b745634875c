// A PIV card (SP 800-73-4, cards.md §6): data objects, one PIN, 9A for signing in, 9D for key management.
#include "app/practice/cards/applet.h"
#include "app/practice/cards/der.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace kmixr::practice {
namespace {

constexpr std::array<std::uint8_t, 11> applicationId{0xA0, 0x00, 0x00, 0x03, 0x08, 0x00, 0x00, 0x10, 0x00, 0x01, 0x00};
constexpr std::size_t shortestName = 5; ///< the registered provider alone selects too
constexpr std::uint8_t applicationPin = 0x80, authenticationKey = 0x9A, managementKey = 0x9D;
constexpr std::size_t pinSize = 8;

Bytes gzipped(const Bytes& plain) {
    constexpr int gzip = 16 + MAX_WBITS;
    z_stream state{};
    deflateInit2(&state, Z_BEST_COMPRESSION, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY);
    Bytes input = plain, out(deflateBound(&state, plain.size()));
    state.next_in = input.data();
    state.avail_in = static_cast<uInt>(input.size());
    state.next_out = out.data();
    state.avail_out = static_cast<uInt>(out.size());
    deflate(&state, Z_FINISH);
    out.resize(out.size() - state.avail_out);
    deflateEnd(&state);
    return out;
}

Bytes certificateObject(const Bytes& certificate, bool compressed) {
    const Bytes content = compressed ? gzipped(certificate) : certificate;
    return der::object(0x53, {der::object(0x70, ByteView(content)),
                              der::object(0x71, {Bytes{static_cast<std::uint8_t>(compressed ? 1 : 0)}}),
                              der::object(0xFE, ByteView())});
}

/// Card holder unique identifier with a made-up number.
Bytes uniqueIdentifier() {
    const Bytes agencyNumber(25, 0xD0), guid(16, 0x4B);
    return der::object(0x53, {der::object(0x30, ByteView(agencyNumber)), der::object(0x34, ByteView(guid)),
                              der::object(0x35, bytesOf("20991231")), der::object(0x3E, ByteView()),
                              der::object(0xFE, ByteView())});
}

class PivApplet final : public Applet {
public:
    using Applet::Applet;

    void reset() override { selected_ = verified_ = false; }

    Answer execute(const ReceivedCommand& command) override {
        if (command.cla != 0x00) {
            return statusOnly(0x6E00);
        }
        if (command.ins == 0xA4) {
            return select(command);
        }
        if (!selected_) {
            return statusOnly(0x6D00);
        }
        switch (command.ins) {
        case 0xCB:
            return getData(command);
        case 0x20:
            return verifyPin(command);
        case 0x87:
            return authenticate(command);
        default:
            return statusOnly(0x6D00);
        }
    }

private:
    Answer select(const ReceivedCommand& command) {
        const bool ours = command.p1 == 0x04 && command.data.size() >= shortestName &&
                          command.data.size() <= applicationId.size() &&
                          std::equal(command.data.begin(), command.data.end(), applicationId.begin());
        if (!ours) {
            return statusOnly(command.p1 == 0x04 ? 0x6A82 : 0x6A86);
        }
        reset();
        selected_ = true;
        const Bytes version(applicationId.begin() + 5, applicationId.end());
        const Bytes provider(applicationId.begin(), applicationId.begin() + 5);
        return {der::object(0x61, {der::object(0x4F, ByteView(version)),
                                   der::object(0x79, {der::object(0x4F, ByteView(provider))})}),
                0x9000};
    }

    Answer getData(const ReceivedCommand& command) const {
        const auto tag = der::find(command.data, 0x5C);
        if (command.p1p2() != 0x3FFF || !tag) {
            return statusOnly(0x6A86);
        }
        const std::string name = toHex(*tag);
        const bool compressed = chip().file.compressedCertificates;
        if (name == "5fc105") {
            return {certificateObject(chip().certificate, compressed), 0x9000};
        }
        if (name == "5fc10b" && chip().vaultKey) {
            return {certificateObject(chip().vaultCertificate, compressed), 0x9000};
        }
        if (name == "5fc102") {
            return {uniqueIdentifier(), 0x9000};
        }
        return statusOnly(0x6A82);
    }

    Answer verifyPin(const ReceivedCommand& command) {
        if (command.p1 != 0 || command.p2 != applicationPin) {
            return statusOnly(0x6A88);
        }
        if (!command.data.empty() && command.data.size() != pinSize) {
            return statusOnly(0x6A80); // malformed: the counter stays
        }
        ByteView typed = command.data;
        while (!typed.empty() && typed.back() == 0xFF) {
            typed = typed.first(typed.size() - 1);
        }
        return verify(typed, verified_);
    }

    Answer authenticate(const ReceivedCommand& command) const {
        const bool vault = command.p2 == managementKey && chip().vaultKey;
        if (command.p2 != authenticationKey && !vault) {
            return statusOnly(0x6A86);
        }
        if (!verified_) {
            return statusOnly(0x6982);
        }
        const CardKey& key = vault ? *chip().vaultKey : chip().key;
        const std::uint8_t algorithm = key.isRsa() ? 0x07 : 0x11;
        const auto dynamic = der::find(command.data, 0x7C);
        if (command.p1 != algorithm || !dynamic || !der::find(*dynamic, 0x82)) {
            return statusOnly(0x6A80);
        }
        std::optional<Bytes> result;
        if (const auto point = der::find(*dynamic, 0x85)) {
            result = vault ? key.agree(*point) : std::nullopt;
        } else if (const auto input = der::find(*dynamic, 0x81)) {
            result = key.isRsa() ? key.rawRsa(*input) : key.ecdsa(*input);
        }
        if (!result) {
            return statusOnly(0x6A80);
        }
        return {der::object(0x7C, {der::object(0x82, ByteView(*result))}), 0x9000};
    }

    bool selected_ = false, verified_ = false;
};

} // namespace

std::unique_ptr<Applet> makePivApplet(Chip& chip) {
    return std::make_unique<PivApplet>(chip);
}

} // namespace kmixr::practice
