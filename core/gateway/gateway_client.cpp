#include "core/gateway/gateway_client.h"

#include "core/gateway/network_room.h"
#include "core/gateway/problems.h"
#include "core/gateway/receipt_stream.h"
#include "core/gateway/reply_problem.h"
#include "core/gateway/tls_identity.h"
#include "core/protocol/problems.h"

#include <QFutureInterface>
#include <QThread>
#include <QUrl>

namespace kmixr::gateway {

namespace {

QByteArray bearerOf(const SecretBytes& session) {
    const std::string_view text = session.text();
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

struct GatewayClient::State {
    Bytes deviceCertificate;
    SecretBytes session;
    int signIns = 0; ///< counts sign-ins begun and sessions dropped: an answer from before the last of them is late
    std::optional<std::chrono::milliseconds> clockOffset;
    std::optional<bool> online;
    QThread thread;
    NetworkRoom* room = nullptr; ///< on `thread`, which deletes it

    [[nodiscard]] QByteArray bearer() const { return bearerOf(session); }
};

namespace {

QByteArray bodyOf(const Json& json) {
    std::string text = json.dump();
    QByteArray body = QByteArray::fromStdString(text);
    wipe(std::span<char>(text)); // an account's password may be in it
    return body;
}

/// The JSON of an answer, read by the message's own reader.
template <class Message, class Read>
Outcome<Message> messageOf(const Answer& answer, Read read) {
    if (!answer.body) {
        return fail(answer.body.error());
    }
    const auto json =
        parseJson(std::string_view(answer.body->constData(), static_cast<std::size_t>(answer.body->size())));
    auto message = json ? read(*json) : fail(json.error());
    if (!message) {
        return fail(problems::unreadable, message.error().detail);
    }
    return message;
}

/// The asker's end of one request. A QPromise would finish with "cancelled" when the client goes first, and Qt 6.4
/// asserts when a continuation's context has gone before: this one then simply never finishes.
template <class T>
class Reply {
public:
    Reply() { interface_.reportStarted(); }
    [[nodiscard]] QFuture<Outcome<T>> future() { return interface_.future(); }
    void give(Outcome<T> outcome) {
        interface_.reportResult(std::move(outcome));
        interface_.reportFinished();
    }

private:
    QFutureInterface<Outcome<T>> interface_;
};

QString segment(const std::string& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(text)));
}

/// The asker's side of one download. The stream lives on the network thread and ends itself; it is told to stop by the
/// end of the tether, a signal that is safe across threads whichever of the two goes first.
class Download final : public ReceiptDownload {
public:
    Download(NetworkRoom& room, const QString& path, const QByteArray& bearer) : tether_(std::make_unique<QObject>()) {
        auto* stream = new ReceiptStream(room);
        connect(stream, &ReceiptStream::arrived, tether_.get(),
                [this](const auto& deliveries) { emit arrived(deliveries); });
        connect(stream, &ReceiptStream::finished, tether_.get(), [this](const auto& cursor) { emit finished(cursor); });
        connect(tether_.get(), &QObject::destroyed, stream, &ReceiptStream::cancel);
        connect(room.thread(), &QThread::finished, stream, &QObject::deleteLater);
        stream->moveToThread(room.thread());
        QMetaObject::invokeMethod(
            stream, [stream, path, bearer] { stream->start(path, bearer); }, Qt::QueuedConnection);
    }
    void cancel() override {
        if (tether_ != nullptr) {
            tether_.reset();
            emit finished(fail(problems::cancelled));
        }
    }

private:
    std::unique_ptr<QObject> tether_;
};

} // namespace

Outcome<std::unique_ptr<GatewayClient>> GatewayClient::open(const Settings& settings) {
    auto identity = TlsIdentity::read(settings);
    if (!identity) {
        return fail(identity.error());
    }
    qRegisterMetaType<std::vector<protocol::Delivery>>();
    qRegisterMetaType<Outcome<std::string>>();
    auto state = std::make_unique<State>();
    state->deviceCertificate = identity->deviceCertificate;
    state->room = new NetworkRoom(std::move(*identity), settings.address, settings.timeoutMs);
    state->room->moveToThread(&state->thread);
    QObject::connect(&state->thread, &QThread::finished, state->room, &QObject::deleteLater);
    state->thread.setObjectName(QStringLiteral("network"));
    state->thread.start();
    return std::unique_ptr<GatewayClient>(new GatewayClient(std::move(state)));
}

GatewayClient::GatewayClient(std::unique_ptr<State> state) : state_(std::move(state)) {}

GatewayClient::~GatewayClient() {
    dropSession();
    state_->thread.quit();
    state_->thread.wait();
}

const Bytes& GatewayClient::deviceCertificate() const {
    return state_->deviceCertificate;
}

bool GatewayClient::signedIn() const {
    return !state_->session.empty();
}

std::optional<std::chrono::milliseconds> GatewayClient::clockOffset() const {
    return state_->clockOffset;
}

void GatewayClient::note(const std::optional<Problem>& problem) {
    const bool online = reached(problem);
    if (problem && problem->is(protocol::problems::sessionExpired)) {
        state_->session.clear();
    }
    if (state_->online != online) {
        state_->online = online;
        emit onlineChanged(online);
    }
}

QFuture<Outcome<protocol::Challenge>> GatewayClient::requestChallenge() {
    return askForChallenge(QStringLiteral("/v1/sign-in-challenges"), {});
}

QFuture<Outcome<protocol::Challenge>> GatewayClient::requestViewChallenge() {
    return askForChallenge(QStringLiteral("/v1/view-challenges"), state_->bearer());
}

Bytes GatewayClient::consentStatement(ByteView nonce, Instant signedAt) const {
    return protocol::consentStatement(nonce, state_->deviceCertificate,
                                      protocol::sessionBinding(state_->session.text()), signedAt);
}

QFuture<Outcome<protocol::Challenge>> GatewayClient::askForChallenge(const QString& path, const QByteArray& bearer) {
    Reply<protocol::Challenge> reply;
    state_->room->ask({"POST", path, bodyOf(Json::object()), bearer})
        .then(this, [this, reply](const Answer& answer) mutable {
            auto challenge = messageOf<protocol::Challenge>(answer, protocol::readChallenge);
            note(challenge ? std::nullopt : std::optional(challenge.error()));
            if (challenge) {
                state_->clockOffset = challenge->serverTime + answer.took / 2 - SystemClock().now();
            }
            reply.give(std::move(challenge));
        });
    return reply.future();
}

QFuture<Outcome<protocol::SignedIn>> GatewayClient::signIn(const protocol::SignInRequest& request) {
    Reply<protocol::SignedIn> reply;
    state_->room->ask({"POST", QStringLiteral("/v1/sessions"), bodyOf(protocol::toJson(request)), {}})
        .then(this, [this, reply, turn = ++state_->signIns](const Answer& answer) mutable {
            auto signedIn = messageOf<protocol::SignedIn>(answer, protocol::readSignedIn);
            note(signedIn ? std::nullopt : std::optional(signedIn.error()));
            if (signedIn) {
                SecretBytes session(signedIn->sessionToken);
                wipe(std::span<char>(signedIn->sessionToken));
                signedIn->sessionToken.clear(); // stays in here
                if (turn == state_->signIns) {
                    state_->session = std::move(session);
                } else { // the card was pulled meanwhile
                    end(std::move(session));
                    signedIn = fail(problems::cancelled);
                }
            }
            reply.give(std::move(signedIn));
        });
    return reply.future();
}

QFuture<Outcome<void>> GatewayClient::signOut() {
    Reply<void> reply;
    auto asked = state_->room->ask({"DELETE", QStringLiteral("/v1/sessions/current"), {}, state_->bearer()});
    forget();
    asked.then(this, [this, reply](const Answer& answer) mutable {
        note(answer.body ? std::nullopt : std::optional(answer.body.error()));
        reply.give(answer.body ? Outcome<void>() : fail(answer.body.error()));
    });
    return reply.future();
}

void GatewayClient::dropSession() {
    SecretBytes session = std::move(state_->session);
    forget();
    if (!session.empty()) {
        end(std::move(session));
    }
}

void GatewayClient::forget() {
    ++state_->signIns;
    state_->session.clear();
}

void GatewayClient::end(SecretBytes session) {
    // Nobody waits for the answer: if it does not get through, the session ends by its own time.
    static_cast<void>(state_->room->ask({"DELETE", QStringLiteral("/v1/sessions/current"), {}, bearerOf(session)}));
}

QFuture<Outcome<protocol::OpenedView>> GatewayClient::openView(const protocol::ViewRequest& request) {
    Reply<protocol::OpenedView> reply;
    state_->room->ask({"POST", QStringLiteral("/v1/views"), bodyOf(protocol::toJson(request)), state_->bearer()})
        .then(this, [this, reply](const Answer& answer) mutable {
            auto view = messageOf<protocol::OpenedView>(answer, protocol::readOpenedView);
            note(view ? std::nullopt : std::optional(view.error()));
            reply.give(std::move(view));
        });
    return reply.future();
}

std::unique_ptr<ReceiptDownload> GatewayClient::fetchReceipts(const std::string& viewId, const std::string& since) {
    QString path = QStringLiteral("/v1/views/%1/receipts").arg(segment(viewId));
    if (!since.empty()) {
        path += QStringLiteral("?since=") + segment(since);
    }
    auto download = std::make_unique<Download>(*state_->room, path, state_->bearer());
    connect(download.get(), &ReceiptDownload::finished, this, [this](const Outcome<std::string>& cursor) {
        note(cursor || cursor.error().is(problems::cancelled) ? std::nullopt : std::optional(cursor.error()));
    });
    return download;
}

} // namespace kmixr::gateway
