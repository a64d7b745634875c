#include "tests/core_gateway/rude_server.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace kmixr::gateway {

RudeServer::RudeServer(const test::GatewayWorld& world, const std::string& certificate) {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(
        QSslCertificate(QByteArray::fromStdString(world.read(certificate + ".pem")), QSsl::Pem));
    configuration.setPrivateKey(QSslKey(QByteArray::fromStdString(world.read(certificate + ".key")), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    setSslConfiguration(configuration);
    connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
        QTcpSocket* socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray request = socket->readAll();
            if (request.contains(" HTTP/1.1\r\n")) {
                heard.append(request);
                socket->write(answer);
                socket->disconnectFromHost();
            }
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    listen(QHostAddress::LocalHost, 0);
}

void RudeServer::say(const QByteArray& type, const QByteArray& body, int status) {
    answer = "HTTP/1.1 " + QByteArray::number(status) + " Word\r\nContent-Type: " + type +
             "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace kmixr::gateway
