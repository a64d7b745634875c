#include "app/practice/world/key_ring.h"

#include "app/practice/files.h"

namespace kmixr::practice {

Outcome<KeyAndCertificate> KeyRing::kept(const std::string& name) const {
    const auto keyText = readText(folder_ / (name + ".key"));
    const auto certificateText = readText(folder_ / (name + ".pem"));
    if (!keyText || !certificateText) {
        return fail(keyText ? certificateText.error() : keyText.error());
    }
    auto key = PrivateKey::parse(*keyText);
    auto certificate = Certificate::parse(*certificateText);
    if (!key || !certificate) {
        return fail(key ? certificate.error() : key.error());
    }
    return KeyAndCertificate{*std::move(key), *std::move(certificate)};
}

Outcome<KeyAndCertificate> KeyRing::keepOrMake(const std::string& name, KeyKind kind, const CertificatePlan& plan,
                                               const KeyAndCertificate* issuer) const {
    if (auto pair = kept(name)) {
        const Certificate& signer = issuer != nullptr ? issuer->certificate : pair->certificate;
        // The next weeks, too; one that is meant to end sooner serves until then.
        const Instant until = plan.until ? *plan.until - std::chrono::days{1} : now_ + std::chrono::days{30};
        if (pair->certificate.serves(pair->key, signer, until)) {
            return pair;
        }
    }
    auto key = PrivateKey::make(kind);
    if (!key) {
        return fail(key.error());
    }
    auto certificate = issueCertificate(plan, *key, issuer, now_);
    if (!certificate) {
        return fail(certificate.error());
    }
    const auto keyPem = key->pem();
    const auto certificatePem = certificate->pem();
    if (!keyPem || !certificatePem) {
        return fail(keyPem ? certificatePem.error() : keyPem.error());
    }
    // The key first: a run cut short leaves a key without a certificate, which the next run replaces.
    if (auto written = writePrivate(folder_ / (name + ".key"), *keyPem); !written) {
        return fail(written.error());
    }
    if (auto written = writePrivate(folder_ / (name + ".pem"), *certificatePem); !written) {
        return fail(written.error());
    }
    return KeyAndCertificate{*std::move(key), *std::move(certificate)};
}

} // namespace kmixr::practice
