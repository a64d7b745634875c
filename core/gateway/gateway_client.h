// The one door to the network: mutual TLS 1.3 with the laptop's certificate and the council's CA pinned, HTTP/1.1 only,
// every request with a time limit, every write counted once (platform.md §5).
#pragma once

#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"
#include "core/protocol/messages.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>
#include <vector>

namespace kmixr::gateway {

struct Settings {
    QUrl address; ///< https://host:port
    QString caFile;
    QString deviceCertificateFile;
    QString deviceKeyFile; ///< PEM, 0600
    int timeoutMs = 15000; ///< without a byte
};

/// One running download of a view's receipts. Lives on the thread that asked; delete it to cancel.
class ReceiptDownload : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void cancel() = 0;

signals:
    /// Whole deliveries, in order, without the `end`.
    void arrived(const std::vector<kmixr::protocol::Delivery>& deliveries);
    /// The cursor to go on from next time. `gateway.interrupted`: what arrived before is good, `since` resumes.
    void finished(const kmixr::Outcome<std::string>& cursor);
};

/// Thread: call from the thread it lives on; answers come there too (QFuture::then(context, …); keep the context until
/// the answer is there or the client gone: Qt 6.4 asserts when it went before). A client that goes leaves its futures
/// unfinished. The network itself works on a thread of its own. The session token never leaves this class.
class GatewayClient : public QObject {
    Q_OBJECT
public:
    /// Reads and checks the files; `gateway.settings` when one is missing.
    static Outcome<std::unique_ptr<GatewayClient>> open(const Settings& settings);
    ~GatewayClient() override;

    /// DER of the laptop's own certificate, for the sign-in statement.
    [[nodiscard]] const Bytes& deviceCertificate() const;

    QFuture<Outcome<protocol::Challenge>> requestChallenge();
    QFuture<Outcome<protocol::SignedIn>> signIn(const protocol::SignInRequest& request);
    QFuture<Outcome<void>> signOut();
    [[nodiscard]] bool signedIn() const;
    /// Forgets the session at once, without asking the server (card pulled).
    void dropSession();
    /// For a patient's My Number card, good for this sign-in.
    QFuture<Outcome<protocol::Challenge>> requestViewChallenge();
    /// What that card signs (protocol::consentStatement): bound to this laptop and this sign-in.
    [[nodiscard]] Bytes consentStatement(ByteView nonce, Instant signedAt) const;
    QFuture<Outcome<protocol::OpenedView>> openView(const protocol::ViewRequest& request);
    /// Never null; problems come through finished().
    std::unique_ptr<ReceiptDownload> fetchReceipts(const std::string& viewId, const std::string& since);
    /// Server's clock minus ours, from the last answer that told.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const;

signals:
    /// The gateway was reached / could not be reached (last request's experience).
    void onlineChanged(bool online);

private:
    /// Keeps "online" and the session true to what an answer told.
    void note(const std::optional<Problem>& problem);
    QFuture<Outcome<protocol::Challenge>> askForChallenge(const QString& path, const QByteArray& bearer);
    void forget();
    void end(SecretBytes session);

    struct State;
    explicit GatewayClient(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kmixr::gateway
