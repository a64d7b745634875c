// Sign in: card on the reader → who it is and how its PIN stands → PIN → the card signs the gateway's challenge → (ID
// and password when the gateway asks) → the doctor's vault is unlocked → home. Every way out goes through leave().
#pragma once

#include "app/client/flows/card_desk.h"
#include "core/common/clock.h"
#include "core/gateway/gateway_client.h"
#include "core/vault/vault.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>

namespace kmixr::client {

/// What a finished sign-in hands over.
struct OpenSession {
    protocol::SignedIn doctor;
    std::shared_ptr<vault::Vault> vault;
    bool vaultSetAside = false; ///< a damaged cache was put aside; it will be fetched again
    /// The card can keep no secret (`card.no-vault-means`): the vault dies with this sign-in, offline use is refused.
    bool onlineOnly = false;
};

class SignInFlow : public QObject {
    Q_OBJECT
public:
    /// Where vaults lie and the laptop's share of their keys.
    struct Keeping {
        std::filesystem::path dataFolder;
        std::shared_ptr<const SecretBytes> deviceSecret;
    };
    SignInFlow(CardDesk& desk, gateway::GatewayClient& gateway, Worker& vaultWorker, const Clock& clock,
               Keeping keeping, QObject* parent = nullptr);

    /// Something changed in a reader. Facts first, then the next step: a new card is greeted, the card of this run
    /// taken out ends everything.
    void look();
    void givePin(card::Pin&& pin);
    /// Instead: the PIN is typed on the reader (CardGreeting::pinPad).
    void usePinPad();
    void giveAccount(const QString& id, const QString& password);
    /// Starts over with the card that lies on the reader (after lock, after a problem).
    void again();
    [[nodiscard]] bool signedIn() const { return step_ == Step::Done; }

    /// The card that signed in: which insertion must stay, and whose it is. Only while signed in.
    [[nodiscard]] std::uint64_t cardInsertion() const { return greeting_->insertion; }
    [[nodiscard]] const Bytes& cardCertificate() const { return greeting_->holder.certificate; }
    /// A patient's card needs the reader: from here the doctor's card may leave it and the sign-in goes on. Whoever
    /// asked answers for it, and ends it by one of the two below.
    void lend();
    /// The same card lies there as this insertion, and has proved itself; it must stay again. Should it be gone
    /// already, everything ends as when a card is pulled.
    void takeBack(std::uint64_t insertion);
    /// It did not come back: signed out, as when a card is pulled, and why.
    void signOut(const Problem& why);

signals:
    void readerChanged(const kmixr::card::ReaderStatus& status);
    void pinWanted(const kmixr::client::CardGreeting& greeting);
    void pinRefused(const kmixr::Problem& problem, const kmixr::card::PinState& state);
    void accountWanted(bool refusedBefore, const kmixr::Problem& problem);
    void working();
    void signedInAs(const kmixr::client::OpenSession& session);
    /// The way to the gateway or the card failed; the card may be tried again.
    void failed(const kmixr::Problem& problem);
    /// The card is gone: whoever shows patient data takes it off the screen now.
    void left();

private:
    enum class Step {
        Idle,
        Greeting,
        PinWanted,
        Verifying,
        Challenging,
        Signing,
        Answering,
        AccountWanted,
        Unlocking,
        Done
    };

    void greet();
    void challenge();
    void answer(const protocol::Challenge& challenge, Instant signedAt, Bytes signature);
    using OpenedVault = std::shared_ptr<vault::Vault::Opened>;
    void unlock(const protocol::SignedIn& doctor, bool begunAnew);
    void unlockForSession(const protocol::SignedIn& doctor);
    void finish(const OpenSession& session);
    QFuture<Outcome<OpenedVault>> openVault(const vault::VaultPlace& place,
                                            const std::shared_ptr<const SecretBytes>& cardSecret);
    void pinAnswered(const Outcome<void>& verified);
    void pinFailed(const Problem& problem);
    void leave(const Problem& problem);
    void reset();
    void startOver();
    void tellReader();
    /// Runs `next` with the value of `outcome` if this run is still the current one.
    template <class T, class Next>
    void follow(QFuture<Outcome<T>> future, Next next);

    CardDesk& desk_;
    gateway::GatewayClient& gateway_;
    Worker& vaultWorker_;
    const Clock& clock_;
    Keeping keeping_;
    Step step_ = Step::Idle;
    bool lent_ = false;
    std::uint64_t run_ = 0;                    ///< grows when everything starts over; answers of older runs are dropped
    std::optional<card::ReaderStatus> status_; ///< nothing: no reader has been looked at yet
    std::uint64_t card_ = 0;                   ///< insertion of the card this run is about
    std::optional<CardGreeting> greeting_;
    std::optional<protocol::Account> account_;
    std::optional<Problem> brokenOff_; ///< why the PIN is wanted once more from the card that lies there
};

} // namespace kmixr::client
