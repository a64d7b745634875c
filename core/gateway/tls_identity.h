// Who we are and whom we believe: the laptop's certificate and key, and the council's CA alone.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"
#include "core/gateway/gateway_client.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace kmixr::gateway {

struct TlsIdentity {
    QSslConfiguration configuration; ///< TLS 1.3 only, our CA only, our certificate
    Bytes deviceCertificate;         ///< DER

    /// `gateway.settings` with the file's role (never its content) in the detail.
    static Outcome<TlsIdentity> read(const Settings& settings);
};

/// Qt accepts a subject CN even when a subjectAltName says otherwise (platform notes §5): only the latter counts here.
bool namesHost(const QSslCertificate& certificate, const QString& host);

} // namespace kmixr::gateway
