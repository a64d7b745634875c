#include "app/practice/problems.h"
#include "app/practice/world/certificates.h"
#include "core/common/bytes.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace kmixr::practice {

namespace {

constexpr std::time_t validFrom = 1743465600; ///< 2025-04-01T00:00:00Z
constexpr const char* roleOid = "1.0.17090.0.1";
constexpr const char* japaneseRoles = "1.2.392.100495.1.6.1.1"; ///< coding scheme of the roles

tl::unexpected<Problem> refused(const char* step) {
    ERR_clear_error();
    return fail(problems::certificateFailed, step);
}

bool addEntry(X509_NAME* name, const char* field, const std::string& value) {
    return value.empty() ||
           X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.data()),
                                      static_cast<int>(value.size()), -1, 0) == 1;
}

bool fill(X509_NAME* name, const DirectoryName& parts) {
    return addEntry(name, "C", "JP") && addEntry(name, "O", parts.organization) && addEntry(name, "OU", parts.unit) &&
           addEntry(name, "CN", parts.commonName) && addEntry(name, "serialNumber", parts.serialNumber);
}

bool addSerial(X509* certificate) {
    Bytes random = randomBytes(16);
    random[0] &= 0x7F; // positive
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number{
        BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr), &BN_free};
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    if (value.empty()) {
        return true;
    }
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool addDirectoryAlternative(X509* certificate, const DirectoryName& holder) {
    GENERAL_NAMES* names = GENERAL_NAMES_new();
    GENERAL_NAME* name = GENERAL_NAME_new();
    X509_NAME* directory = X509_NAME_new();
    const bool filled = fill(directory, holder);
    GENERAL_NAME_set0_value(name, GEN_DIRNAME, directory);
    sk_GENERAL_NAME_push(names, name);
    const bool added = filled && X509_add1_ext_i2d(certificate, NID_subject_alt_name, names, 0, 0) == 1;
    GENERAL_NAMES_free(names); // frees the name in it
    return added;
}

bool addRole(X509* certificate, const std::string& role) {
    const std::string der = hcRoleAttributes(role);
    const std::unique_ptr<ASN1_OCTET_STRING, decltype(&ASN1_OCTET_STRING_free)> content{ASN1_OCTET_STRING_new(),
                                                                                        &ASN1_OCTET_STRING_free};
    ASN1_OCTET_STRING_set(content.get(), reinterpret_cast<const unsigned char*>(der.data()),
                          static_cast<int>(der.size()));
    X509_EXTENSION* extension =
        X509_EXTENSION_create_by_NID(nullptr, NID_subject_directory_attributes, 0, content.get());
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool addExtensions(X509* certificate, X509* issuer, const CertificatePlan& plan) {
    const char* constraints = plan.authority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE";
    return addExtension(certificate, issuer, NID_basic_constraints, constraints) &&
           addExtension(certificate, issuer, NID_key_usage, plan.keyUsage) &&
           addExtension(certificate, issuer, NID_ext_key_usage, plan.extendedKeyUsage) &&
           addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
           addExtension(certificate, issuer, NID_authority_key_identifier, "keyid") &&
           addExtension(certificate, issuer, NID_subject_alt_name, plan.alternativeNames) &&
           (!plan.alternativeName || addDirectoryAlternative(certificate, *plan.alternativeName)) &&
           (plan.hcRole.empty() || addRole(certificate, plan.hcRole));
}

/// One DER value; all lengths here are below 128.
std::string der(unsigned char tag, const std::string& content) {
    return std::string{static_cast<char>(tag), static_cast<char>(content.size())} + content;
}

std::string derOid(const char* text) {
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> oid{OBJ_txt2obj(text, 1), &ASN1_OBJECT_free};
    const std::string content(reinterpret_cast<const char*>(OBJ_get0_data(oid.get())), OBJ_length(oid.get()));
    return der(V_ASN1_OBJECT, content);
}

} // namespace

std::string hcRoleAttributes(std::string_view role) {
    constexpr unsigned char sequence = 0x30;
    constexpr unsigned char set = 0x31;
    constexpr unsigned char explicit0 = 0xA0;
    constexpr unsigned char explicit2 = 0xA2;
    const std::string coded =
        der(set, der(explicit0, derOid(japaneseRoles)) + der(explicit2, der(V_ASN1_UTF8STRING, std::string(role))));
    const std::string actors = der(set, der(sequence, der(explicit0, coded)));
    return der(sequence, der(sequence, derOid(roleOid) + der(set, actors)));
}

Outcome<Certificate> issueCertificate(const CertificatePlan& plan, const PrivateKey& key,
                                      const KeyAndCertificate* issuer, Instant now) {
    Certificate made(X509_new());
    X509* certificate = made.handle();
    if (certificate == nullptr || X509_set_version(certificate, X509_VERSION_3) != 1 || !addSerial(certificate)) {
        return refused("certificate");
    }
    if (!fill(X509_get_subject_name(certificate), plan.subject)) {
        return refused("subject");
    }
    X509* signer = issuer != nullptr ? issuer->certificate.handle() : certificate;
    const std::time_t until =
        std::chrono::system_clock::to_time_t(plan.until.value_or(now + std::chrono::years{plan.years}));
    const std::time_t from = plan.from ? std::chrono::system_clock::to_time_t(*plan.from) : validFrom;
    if (X509_set_issuer_name(certificate, X509_get_subject_name(signer)) != 1 ||
        ASN1_TIME_set(X509_getm_notBefore(certificate), from) == nullptr ||
        ASN1_TIME_set(X509_getm_notAfter(certificate), until) == nullptr ||
        X509_set_pubkey(certificate, key.handle()) != 1) {
        return refused("fields");
    }
    if (!addExtensions(certificate, signer, plan)) {
        return refused("extensions");
    }
    EVP_PKEY* signingKey = issuer != nullptr ? issuer->key.handle() : key.handle();
    if (X509_sign(certificate, signingKey, EVP_sha256()) == 0) {
        return refused("signature");
    }
    return made;
}

} // namespace kmixr::practice
