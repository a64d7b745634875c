// Lives on the network's own thread and holds the one QNetworkAccessManager. Takes requests as values, gives answers as
// values.
#pragma once

#include "core/common/outcome.h"
#include "core/gateway/tls_identity.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPromise>

#include <memory>

namespace kmixr::gateway {

struct Request {
    QByteArray verb; ///< GET, POST, DELETE
    QString path;    ///< "/v1/views"
    QByteArray body; ///< JSON, for POST
    QByteArray bearer;
};

/// The body of a 2xx answer, or the problem. Also told: how long it took, for the clock's offset.
struct Answer {
    Outcome<QByteArray> body;
    std::chrono::milliseconds took{0};
};

class ReceiptStream;

class NetworkRoom : public QObject {
    Q_OBJECT
public:
    NetworkRoom(TlsIdentity identity, QUrl address, int timeoutMs);

    /// Any thread.
    QFuture<Answer> ask(const Request& request);
    /// Network thread. The reply is the caller's; the server's name has been checked when the first byte is sent.
    QNetworkReply* get(const QString& path, const QByteArray& bearer, const QByteArray& accept);

private:
    struct Asked;
    void send(const std::shared_ptr<Asked>& asked);
    void answered(QNetworkReply* reply, const std::shared_ptr<Asked>& asked);
    QNetworkRequest prepared(const QString& path, const QByteArray& bearer) const;
    void guard(QNetworkReply* reply) const;

    TlsIdentity identity_;
    QUrl address_;
    int timeoutMs_;
    std::unique_ptr<QNetworkAccessManager> manager_;
};

/// Set on a reply whose server showed a certificate for another name.
inline constexpr const char* wrongNameProperty = "kmixrWrongName";

} // namespace kmixr::gateway
