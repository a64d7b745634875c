// The patient's QR card: "KMIXR1:" + 26 characters base32 of 128 random bits + 2 check characters (DESIGN §4).
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"

#include <array>
#include <string>
#include <string_view>

namespace kmixr::qr {

/// A value that exists is valid. The token opens a patient's data: it is sent once, never stored, never logged.
class PatientCardToken {
public:
    /// Reads the text of a symbol. Problems: notPatientCard, newerCard, damaged.
    static Outcome<PatientCardToken> read(std::string_view symbolText);
    /// Makes the token of 16 random bytes (issuing cards, practice).
    static PatientCardToken of(const std::array<std::uint8_t, 16>& random);

    /// The text printed as QR.
    [[nodiscard]] const std::string& text() const { return text_; }
    /// SHA-256 of the 16 bytes: the only thing a laptop stores.
    [[nodiscard]] Sha256 hash() const;
    /// Last four characters before the check, for the banner: 「カード 末尾 K7Q2」.
    [[nodiscard]] std::string ending() const;

private:
    explicit PatientCardToken(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

} // namespace kmixr::qr
