// A TCP proxy that puts distance between the client and the gateway on loopback: each direction takes so long.
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace kmixr::bench {

class DistantProxy : public QTcpServer {
public:
    DistantProxy(quint16 target, int oneWayMs) : target_(target), oneWayMs_(oneWayMs) {
        listen(QHostAddress::LocalHost, 0);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto* client = nextPendingConnection()) {
                auto* server = new QTcpSocket(client);
                server->connectToHost(QHostAddress::LocalHost, target_);
                carry(client, server);
                carry(server, client);
                connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            }
        });
    }

private:
    /// Bytes arrive late but are not spread: latency, not a narrow line.
    void carry(QTcpSocket* from, QTcpSocket* to) {
        connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
            QTimer::singleShot(oneWayMs_, Qt::PreciseTimer, to, [to, bytes = from->readAll()] { to->write(bytes); });
        });
    }

    quint16 target_;
    int oneWayMs_;
};

} // namespace kmixr::bench
