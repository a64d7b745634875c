#include "app/gateway/server/trust/card_check.h"

#include "app/gateway/server/problems.h"
#include "app/gateway/server/trust/certificate.h"
#include "core/protocol/problems.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <array>

namespace kmixr::server {

namespace {

using protocol::problems::certificateRejected;
using protocol::problems::signatureRejected;

constexpr std::size_t p256Size = 32;
constexpr int leastRsaBits = 2048;

bool isP256(const EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t length = 0;
    return EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
           std::string_view(group.data(), length) == "prime256v1";
}

/// r ‖ s -> the DER sequence OpenSSL verifies.
Bytes derOf(ByteView plain) {
    const std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>> parts(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(plain.data(), p256Size, nullptr);
    BIGNUM* s = BN_bin2bn(plain.data() + p256Size, p256Size, nullptr);
    if (parts == nullptr || ECDSA_SIG_set0(parts.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    Bytes der(static_cast<std::size_t>(i2d_ECDSA_SIG(parts.get(), nullptr)));
    unsigned char* out = der.data();
    i2d_ECDSA_SIG(parts.get(), &out);
    return der;
}

bool verifies(EVP_PKEY* key, ByteView message, ByteView signature) {
    const DigestContextPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    if (context == nullptr || EVP_DigestVerifyInit(context.get(), &keyContext, EVP_sha256(), nullptr, key) != 1) {
        return false;
    }
    if (EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PADDING) != 1) {
        return false;
    }
    return EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
}

} // namespace

const CardCheck::Refusals CardCheck::doctors{certificateRejected, certificateRejected};
const CardCheck::Refusals CardCheck::myNumberCards{protocol::problems::myNumberCardUntrusted,
                                                   protocol::problems::myNumberCardExpired};

Outcome<CardCheck> CardCheck::open(const std::filesystem::path& cardCaFile, const Refusals& refusals) {
    StorePtr store(X509_STORE_new());
    if (store == nullptr || X509_STORE_load_file(store.get(), cardCaFile.c_str()) != 1) {
        return fail(problems::certificate, cardCaFile.filename().string());
    }
    return CardCheck(std::move(store), refusals);
}

Outcome<void> CardCheck::checkCertificate(ByteView der, Instant now) const {
    const CertificatePtr certificate = parseCertificate(der);
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (certificate == nullptr || context == nullptr ||
        X509_STORE_CTX_init(context.get(), store_.get(), certificate.get(), nullptr) != 1) {
        return fail(refusals_.untrusted, "not a certificate");
    }
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(rules, std::chrono::system_clock::to_time_t(now));
    X509_VERIFY_PARAM_set_depth(rules, 3);
    if (X509_verify_cert(context.get()) != 1) {
        const int error = X509_STORE_CTX_get_error(context.get());
        const bool ownDays = (error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID) &&
                             X509_STORE_CTX_get_error_depth(context.get()) == 0;
        return fail(ownDays ? refusals_.expired : refusals_.untrusted, X509_verify_cert_error_string(error));
    }
    // A legal-signature key (nonRepudiation alone) proves nobody's presence; without the extension any use is allowed.
    if ((X509_get_key_usage(certificate.get()) & KU_DIGITAL_SIGNATURE) == 0) {
        return fail(refusals_.untrusted, "key usage");
    }
    return {};
}

Outcome<void> CardCheck::checkSignature(ByteView der, ByteView message, ByteView signature) {
    const CertificatePtr certificate = parseCertificate(der);
    EVP_PKEY* key = certificate == nullptr ? nullptr : X509_get0_pubkey(certificate.get());
    if (key == nullptr) {
        return fail(signatureRejected, "no usable key");
    }
    const bool rsa = EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= leastRsaBits;
    const bool ecdsa = EVP_PKEY_is_a(key, "EC") == 1 && isP256(key);
    if (!rsa && !ecdsa) {
        return fail(signatureRejected, "key of a kind that is not accepted");
    }
    if (verifies(key, message, signature) ||
        (ecdsa && signature.size() == 2 * p256Size && verifies(key, message, derOf(signature)))) {
        return {};
    }
    return fail(signatureRejected, "signature does not verify");
}

} // namespace kmixr::server
