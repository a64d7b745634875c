// Every key and certificate of the world's ca folder: kept when they still serve, made anew when they do not.
#pragma once

#include "app/practice/world/certificates.h"

#include <filesystem>
#include <string>

namespace kmixr::practice {

class KeyRing {
public:
    KeyRing(std::filesystem::path folder, Instant now) : folder_(std::move(folder)), now_(now) {}

    /// NAME.pem and NAME.key; an authority signs itself when `issuer` is null. A kept pair is given back unchanged.
    [[nodiscard]] Outcome<KeyAndCertificate> keepOrMake(const std::string& name, KeyKind kind,
                                                        const CertificatePlan& plan,
                                                        const KeyAndCertificate* issuer) const;

private:
    [[nodiscard]] Outcome<KeyAndCertificate> kept(const std::string& name) const;

    std::filesystem::path folder_;
    Instant now_;
};

} // namespace kmixr::practice
