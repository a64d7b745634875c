#include "core/gateway/receipt_stream.h"

#include "core/gateway/problems.h"
#include "core/gateway/reply_problem.h"

#include <QNetworkReply>

#include <algorithm>

namespace kmixr::gateway {

namespace {
constexpr int firstError = 300;
constexpr qsizetype largestRefusal = qsizetype{64} * 1024;
} // namespace

void ReceiptStream::start(const QString& path, const QByteArray& bearer) {
    reply_ = room_.get(path, bearer, "application/x-ndjson, application/problem+json");
    connect(reply_, &QNetworkReply::readyRead, this, &ReceiptStream::read);
    connect(reply_, &QNetworkReply::finished, this, &ReceiptStream::end);
}

void ReceiptStream::cancel() {
    blockSignals(true);
    if (reply_ != nullptr) {
        reply_->abort();
    }
    deleteLater();
}

void ReceiptStream::read() {
    const QByteArray bytes = reply_->readAll();
    if (unreadable_) {
        return;
    }
    if (reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= firstError) {
        refusal_ += bytes.left(largestRefusal - refusal_.size());
        return;
    }
    auto deliveries = reader_.feed(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (!deliveries) {
        unreadable_ = Problem{std::string(problems::unreadable.text), deliveries.error().detail, {}};
        reply_->abort();
        return;
    }
    if (deliveries->empty()) {
        return;
    }
    cursor_ = deliveries->back().cursor;
    std::erase_if(*deliveries,
                  [](const protocol::Delivery& delivery) { return delivery.op == protocol::DeliveryOp::End; });
    received_ += static_cast<std::int64_t>(deliveries->size());
    if (!deliveries->empty()) {
        emit arrived(*deliveries);
    }
}

void ReceiptStream::end() {
    if (reply_->bytesAvailable() > 0) {
        read();
    }
    auto problem = problemOf(*reply_, refusal_);
    if (reply_->property(wrongNameProperty).toBool()) {
        problem = Problem{std::string(problems::serverUntrusted.text), "name", {}};
    } else if (unreadable_) {
        problem = unreadable_;
    } else if (!problem && !reader_.ended()) {
        problem = Problem{std::string(problems::interrupted.text), "no end line", {}};
    }
    reply_->deleteLater();
    if (!problem) {
        emit finished(cursor_);
    } else {
        problem->numbers.emplace("received", received_);
        emit finished(fail(*problem));
    }
    deleteLater();
}

} // namespace kmixr::gateway
