#include "tests/core_gateway/cut_proxy.h"

#include <QHostAddress>

#include <memory>

namespace kmixr::gateway {

CutProxy::CutProxy(int serverPort) : serverPort_(serverPort) {
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* client = nextPendingConnection()) {
            join(client);
        }
    });
    listen(QHostAddress::LocalHost, 0);
}

void CutProxy::join(QTcpSocket* client) {
    ++connections;
    auto* server = new QTcpSocket(client);
    auto own = std::make_shared<qint64>(0);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(serverPort_));
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::connected, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::readyRead, client, [this, client, server, own] {
        QByteArray bytes = server->readAll();
        const bool enough = cutAfter && *own + bytes.size() > *cutAfter;
        if (enough) {
            bytes.truncate(*cutAfter - *own);
        }
        *own += bytes.size();
        passed += bytes.size();
        client->write(bytes);
        if (enough) {
            client->flush();
            client->disconnectFromHost();
            server->abort();
        }
    });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

} // namespace kmixr::gateway
