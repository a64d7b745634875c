#include "core/gateway/network_room.h"

#include "core/common/secret_bytes.h"
#include "core/gateway/one_shot_body.h"
#include "core/gateway/problems.h"
#include "core/gateway/reply_problem.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QUuid>

namespace kmixr::gateway {

namespace {

/// JSON answers are small; receipts come as a stream of their own.
constexpr qint64 largestAnswer = qint64{1024} * 1024;
constexpr int attempts = 2;
constexpr const char* tooLargeProperty = "kmixrTooLarge";

/// Wipes the bytes that all copies of the array share; only for the last one to hold them.
void wipeShared(const QByteArray& bytes) {
    wipe(std::span(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
}

} // namespace

struct NetworkRoom::Asked {
    Request request;
    QPromise<Answer> promise;
    QByteArray idempotencyKey;
    QElapsedTimer timer;
    int sent = 0;

    Asked() = default;
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;
    ~Asked() {
        wipeShared(request.body);
        wipeShared(request.bearer);
    }
};

NetworkRoom::NetworkRoom(TlsIdentity identity, QUrl address, int timeoutMs)
    : identity_(std::move(identity)), address_(std::move(address)), timeoutMs_(timeoutMs) {}

QFuture<Answer> NetworkRoom::ask(const Request& request) {
    auto asked = std::make_shared<Asked>();
    asked->request = request;
    asked->idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    asked->promise.start();
    QFuture<Answer> future = asked->promise.future();
    QMetaObject::invokeMethod(
        this,
        [this, asked] {
            asked->timer.start();
            send(asked);
        },
        Qt::QueuedConnection);
    return future;
}

QNetworkRequest NetworkRoom::prepared(const QString& path, const QByteArray& bearer) const {
    QUrl url = address_;
    const qsizetype question = path.indexOf(QLatin1Char('?'));
    url.setPath(path.left(question));
    if (question >= 0) {
        url.setQuery(path.mid(question + 1));
    }
    QNetworkRequest request(url);
    request.setSslConfiguration(identity_.configuration);
    request.setTransferTimeout(timeoutMs_);
    // HTTP/2 with a rejected client certificate never finishes on Qt 6.4.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!bearer.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + bearer);
    }
    return request;
}

void NetworkRoom::guard(QNetworkReply* reply) const {
    // Emitted before the first byte of the request is sent, and waited for.
    connect(reply, &QNetworkReply::encrypted, reply, [reply, host = address_.host()] {
        if (!namesHost(reply->sslConfiguration().peerCertificate(), host)) {
            reply->setProperty(wrongNameProperty, true);
            reply->abort();
        }
    });
}

QNetworkReply* NetworkRoom::get(const QString& path, const QByteArray& bearer, const QByteArray& accept) {
    if (!manager_) {
        manager_ = std::make_unique<QNetworkAccessManager>();
    }
    QNetworkRequest request = prepared(path, bearer);
    request.setRawHeader("Accept", accept);
    // Receipts resemble each other and shrink further than Qt thinks decent; the reader bounds each line itself.
    request.setDecompressedSafetyCheckThreshold(-1);
    QNetworkReply* reply = manager_->get(request);
    guard(reply);
    return reply;
}

void NetworkRoom::send(const std::shared_ptr<Asked>& asked) {
    if (!manager_) {
        manager_ = std::make_unique<QNetworkAccessManager>(); // here, so that it belongs to this thread
    }
    ++asked->sent;
    QNetworkRequest request = prepared(asked->request.path, asked->request.bearer);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    QNetworkReply* reply = nullptr;
    if (asked->request.verb == "POST") {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        request.setHeader(QNetworkRequest::ContentLengthHeader, asked->request.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setRawHeader("Idempotency-Key", asked->idempotencyKey);
        auto* body = new OneShotBody(asked->request.body);
        reply = manager_->post(request, body);
        body->setParent(reply);
    } else {
        reply = manager_->sendCustomRequest(request, asked->request.verb);
    }
    guard(reply);
    connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > largestAnswer) {
            reply->setProperty(tooLargeProperty, true);
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, asked] { answered(reply, asked); });
}

void NetworkRoom::answered(QNetworkReply* reply, const std::shared_ptr<Asked>& asked) {
    reply->deleteLater();
    const QByteArray body = reply->isOpen() ? reply->read(largestAnswer) : QByteArray();
    auto problem = problemOf(*reply, body);
    if (reply->property(wrongNameProperty).toBool()) {
        problem = Problem{std::string(problems::serverUntrusted.text), "name", {}};
    } else if (reply->property(tooLargeProperty).toBool()) {
        problem = Problem{std::string(problems::unreadable.text), "answer too large", {}};
    }
    // A kept-alive connection that the server had closed meanwhile: once more, under the same key, so that it counts
    // once.
    if (problem && problem->is(problems::interrupted) && asked->sent < attempts &&
        !reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
        send(asked);
        return;
    }
    Answer answer;
    answer.took = std::chrono::milliseconds(asked->timer.elapsed());
    if (problem) {
        answer.body = fail(*problem);
    } else {
        answer.body = body;
    }
    asked->promise.addResult(std::move(answer));
    asked->promise.finish();
}

} // namespace kmixr::gateway
