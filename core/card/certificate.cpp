#include "core/card/certificate.h"

#include "core/card/hc_role.h"
#include "core/card/problems.h"
#include "core/common/clock.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace kmixr::card {
namespace {

template <auto function>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        function(object);
    }
};
using NamesPtr = std::unique_ptr<GENERAL_NAMES, Releaser<GENERAL_NAMES_free>>;
using ContextPtr = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX_free>>;

/// A name as it may be shown: UTF-8, one line, of a length a banner can hold.
std::string shownText(const ASN1_STRING* string) {
    constexpr std::size_t longestName = 256;
    unsigned char* utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, string);
    if (length < 0) {
        return {};
    }
    std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(length));
    OPENSSL_free(utf8);
    std::erase_if(text, [](unsigned char letter) { return letter < 0x20 || letter == 0x7F; });
    return text.size() <= longestName ? text : std::string{};
}

std::string commonName(const X509_NAME* name) {
    const int at = name == nullptr ? -1 : X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    return at < 0 ? std::string{} : shownText(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
}

/// HPKI puts the Japanese name into subjectAltName as a directory name; the subject has it in Latin letters.
std::string alternativeCommonName(const X509* certificate) {
    const NamesPtr names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DIRNAME) {
            if (auto text = commonName(name->d.directoryName); !text.empty()) {
                return text;
            }
        }
    }
    return {};
}

/// A person may hold several roles; "Medical Doctor" among them is the one that opens the door.
std::string roleOf(const X509* certificate) {
    const int at = X509_get_ext_by_NID(certificate, NID_subject_directory_attributes, -1);
    if (at < 0) {
        return {};
    }
    const ASN1_OCTET_STRING* content = X509_EXTENSION_get_data(X509_get_ext(certificate, at));
    const auto roles = hcRoles({ASN1_STRING_get0_data(content), static_cast<std::size_t>(ASN1_STRING_length(content))});
    if (std::ranges::find(roles, medicalDoctorRole) != roles.end()) {
        return std::string(medicalDoctorRole);
    }
    return roles.empty() ? std::string{} : roles.front();
}

std::optional<Day> dayOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        return std::nullopt;
    }
    return dayInJapan(Instant(std::chrono::seconds(::timegm(&parts))));
}

} // namespace

void Certificate::Free::operator()(x509_st* certificate) const {
    X509_free(certificate);
}

Outcome<Certificate> Certificate::parse(ByteView der) {
    const unsigned char* at = der.data();
    Certificate result;
    result.x509_.reset(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!result.x509_ || at != der.data() + der.size()) {
        return fail(problems::malformed, "certificate does not parse");
    }
    const X509* x509 = result.x509_.get();
    const EVP_PKEY* key = X509_get0_pubkey(x509);
    const int bits = key == nullptr ? 0 : EVP_PKEY_get_bits(key);
    if (key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && bits >= 2048 && bits <= 4096) {
        result.scheme_ = SignatureScheme::RsaPkcs1Sha256;
    } else if (key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && bits == 256) {
        result.scheme_ = SignatureScheme::EcdsaP256Sha256;
    } else {
        ERR_clear_error();
        return fail(problems::malformed, "certificate key of an unknown kind");
    }
    result.signatureSize_ = static_cast<std::size_t>(EVP_PKEY_get_size(key));

    const auto from = dayOf(X509_get0_notBefore(x509));
    const auto until = dayOf(X509_get0_notAfter(x509));
    if (!from || !until) {
        return fail(problems::malformed, "certificate validity does not parse");
    }
    CardHolder& holder = result.holder_;
    holder.name = alternativeCommonName(x509);
    if (holder.name.empty()) {
        holder.name = commonName(X509_get_subject_name(x509));
    }
    holder.role = roleOf(x509);
    holder.validFrom = *from;
    holder.validUntil = *until;
    holder.certificate.assign(der.begin(), der.end());
    ERR_clear_error();
    return result;
}

int Certificate::signInFitness() const {
    const std::uint32_t usage = X509_get_key_usage(x509_.get()); // all bits when the certificate does not say
    const std::uint32_t purposes = X509_get_extended_key_usage(x509_.get());
    const bool saysUsage = usage != UINT32_MAX;
    if (saysUsage && (usage & KU_DIGITAL_SIGNATURE) == 0) {
        return 0;
    }
    const bool inValidity = X509_cmp_current_time(X509_get0_notBefore(x509_.get())) < 0 &&
                            X509_cmp_current_time(X509_get0_notAfter(x509_.get())) > 0;
    const bool pure = !saysUsage || (usage & KU_NON_REPUDIATION) == 0;
    bool logon = purposes != UINT32_MAX && (purposes & XKU_SSL_CLIENT) != 0;
    const std::unique_ptr<EXTENDED_KEY_USAGE, Releaser<EXTENDED_KEY_USAGE_free>> names(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(x509_.get(), NID_ext_key_usage, nullptr, nullptr)));
    for (int i = 0; names && i < sk_ASN1_OBJECT_num(names.get()); ++i) {
        logon = logon || OBJ_obj2nid(sk_ASN1_OBJECT_value(names.get(), i)) == NID_ms_smartcard_login;
    }
    ERR_clear_error();
    return 1 + (inValidity ? 4 : 0) + (pure ? 2 : 0) + (logon ? 1 : 0);
}

evp_pkey_st* Certificate::publicKey() const {
    return X509_get0_pubkey(x509_.get());
}

Outcome<void> Certificate::verify(const Sha256& digest, ByteView signature) const {
    const ContextPtr context(EVP_PKEY_CTX_new(X509_get0_pubkey(x509_.get()), nullptr));
    const bool fits =
        context && EVP_PKEY_verify_init(context.get()) == 1 &&
        (scheme_ != SignatureScheme::RsaPkcs1Sha256 ||
         EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1) &&
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1 &&
        EVP_PKEY_verify(context.get(), signature.data(), signature.size(), digest.data(), digest.size()) == 1;
    ERR_clear_error();
    if (!fits) {
        return fail(problems::signatureWrong, "signature of " + std::to_string(signature.size()) + " bytes");
    }
    return {};
}

Outcome<CardHolder> holderOf(ByteView certificateDer) {
    return Certificate::parse(certificateDer).map([](const Certificate& certificate) { return certificate.holder(); });
}

Outcome<void> checkValidity(const CardHolder& holder, Day today) {
    if (today < holder.validFrom || today > holder.validUntil) {
        return fail(problems::certificateExpired,
                    "valid " + isoDay(holder.validFrom) + " to " + isoDay(holder.validUntil));
    }
    return {};
}

} // namespace kmixr::card
