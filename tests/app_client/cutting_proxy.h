// A TCP proxy that lies on the way to the gateway and, when asked, cuts the connection after so many bytes of answer.
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <optional>

namespace kmixr::testing {

class CuttingProxy : public QTcpServer {
public:
    explicit CuttingProxy(quint16 target) : target_(target) {
        listen(QHostAddress::LocalHost, 0);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto* client = nextPendingConnection()) {
                join(client);
            }
        });
    }
    /// From now on, connections live for so many more bytes towards the client; nullopt = for ever.
    void cutAfter(std::optional<qint64> bytes) { budget_ = bytes; }

private:
    void join(QTcpSocket* client) {
        auto* server = new QTcpSocket(client);
        server->connectToHost(QHostAddress::LocalHost, target_);
        connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::connected, client, [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            QByteArray answer = server->readAll();
            if (budget_) {
                answer.truncate(*budget_);
                *budget_ -= answer.size();
            }
            client->write(answer);
            if (budget_ && *budget_ <= 0) {
                client->flush();
                client->disconnectFromHost();
            }
        });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    quint16 target_;
    std::optional<qint64> budget_;
};

} // namespace kmixr::testing
