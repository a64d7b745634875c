#include "app/client/flows/sign_in_flow.h"

#include "core/card/problems.h"
#include "core/protocol/problems.h"
#include "core/vault/problems.h"

#include <utility>

namespace kmixr::client {

SignInFlow::SignInFlow(CardDesk& desk, gateway::GatewayClient& gateway, Worker& vaultWorker, const Clock& clock,
                       Keeping keeping, QObject* parent)
    : QObject(parent), desk_(desk), gateway_(gateway), vaultWorker_(vaultWorker), clock_(clock),
      keeping_(std::move(keeping)) {
    connect(&desk_, &CardDesk::readersChanged, this, &SignInFlow::look);
}

template <class T, class Next>
void SignInFlow::follow(QFuture<Outcome<T>> future, Next next) {
    future.then(this, [this, run = run_, next = std::move(next)](Outcome<T> outcome) mutable {
        if (run == run_) {
            next(std::move(outcome));
        }
    });
}

void SignInFlow::look() {
    const bool news = status_ != desk_.status();
    status_ = desk_.status();
    // While the card of this run lies in its reader, nothing that happens in another one matters; and without a run
    // only the shown card does.
    const bool stays = step_ == Step::Idle ? !news : desk_.holds(card_);
    if (!lent_ && !stays) {
        startOver();
    }
}

void SignInFlow::startOver() {
    if (step_ != Step::Idle) {
        reset();
        emit left();
    }
    tellReader();
}

/// What the reader shows, and the card in it greeted.
void SignInFlow::tellReader() {
    if (!status_) {
        return;
    }
    emit readerChanged(*status_);
    if (status_->state == card::ReaderState::Ready) {
        greet();
    } else {
        brokenOff_.reset();
    }
}

void SignInFlow::lend() {
    lent_ = signedIn();
}

void SignInFlow::takeBack(std::uint64_t insertion) {
    if (!lent_) {
        return;
    }
    lent_ = false;
    card_ = insertion;
    greeting_->insertion = insertion;
    if (!desk_.holds(card_)) {
        startOver();
    }
}

void SignInFlow::signOut(const Problem& why) {
    reset();
    emit left();
    if (status_) {
        emit readerChanged(*status_);
    }
    emit failed(why);
}

void SignInFlow::again() {
    reset();
    tellReader();
}

void SignInFlow::greet() {
    step_ = Step::Greeting;
    card_ = status_->insertion;
    follow(desk_.greet(*status_), [this](Outcome<CardGreeting> greeting) {
        if (!greeting) {
            // An unknown card is a state of the reader, told by the watch; anything else is said here.
            if (!greeting.error().is(card::problems::unknownCard)) {
                leave(greeting.error());
            } else {
                step_ = Step::Idle;
            }
            return;
        }
        greeting_ = std::move(*greeting);
        step_ = Step::PinWanted;
        emit pinWanted(*greeting_);
        if (const auto why = std::exchange(brokenOff_, std::nullopt)) {
            emit pinRefused(*why, greeting_->pinState);
        }
    });
}

void SignInFlow::givePin(card::Pin&& pin) {
    if (step_ != Step::PinWanted) {
        return; // a second Enter while the first one is under way: one typed PIN, one VERIFY
    }
    step_ = Step::Verifying;
    emit working();
    follow(desk_.verifyPin(std::move(pin)), [this](const Outcome<void>& verified) { pinAnswered(verified); });
}

void SignInFlow::usePinPad() {
    if (step_ != Step::PinWanted || !greeting_->pinPad) {
        return;
    }
    step_ = Step::Verifying;
    follow(desk_.verifyPinOnPad(), [this](const Outcome<void>& verified) {
        if (verified) {
            emit working();
        }
        pinAnswered(verified);
    });
}

void SignInFlow::pinAnswered(const Outcome<void>& verified) {
    if (verified) {
        challenge();
    } else {
        pinFailed(verified.error());
    }
}

void SignInFlow::pinFailed(const Problem& problem) {
    if (card::endsSession(problem) && !problem.is(card::problems::pinBlocked)) {
        leave(problem);
        return;
    }
    card::PinState state = greeting_->pinState;
    state.blocked = problem.is(card::problems::pinBlocked);
    if (const auto tries = problem.numbers.find("tries_left"); tries != problem.numbers.end()) {
        state.triesLeft = static_cast<int>(tries->second);
        state.blocked = state.blocked || *state.triesLeft == 0;
    } else if (problem.is(card::problems::pinWrong)) {
        state.triesLeft.reset();
    }
    greeting_->pinState = state;
    greeting_->pinPad = greeting_->pinPad && !problem.is(card::problems::pinPadRefused);
    step_ = Step::PinWanted;
    emit pinRefused(problem, state);
}

void SignInFlow::challenge() {
    step_ = Step::Challenging;
    follow(gateway_.requestChallenge(), [this](Outcome<protocol::Challenge> challenge) {
        if (!challenge) {
            leave(challenge.error());
            return;
        }
        step_ = Step::Signing;
        const Instant signedAt = clock_.now();
        const Bytes statement = protocol::signInStatement(challenge->nonce, gateway_.deviceCertificate(), signedAt);
        follow(desk_.sign(statement), [this, challenge = *challenge, signedAt](Outcome<Bytes> signature) {
            if (!signature) {
                leave(signature.error());
                return;
            }
            answer(challenge, signedAt, std::move(*signature));
        });
    });
}

void SignInFlow::answer(const protocol::Challenge& challenge, Instant signedAt, Bytes signature) {
    step_ = Step::Answering;
    protocol::SignInRequest request;
    request.challengeId = challenge.challengeId;
    request.certificate = greeting_->holder.certificate;
    request.signature = std::move(signature);
    request.signedAt = signedAt;
    request.account = std::exchange(account_, std::nullopt);
    follow(gateway_.signIn(request), [this](Outcome<protocol::SignedIn> doctor) {
        if (doctor) {
            unlock(*doctor, false);
            return;
        }
        const Problem& problem = doctor.error();
        if (problem.is(protocol::problems::accountRequired) || problem.is(protocol::problems::accountRejected)) {
            step_ = Step::AccountWanted;
            emit accountWanted(problem.is(protocol::problems::accountRejected), problem);
            return;
        }
        leave(problem);
    });
}

void SignInFlow::giveAccount(const QString& id, const QString& password) {
    if (step_ != Step::AccountWanted) {
        return;
    }
    emit working();
    account_ = protocol::Account{id.toStdString(), password.toStdString()};
    challenge(); // a challenge is good once; the card is still open, so no PIN is asked again
}

void SignInFlow::unlock(const protocol::SignedIn& doctor, bool begunAnew) {
    step_ = Step::Unlocking;
    auto place = vault::VaultPlace::of(keeping_.dataFolder / "vaults", greeting_->holder.certificate);
    if (!place) {
        leave(place.error());
        return;
    }
    follow(desk_.vaultSecret(place->cardConstant()),
           [this, doctor, begunAnew, place = *place](Outcome<std::shared_ptr<SecretBytes>> secret) {
               if (!secret && secret.error().is(card::problems::noVaultMeans)) {
                   unlockForSession(doctor);
                   return;
               }
               if (!secret) {
                   leave(secret.error());
                   return;
               }
               follow(openVault(place, *secret), [this, doctor, begunAnew, place](Outcome<OpenedVault> opened) {
                   if (!opened && opened.error().is(vault::problems::wrongKey) && !begunAnew) {
                       // The card has just proven itself to the gateway, so it is the laptop's share that is another:
                       // the cache can never be read again. It is only a cache.
                       vault::Vault::setAside(place);
                       unlock(doctor, true);
                       return;
                   }
                   if (!opened) {
                       leave(opened.error());
                       return;
                   }
                   finish({.doctor = doctor,
                           .vault = std::make_shared<vault::Vault>(std::move((*opened)->vault)),
                           .vaultSetAside = (*opened)->setAside || begunAnew});
               });
           });
}

/// Nothing on the laptop can be tied to this card: what is fetched is kept under a key that dies with the sign-in.
void SignInFlow::unlockForSession(const protocol::SignedIn& doctor) {
    using SessionVault = std::shared_ptr<vault::Vault>;
    auto opening = vaultWorker_.ask([folder = keeping_.dataFolder / "vaults"]() -> Outcome<SessionVault> {
        auto opened = vault::Vault::openForSession(folder);
        if (!opened) {
            return fail(opened.error());
        }
        return std::make_shared<vault::Vault>(std::move(*opened));
    });
    follow(std::move(opening), [this, doctor](Outcome<SessionVault> opened) {
        if (!opened) {
            leave(opened.error());
            return;
        }
        finish({.doctor = doctor, .vault = *opened, .onlineOnly = true});
    });
}

void SignInFlow::finish(const OpenSession& session) {
    desk_.goodbye();
    step_ = Step::Done;
    emit signedInAs(session);
}

QFuture<Outcome<SignInFlow::OpenedVault>> SignInFlow::openVault(const vault::VaultPlace& place,
                                                                const std::shared_ptr<const SecretBytes>& cardSecret) {
    return vaultWorker_.ask([place, cardSecret, device = keeping_.deviceSecret]() -> Outcome<OpenedVault> {
        auto opened = vault::Vault::open(place, *cardSecret, *device);
        if (!opened) {
            return fail(opened.error());
        }
        return std::make_shared<vault::Vault::Opened>(std::move(*opened));
    });
}

void SignInFlow::leave(const Problem& problem) {
    // The desk looks at the reader anew after this, and what lies there is greeted: then the reason is said again.
    if (step_ != Step::Greeting && problem.is(card::problems::communication)) {
        brokenOff_ = problem;
    }
    reset();
    emit failed(problem);
}

void SignInFlow::reset() {
    ++run_;
    lent_ = false;
    step_ = Step::Idle;
    greeting_.reset();
    account_.reset();
    desk_.goodbye();
    gateway_.dropSession();
}

} // namespace kmixr::client
