#include "core/qr/patient_card_token.h"

#include "core/qr/base32.h"
#include "core/qr/problems.h"

#include <algorithm>

namespace kmixr::qr {
namespace {

constexpr std::string_view family = "KMIXR";
constexpr std::string_view prefix = "KMIXR1:";
constexpr std::size_t bodyLength = 26; // 128 bits and two filling bits
constexpr std::size_t checkLength = 2;

/// The first ten bits of SHA-256 over everything printed before them, so that a wrong prefix fails too.
std::string checkOf(std::string_view prefixAndBody) {
    const Sha256 digest = sha256(prefixAndBody);
    const unsigned tenBits = (static_cast<unsigned>(digest[0]) << 2U) | (static_cast<unsigned>(digest[1]) >> 6U);
    return {base32Digit(tenBits >> 5U), base32Digit(tenBits)};
}

/// "KMIXR2:…", "KMIXR10:…": a card of an edition after ours.
bool isLaterEdition(std::string_view text) {
    if (!text.starts_with(family))
        return false;
    text.remove_prefix(family.size());
    const std::size_t colon = text.find(':');
    if (colon == 0 || colon > 4) // also npos
        return false;
    const std::string_view edition = text.substr(0, colon);
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return std::ranges::all_of(edition, isDigit) && edition.front() != '0' && edition != "1";
}

} // namespace

Outcome<PatientCardToken> PatientCardToken::read(std::string_view symbolText) {
    if (isLaterEdition(symbolText))
        return fail(problems::newerCard);
    if (!symbolText.starts_with(prefix))
        return fail(problems::notPatientCard);
    if (symbolText.size() != prefix.size() + bodyLength + checkLength)
        return fail(problems::damaged, "length");
    const std::string_view checked = symbolText.substr(0, prefix.size() + bodyLength);
    if (!fromBase32(checked.substr(prefix.size())))
        return fail(problems::damaged, "alphabet");
    if (symbolText.substr(checked.size()) != checkOf(checked))
        return fail(problems::damaged, "check");
    return PatientCardToken(std::string(symbolText));
}

PatientCardToken PatientCardToken::of(const std::array<std::uint8_t, 16>& random) {
    std::string text = std::string(prefix) + toBase32(random);
    text += checkOf(text);
    return PatientCardToken(std::move(text));
}

Sha256 PatientCardToken::hash() const {
    Bytes random = fromBase32(std::string_view(text_).substr(prefix.size(), bodyLength)).value_or(Bytes{});
    const Sha256 digest = sha256(random);
    std::ranges::fill(random, std::uint8_t{0});
    return digest;
}

std::string PatientCardToken::ending() const {
    return text_.substr(prefix.size() + bodyLength - 4, 4);
}

} // namespace kmixr::qr
