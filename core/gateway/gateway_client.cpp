#include "core/gateway/gateway_client.h"

#include "core/gateway/network_room.h"
#include "core/gateway/problems.h"
#include "core/gateway/receipt_stream.h"
#include "core/gateway/reply_problem.h"
#include "core/gateway/tls_identity.h"
#include "core/protocol/problems.h"

#include <QThread>
#include <QUrl>

namespace kmixr::gateway {

struct GatewayClient::State {
    Bytes deviceCertificate;
    SecretBytes session;
    std::optional<std::chrono::milliseconds> clockOffset;
    std::optional<bool> online;
    QThread thread;
    NetworkRoom* room = nullptr; ///< on `thread`, which deletes it

    [[nodiscard]] QByteArray bearer() const { return {session.text().data(), static_cast<qsizetype>(session.size())}; }
};

namespace {

QByteArray bodyOf(const Json& json) {
    return QByteArray::fromStdString(json.dump());
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

QFuture<Outcome<protocol::SignInChallenge>> GatewayClient::requestChallenge() {
    return state_->room->ask({"POST", QStringLiteral("/v1/sign-in-challenges"), bodyOf(Json::object()), {}})
        .then(this, [this](const Answer& answer) -> Outcome<protocol::SignInChallenge> {
            auto challenge = messageOf<protocol::SignInChallenge>(answer, protocol::readSignInChallenge);
            note(challenge ? std::nullopt : std::optional(challenge.error()));
            if (challenge) {
                state_->clockOffset = challenge->serverTime + answer.took / 2 - SystemClock().now();
            }
            return challenge;
        });
}

QFuture<Outcome<protocol::SignedIn>> GatewayClient::signIn(const protocol::SignInRequest& request) {
    return state_->room->ask({"POST", QStringLiteral("/v1/sessions"), bodyOf(protocol::toJson(request)), {}})
        .then(this, [this](const Answer& answer) -> Outcome<protocol::SignedIn> {
            auto signedIn = messageOf<protocol::SignedIn>(answer, protocol::readSignedIn);
            note(signedIn ? std::nullopt : std::optional(signedIn.error()));
            if (signedIn) {
                state_->session = SecretBytes(signedIn->sessionToken);
                wipe(std::span<char>(signedIn->sessionToken));
                signedIn->sessionToken.clear(); // stays in here
            }
            return signedIn;
        });
}

QFuture<Outcome<void>> GatewayClient::signOut() {
    auto asked = state_->room->ask({"DELETE", QStringLiteral("/v1/sessions/current"), {}, state_->bearer()});
    state_->session.clear();
    return asked.then(this, [this](const Answer& answer) -> Outcome<void> {
        note(answer.body ? std::nullopt : std::optional(answer.body.error()));
        if (!answer.body) {
            return fail(answer.body.error());
        }
        return {};
    });
}

void GatewayClient::dropSession() {
    if (!state_->session.empty()) {
        // Nobody waits for the answer: if it does not get through, the session ends by its own time.
        static_cast<void>(state_->room->ask({"DELETE", QStringLiteral("/v1/sessions/current"), {}, state_->bearer()}));
        state_->session.clear();
    }
}

QFuture<Outcome<protocol::OpenedView>> GatewayClient::openView(const protocol::ViewRequest& request) {
    return state_->room->ask({"POST", QStringLiteral("/v1/views"), bodyOf(protocol::toJson(request)), state_->bearer()})
        .then(this, [this](const Answer& answer) -> Outcome<protocol::OpenedView> {
            auto view = messageOf<protocol::OpenedView>(answer, protocol::readOpenedView);
            note(view ? std::nullopt : std::optional(view.error()));
            return view;
        });
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
