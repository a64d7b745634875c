// The network's side of one download: bytes as they come → whole deliveries. Lives on the network thread.
#pragma once

#include "core/gateway/network_room.h"
#include "core/protocol/messages.h"

#include <QObject>
#include <QPointer>

#include <string>
#include <vector>

namespace kmixr::gateway {

class ReceiptStream : public QObject {
    Q_OBJECT
public:
    explicit ReceiptStream(NetworkRoom& room) : room_(room) {}

public slots:
    void start(const QString& path, const QByteArray& bearer);
    /// Says nothing more.
    void cancel();

signals:
    void arrived(const std::vector<kmixr::protocol::Delivery>& deliveries);
    void finished(const kmixr::Outcome<std::string>& cursor);

private:
    void read();
    void end();

    NetworkRoom& room_;
    QPointer<QNetworkReply> reply_;
    protocol::DeliveryReader reader_;
    QByteArray refusal_; ///< body of a problem document
    std::string cursor_;
    std::int64_t received_ = 0;
    std::optional<Problem> unreadable_;
};

} // namespace kmixr::gateway
