#include "core/card/cia_dialects.h"

#include <array>

namespace kmixr::card::cia {
namespace {

constexpr std::uint8_t signature = 0xB6, authentication = 0xA4, confidentiality = 0xB8;

// Rows without an algorithm come first: they say what the card's own directory says. The algorithm bytes below them
// were seen on cards that insist on one.
constexpr std::array signRows{
    Dialect{false, signature, Naming::ReferenceAndAlgorithm, {}, Operation::ComputeSignature, Input::DigestInfo},
    Dialect{false, signature, Naming::ReferenceAndAlgorithm, {}, Operation::ComputeSignature, Input::PaddedBlock},
    Dialect{true, signature, Naming::ReferenceAndAlgorithm, {}, Operation::ComputeSignature, Input::Hash},
    Dialect{false, signature, Naming::Reference, {}, Operation::ComputeSignature, Input::DigestInfo},
    Dialect{false, signature, Naming::Reference, {}, Operation::ComputeSignature, Input::PaddedBlock},
    Dialect{false, signature, Naming::FileAndReference, 0x00, Operation::ComputeSignature, Input::PaddedBlock},
    Dialect{false, signature, Naming::FileAndReference, 0x02, Operation::ComputeSignature, Input::DigestInfo},
    Dialect{false, signature, Naming::FileAndReference, {}, Operation::ComputeSignature, Input::DigestInfo},
    Dialect{false, signature, Naming::FileAndReference, {}, Operation::ComputeSignature, Input::PaddedBlock},
    Dialect{false, signature, Naming::File, {}, Operation::ComputeSignature, Input::PaddedBlock},
    Dialect{false, signature, Naming::File, {}, Operation::ComputeSignature, Input::DigestInfo},
    Dialect{false, signature, Naming::Reference, 0x11, Operation::ComputeSignature, Input::DigestInfo},
    Dialect{false, signature, Naming::Reference, 0x02, Operation::ComputeSignature, Input::DigestInfo},
    Dialect{false, signature, Naming::Reference, 0x00, Operation::ComputeSignature, Input::PaddedBlock},
    Dialect{false, signature, Naming::Reference, {}, Operation::ComputeSignature, Input::Hash},
    Dialect{false, authentication, Naming::Reference, {}, Operation::InternalAuthenticate, Input::DigestInfo},
    Dialect{false, authentication, Naming::Reference, {}, Operation::InternalAuthenticate, Input::PaddedBlock},
    Dialect{true, signature, Naming::Reference, {}, Operation::ComputeSignature, Input::Hash},
    Dialect{true, signature, Naming::FileAndReference, 0x04, Operation::ComputeSignature, Input::Hash},
    Dialect{true, signature, Naming::FileAndReference, {}, Operation::ComputeSignature, Input::Hash},
    Dialect{true, signature, Naming::File, {}, Operation::ComputeSignature, Input::Hash},
    Dialect{true, signature, Naming::Reference, 0x04, Operation::ComputeSignature, Input::Hash},
    Dialect{true, signature, Naming::Reference, 0x21, Operation::ComputeSignature, Input::Hash},
    Dialect{true, authentication, Naming::Reference, {}, Operation::InternalAuthenticate, Input::Hash},
};

constexpr std::array agreementRows{
    Dialect{true, authentication, Naming::ReferenceAndAlgorithm, {}, Operation::GeneralAuthenticate},
    Dialect{true, authentication, Naming::Reference, {}, Operation::GeneralAuthenticate},
    Dialect{true, authentication, Naming::FileAndReference, {}, Operation::GeneralAuthenticate},
    Dialect{true, authentication, Naming::FileAndReference, 0x04, Operation::GeneralAuthenticate},
    Dialect{true, confidentiality, Naming::Reference, {}, Operation::GeneralAuthenticate},
    Dialect{true, confidentiality, Naming::FileAndReference, {}, Operation::GeneralAuthenticate},
    Dialect{true, confidentiality, Naming::FileAndReference, 0x04, Operation::GeneralAuthenticate},
    Dialect{true, confidentiality, Naming::Reference, {}, Operation::DecipherPoint},
    Dialect{true, confidentiality, Naming::FileAndReference, 0x04, Operation::DecipherPoint},
};

void append(WipedBytes& out, std::uint8_t tag, ByteView value) {
    out.push_back(tag);
    out.push_back(static_cast<std::uint8_t>(value.size()));
    out.insert(out.end(), value.begin(), value.end());
}

WipedBytes wrapped(std::initializer_list<std::uint8_t> outerToInner, std::uint8_t innermost, ByteView value) {
    WipedBytes out;
    append(out, innermost, value);
    for (auto tag = std::rbegin(outerToInner); tag != std::rend(outerToInner); ++tag) {
        WipedBytes around;
        append(around, *tag, out);
        out = std::move(around);
    }
    return out;
}

} // namespace

std::span<const Dialect> signDialects() {
    return signRows;
}
std::span<const Dialect> agreementDialects() {
    return agreementRows;
}

std::optional<CommandApdu> nameKey(const Dialect& dialect, const PrivateKey& key) {
    const auto& path = key.path.file;
    const ByteView file = path.size() >= 2 ? ByteView(path).last(2) : ByteView{};
    const bool needsFile = dialect.naming == Naming::FileAndReference || dialect.naming == Naming::File;
    const bool byDirectory = dialect.naming == Naming::ReferenceAndAlgorithm;
    const auto algorithm = byDirectory ? key.algorithmReference : dialect.algorithm;
    if (dialect.ec != key.ec || (needsFile ? file.empty() : !key.reference) || (byDirectory && !algorithm)) {
        return std::nullopt;
    }
    CommandApdu command{.ins = 0x22, .p1 = 0x41, .p2 = dialect.control, .data = {}};
    if (algorithm) {
        append(command.data, 0x80, ByteView(&*algorithm, 1));
    }
    if (dialect.naming == Naming::FileAndReference) {
        append(command.data, 0x81, file);
    }
    if (dialect.naming == Naming::File) {
        append(command.data, 0x84, file);
    } else {
        const std::uint8_t reference = key.reference.value_or(0);
        append(command.data, 0x84, ByteView(&reference, 1));
    }
    return command;
}

CommandApdu operationOf(const Dialect& dialect, ByteView prepared, std::size_t replyLength) {
    switch (dialect.operation) {
    case Operation::ComputeSignature:
        break;
    case Operation::InternalAuthenticate:
        return {.ins = 0x88, .data = {prepared.begin(), prepared.end()}, .expected = replyLength};
    case Operation::GeneralAuthenticate:
        return {.ins = 0x86, .data = wrapped({0x7C}, 0x85, prepared), .expected = replyLength};
    case Operation::DecipherPoint: { // A6 { 7F49 { 86 point } }
        WipedBytes key{0x7F};
        const WipedBytes point = wrapped({0x49}, 0x86, prepared);
        key.insert(key.end(), point.begin(), point.end());
        CommandApdu command{.ins = 0x2A, .p1 = 0x80, .p2 = 0x86, .data = {}, .expected = replyLength};
        append(command.data, 0xA6, key);
        return command;
    }
    }
    return apdu::computeSignature(prepared, replyLength);
}

} // namespace kmixr::card::cia
