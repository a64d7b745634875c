// A TLS server with the gateway's own certificate that says whatever a test wants: what the real one never says.
#pragma once

#include "tests/app_gateway/world/gateway_world.h"

#include <QSslServer>

namespace kmixr::gateway {

class RudeServer : public QSslServer {
    Q_OBJECT
public:
    /// `certificate` is the NAME of NAME.pem and NAME.key in the world.
    explicit RudeServer(const test::GatewayWorld& world, const std::string& certificate = "ca/gateway");

    /// The bytes of every answer; the connection is closed behind them. Without any, it closes and says nothing.
    QByteArray answer;
    /// A 200 with this body and type.
    void say(const QByteArray& type, const QByteArray& body, int status = 200);
    QList<QByteArray> heard; ///< requests as they came
};

} // namespace kmixr::gateway
