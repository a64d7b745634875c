#include "core/gateway/tls_identity.h"

#include "core/gateway/problems.h"

#include <QFile>
#include <QHostAddress>
#include <QSslKey>

namespace kmixr::gateway {

namespace {

std::optional<QByteArray> contentsOf(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll();
}

/// EC first: that is what enrolment makes.
QSslKey privateKey(const QByteArray& pem) {
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull()) {
            return key;
        }
    }
    return {};
}

} // namespace

Outcome<TlsIdentity> TlsIdentity::read(const Settings& settings) {
    const auto caPem = contentsOf(settings.caFile);
    const auto authorities = caPem ? QSslCertificate::fromData(*caPem, QSsl::Pem) : QList<QSslCertificate>{};
    if (authorities.isEmpty()) {
        return fail(problems::settings, "CA certificate");
    }
    const auto certificatePem = contentsOf(settings.deviceCertificateFile);
    const auto certificates =
        certificatePem ? QSslCertificate::fromData(*certificatePem, QSsl::Pem) : QList<QSslCertificate>{};
    if (certificates.isEmpty()) {
        return fail(problems::settings, "device certificate");
    }
    const auto keyPem = contentsOf(settings.deviceKeyFile);
    const QSslKey key = keyPem ? privateKey(*keyPem) : QSslKey{};
    if (key.isNull()) {
        return fail(problems::settings, "device key");
    }

    TlsIdentity identity;
    identity.configuration = QSslConfiguration::defaultConfiguration();
    identity.configuration.setProtocol(QSsl::TlsV1_3OrLater);
    identity.configuration.setCaCertificates(authorities);
    identity.configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    identity.configuration.setLocalCertificateChain(certificates);
    identity.configuration.setPrivateKey(key);
    identity.configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    const QByteArray der = certificates.first().toDer();
    identity.deviceCertificate.assign(der.begin(), der.end());
    return identity;
}

bool namesHost(const QSslCertificate& certificate, const QString& host) {
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(host);
    if (!address.isNull()) {
        for (const QString& name : names.values(QSsl::IpAddressEntry)) {
            if (QHostAddress(name) == address) {
                return true;
            }
        }
        return false;
    }
    return names.values(QSsl::DnsEntry).contains(host, Qt::CaseInsensitive);
}

} // namespace kmixr::gateway
