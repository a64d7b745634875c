// A wire with scissors: passes bytes between client and server, and cuts when enough have come from the server.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <optional>

namespace kmixr::gateway {

class CutProxy : public QTcpServer {
    Q_OBJECT
public:
    explicit CutProxy(int serverPort);

    /// Cuts a connection after this many bytes from the server; nothing is cut without it.
    std::optional<qint64> cutAfter;
    int connections = 0;
    qint64 passed = 0; ///< bytes from the server, all connections

private:
    void join(QTcpSocket* client);
    int serverPort_;
};

} // namespace kmixr::gateway
