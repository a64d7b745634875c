#include "app/client/flows/card_desk.h"

#include "core/card/problems.h"

#include <algorithm>
#include <chrono>

namespace kmixr::client {

namespace {

/// Runs `use` with the open session; a session that ended in trouble is closed, so that the next word starts afresh.
template <class Result, class Use>
Outcome<Result> withSession(std::optional<card::CardSession>& session, Use use) {
    if (!session) {
        return fail(card::problems::noCard);
    }
    auto outcome = use(*session);
    if (!outcome && card::endsSession(outcome.error())) {
        session.reset();
    }
    return outcome;
}

bool brokeOff(const Problem& problem) {
    return problem.is(card::problems::communication) || problem.is(card::problems::removed);
}

} // namespace

CardDesk::CardDesk(PinPads pads, QObject* parent) : QObject(parent), talk_(std::make_shared<Talk>()) {
    talk_->pads = pads;
    qRegisterMetaType<card::ReaderStatus>();
    watching_ = std::thread([this] { watch(); });
}

CardDesk::~CardDesk() {
    ending_ = true;
    watcher_.cancel();
    watching_.join();
    goodbye();
}

void CardDesk::watch() {
    constexpr std::chrono::seconds patience{5};
    std::optional<card::ReaderStatus> last;
    std::vector<card::ReaderStatus> lastReaders;
    while (!ending_) {
        const card::ReaderStatus seen = watcher_.next(patience);
        std::vector<card::ReaderStatus> readers = watcher_.readers();
        if (ending_) {
            return;
        }
        if (seen == last && readers == lastReaders) {
            continue;
        }
        const bool news = seen != last;
        last = seen;
        lastReaders = readers;
        QMetaObject::invokeMethod(
            this,
            [this, seen, news, readers = std::move(readers)] {
                status_ = seen;
                readers_ = readers;
                if (news) {
                    emit statusChanged(seen);
                }
                emit readersChanged();
            },
            Qt::QueuedConnection);
    }
}

bool CardDesk::holds(std::uint64_t insertion) const {
    return std::ranges::any_of(readers_, [insertion](const card::ReaderStatus& reader) {
        return reader.state == card::ReaderState::Ready && reader.insertion == insertion;
    });
}

QFuture<Outcome<CardGreeting>> CardDesk::greet(const card::ReaderStatus& at, card::CardUse use) {
    return talking_.ask([this, talk = talk_, status = at, use]() -> Outcome<CardGreeting> {
        talk->session.reset();
        auto opened = card::CardSession::open(status.reader, use, &talk->known);
        if (!opened) {
            if (opened.error().is(card::problems::unknownCard)) {
                watcher_.markUnknown(status.insertion);
            } else if (opened.error().is(card::problems::myNumberCard)) {
                watcher_.passOver(status.insertion);
            }
            return fail(opened.error());
        }
        talk->session.emplace(std::move(*opened));
        talk->insertion = status.insertion;
        return withSession<CardGreeting>(talk->session, [&](card::CardSession& open) -> Outcome<CardGreeting> {
            const auto pin = open.pinState();
            if (!pin) {
                return fail(pin.error());
            }
            const bool pad = talk->pads == PinPads::WhereOffered && open.offersPinPad();
            return CardGreeting{status.insertion, open.holder(), open.pinRule(), *pin, pad};
        });
    });
}

template <class Result, class Use>
QFuture<Outcome<Result>> CardDesk::converse(Use use) {
    return talking_.ask([this, talk = talk_, use = std::move(use)]() -> Outcome<Result> {
        auto outcome = withSession<Result>(talk->session, use);
        if (!outcome && brokeOff(outcome.error())) {
            // A job of its own, so that the answer is told before the reader's news.
            static_cast<void>(talking_.ask([this, insertion = talk->insertion] { watcher_.doubt(insertion); }));
        }
        return outcome;
    });
}

QFuture<Outcome<void>> CardDesk::verifyPin(card::Pin&& pin) {
    auto kept = std::make_shared<card::Pin>(std::move(pin));
    return converse<void>([kept](card::CardSession& open) { return open.verifyPin(std::move(*kept)); });
}

QFuture<Outcome<void>> CardDesk::verifyPinOnPad() {
    return converse<void>([](card::CardSession& open) { return open.verifyPinOnPad(); });
}

QFuture<Outcome<Bytes>> CardDesk::sign(Bytes message) {
    return converse<Bytes>([message = std::move(message)](card::CardSession& open) { return open.sign(message); });
}

QFuture<Outcome<std::shared_ptr<SecretBytes>>> CardDesk::vaultSecret(Bytes constant) {
    using Shared = std::shared_ptr<SecretBytes>;
    return converse<Shared>([constant = std::move(constant)](card::CardSession& open) -> Outcome<Shared> {
        auto secret = open.vaultSecret(constant);
        if (!secret) {
            return fail(secret.error());
        }
        return std::make_shared<SecretBytes>(std::move(*secret));
    });
}

void CardDesk::goodbye() {
    static_cast<void>(talking_.ask([talk = talk_] { talk->session.reset(); }));
}

} // namespace kmixr::client
