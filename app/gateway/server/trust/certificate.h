// Certificates as values: DER in, fingerprint out.
#pragma once

#include "app/gateway/server/trust/openssl.h"
#include "core/common/bytes.h"
#include "core/common/outcome.h"

#include <filesystem>

namespace kmixr::server {

/// DER of the first certificate of a PEM file; `server.certificate` when there is none.
Outcome<Bytes> readCertificateFile(const std::filesystem::path& pemFile);
/// nullptr when the bytes are not exactly one certificate.
CertificatePtr parseCertificate(ByteView der);
/// How the registry knows a certificate: hex of SHA-256 over its DER.
std::string fingerprintOf(ByteView der);

/// How the registry knows a My Number card: hex of SHA-256 over its public key (SubjectPublicKeyInfo, DER); empty when
/// the bytes are no certificate.
std::string publicKeyHashOf(ByteView certificateDer);

} // namespace kmixr::server
