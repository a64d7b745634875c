#include "app/gateway/server/trust/certificate.h"

#include "app/gateway/server/files.h"
#include "app/gateway/server/problems.h"

#include <openssl/bio.h>
#include <openssl/pem.h>

namespace kmixr::server {

Outcome<Bytes> readCertificateFile(const std::filesystem::path& pemFile) {
    const auto pem = readFile(pemFile, 1U << 20U);
    if (!pem) {
        return fail(pem.error());
    }
    const std::unique_ptr<BIO, Freed<BIO_free_all>> source(BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size())));
    const CertificatePtr certificate(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
    if (certificate == nullptr) {
        return fail(problems::certificate, pemFile.filename().string());
    }
    Bytes der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)));
    unsigned char* out = der.data();
    i2d_X509(certificate.get(), &out);
    return der;
}

CertificatePtr parseCertificate(ByteView der) {
    const unsigned char* at = der.data();
    CertificatePtr certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    return at == der.data() + der.size() ? std::move(certificate) : nullptr;
}

std::string fingerprintOf(ByteView der) {
    return toHex(sha256(der));
}

std::string publicKeyHashOf(ByteView certificateDer) {
    const CertificatePtr certificate = parseCertificate(certificateDer);
    if (certificate == nullptr) {
        return {};
    }
    unsigned char* key = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &key);
    if (size <= 0) {
        return {};
    }
    std::string hash = toHex(sha256(ByteView(key, static_cast<std::size_t>(size))));
    OPENSSL_free(key);
    return hash;
}

} // namespace kmixr::server
