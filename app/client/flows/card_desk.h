// The cards on the readers, seen from the flows: what the readers show, and one conversation at a time with a card.
// Watching blocks on one thread, talking on another, so that a hung card never hides that it was taken out.
#pragma once

#include "app/client/worker.h"
#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "core/card/known_cards.h"
#include "core/common/outcome.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace kmixr::client {

/// What can be said before the PIN.
struct CardGreeting {
    std::uint64_t insertion = 0;
    card::CardHolder holder;
    card::PinRule pinRule;
    card::PinState pinState;
    bool pinPad = false; ///< the reader has a pad for this PIN
};

enum class PinPads : std::uint8_t { Ignored, WhereOffered };

/// Thread: the flows' thread; answers come there.
class CardDesk : public QObject {
    Q_OBJECT
public:
    explicit CardDesk(PinPads pads = PinPads::WhereOffered, QObject* parent = nullptr);
    ~CardDesk() override;

    /// The reader whose card is shown; it stays that one while the card is in.
    [[nodiscard]] const card::ReaderStatus& status() const { return status_; }
    /// Every reader.
    [[nodiscard]] const std::vector<card::ReaderStatus>& readers() const { return readers_; }
    /// The card of this insertion still lies in its reader.
    [[nodiscard]] bool holds(std::uint64_t insertion) const;
    /// Connects to the card in that reader, reads its holder and the PIN's condition. An unknown card is reported to
    /// the watch; a patient's card where a doctor's is asked gives way to one in another reader.
    QFuture<Outcome<CardGreeting>> greet(const card::ReaderStatus& at, card::CardUse use = card::CardUse::Doctor);
    // These talk on with the card that was greeted. When the conversation breaks off, nobody knows which card lies
    // there any more: after the answer the reader is looked at anew, and what it holds is told as another insertion.
    QFuture<Outcome<void>> verifyPin(card::Pin&& pin);
    /// The PIN is typed on the reader; answers when it was, or when the reader gave up.
    QFuture<Outcome<void>> verifyPinOnPad();
    QFuture<Outcome<Bytes>> sign(Bytes message);
    QFuture<Outcome<std::shared_ptr<SecretBytes>>> vaultSecret(Bytes constant);
    /// Ends the conversation; the card forgets its PIN.
    void goodbye();

signals:
    void statusChanged(const kmixr::card::ReaderStatus& status);
    /// Something changed in any reader; statusChanged() comes before it where that is news too.
    void readersChanged();

private:
    void watch();
    template <class Result, class Use>
    QFuture<Outcome<Result>> converse(Use use);

    /// What the talking thread alone touches.
    struct Talk {
        card::KnownCards known; ///< the day's cards: put in again, they are read in a moment
        std::optional<card::CardSession> session;
        std::uint64_t insertion = 0; ///< whose session it is
        PinPads pads = PinPads::WhereOffered;
    };
    std::shared_ptr<Talk> talk_;
    card::ReaderStatus status_;
    std::vector<card::ReaderStatus> readers_;
    card::CardWatch watcher_;
    std::atomic<bool> ending_{false};
    Worker talking_;
    std::thread watching_;
};

} // namespace kmixr::client
