#include "app/client/flows/patient_card_flow.h"

#include "app/client/flows/problems.h"
#include "core/card/problems.h"
#include "core/protocol/problems.h"

#include <algorithm>
#include <utility>

namespace kmixr::client {

namespace {

constexpr std::size_t proofSize = 32;

/// Waiting and asking again does not mend these: the sign-in itself is over.
bool endsSignIn(const Problem& problem) {
    namespace p = protocol::problems;
    return problem.is(p::sessionExpired) || problem.is(p::accountSuspended) || problem.is(p::deviceRevoked) ||
           problem.is(p::deviceUnknown);
}

/// What a doctor's card signs to show that it is there: nothing else begins so, and nobody else's bytes are in it.
Bytes returnStatement() {
    const ByteView domain = bytesOf("kmixr-return-v1");
    Bytes statement(domain.begin(), domain.end());
    const Bytes random = randomBytes(proofSize);
    statement.insert(statement.end(), random.begin(), random.end());
    return statement;
}

} // namespace

PatientCardFlow::PatientCardFlow(CardDesk& desk, SignInFlow& signIn, gateway::GatewayClient& gateway,
                                 const Clock& clock, QObject* parent)
    : QObject(parent), desk_(desk), signIn_(signIn), gateway_(gateway), clock_(clock) {
    tick_.setInterval(std::chrono::milliseconds(250));
    connect(&tick_, &QTimer::timeout, this, &PatientCardFlow::tick);
    connect(&desk_, &CardDesk::readersChanged, this, &PatientCardFlow::look);
    connect(&signIn_, &SignInFlow::left, this, &PatientCardFlow::drop);
}

template <class T, class Next>
void PatientCardFlow::follow(QFuture<Outcome<T>> future, Next next) {
    future.then(this, [this, run = run_, next = std::move(next)](Outcome<T> outcome) mutable {
        if (run == run_) {
            next(std::move(outcome));
        }
    });
}

void PatientCardFlow::begin(const Presenter& presenter, std::chrono::seconds mayBeOut) {
    if (active() || !signIn_.signedIn()) {
        return;
    }
    presenter_ = presenter;
    mayBeOut_ = mayBeOut;
    doctor_ = signIn_.cardInsertion();
    signIn_.lend();
    show(Step::CardWanted);
    look();
}

void PatientCardFlow::drop() {
    ++run_;
    tick_.stop();
    out_.invalidate();
    tried_.clear();
    brokenOff_.reset();
    patientCertificate_.clear();
    proof_.reset();
    patient_ = 0;
    scene_ = {};
}

void PatientCardFlow::show(Step step, std::optional<Problem> trouble) {
    scene_.step = step;
    scene_.padInUse = scene_.padInUse && (step == Step::Checking || step == Step::DoctorChecking);
    scene_.trouble = std::move(trouble);
    scene_.otherReader = desk_.readers().size() > 1;
    scene_.doctorCardOut = out_.isValid();
    scene_.patientCardIn = desk_.holds(patient_);
    scene_.agreed = proof_.has_value();
    emit sceneChanged(scene_);
}

void PatientCardFlow::look() {
    if (!active()) {
        return;
    }
    followDoctorsCard();
    switch (scene_.step) {
    case Step::CardWanted:
        findPatientsCard();
        break;
    case Step::Reading:
    case Step::PinWanted:
    case Step::Checking:
    case Step::GatewayTrouble:
        if (!desk_.holds(patient_)) {
            ++run_; // whatever the card or the gateway still answers
            desk_.goodbye();
            show(Step::CardWanted, Problem{std::string(card::problems::removed.text), {}, {}});
            findPatientsCard();
        }
        break;
    case Step::DoctorCardWanted:
        findDoctorsCard();
        break;
    case Step::DoctorReading:
    case Step::DoctorPinWanted:
    case Step::DoctorChecking:
        if (!desk_.holds(doctor_)) {
            ++run_;
            desk_.goodbye();
            show(Step::DoctorCardWanted, Problem{std::string(card::problems::removed.text), {}, {}});
            findDoctorsCard();
        }
        break;
    case Step::Idle:
        break;
    }
}

/// Once out, only its proof stops the clock.
void PatientCardFlow::followDoctorsCard() {
    if (!out_.isValid() && !desk_.holds(doctor_)) {
        doctor_ = 0;
        out_.start();
        tick_.start();
        tick();
        if (active()) {
            show(scene_.step, scene_.trouble);
        }
    }
}

void PatientCardFlow::tick() {
    const auto left = mayBeOut_ - std::chrono::milliseconds(out_.elapsed());
    if (left <= std::chrono::milliseconds::zero()) {
        signIn_.signOut(Problem{std::string(problems::swapTimeOver.text), {}, {}}); // drops this, too
        return;
    }
    emit secondsLeft(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

const card::ReaderStatus* PatientCardFlow::untried(std::uint64_t but) const {
    const auto found = std::ranges::find_if(desk_.readers(), [&](const card::ReaderStatus& reader) {
        return reader.state == card::ReaderState::Ready && reader.insertion != but &&
               !tried_.contains(reader.insertion);
    });
    return found == desk_.readers().end() ? nullptr : &*found;
}

// --- the patient's card
// -------------------------------------------------------------------------------------------------

void PatientCardFlow::findPatientsCard() {
    if (const auto* at = untried(doctor_)) {
        greetPatient(*at);
    } else {
        brokenOff_.reset();
    }
}

void PatientCardFlow::greetPatient(const card::ReaderStatus& at) {
    patient_ = at.insertion;
    tried_.insert(at.insertion);
    const auto why = std::exchange(brokenOff_, std::nullopt);
    show(Step::Reading);
    follow(desk_.greet(at, card::CardUse::Patient), [this, why](Outcome<CardGreeting> greeting) {
        if (!greeting) {
            show(Step::CardWanted, greeting.error());
            findPatientsCard();
            return;
        }
        if (const auto valid = card::checkValidity(greeting->holder, clock_.today()); !valid) {
            show(Step::CardWanted, Problem{std::string(protocol::problems::myNumberCardExpired.text), {}, {}});
            findPatientsCard();
            return;
        }
        // Nothing of the certificate is shown or kept: it goes to the gateway with the signature.
        patientCertificate_ = std::move(greeting->holder.certificate);
        scene_.pinRule = greeting->pinRule;
        scene_.pinState = greeting->pinState;
        scene_.pinOffice = greeting->holder.pinOffice;
        scene_.pinPad = greeting->pinPad;
        show(Step::PinWanted, why);
    });
}

/// The conversation after the greeting ended in trouble. Where it broke off, the desk looks at the reader anew, and
/// what lies there is greeted: then its PIN is wanted with the reason.
void PatientCardFlow::endTalk(Step step, const Problem& problem) {
    if (problem.is(card::problems::communication)) {
        brokenOff_ = problem;
    }
    show(step, problem);
}

void PatientCardFlow::givePin(card::Pin&& pin) {
    if (scene_.step == Step::PinWanted) {
        show(Step::Checking);
        follow(desk_.verifyPin(std::move(pin)), [this](const Outcome<void>& verified) { patientVerified(verified); });
    } else if (scene_.step == Step::DoctorPinWanted) {
        show(Step::DoctorChecking);
        follow(desk_.verifyPin(std::move(pin)), [this](const Outcome<void>& verified) { doctorVerified(verified); });
    }
}

void PatientCardFlow::usePinPad() {
    const bool patients = scene_.step == Step::PinWanted;
    if (!scene_.pinPad || (!patients && scene_.step != Step::DoctorPinWanted)) {
        return;
    }
    scene_.padInUse = true;
    show(patients ? Step::Checking : Step::DoctorChecking);
    follow(desk_.verifyPinOnPad(), [this, patients](const Outcome<void>& verified) {
        scene_.padInUse = false;
        if (patients) {
            patientVerified(verified);
        } else {
            doctorVerified(verified);
        }
    });
}

bool PatientCardFlow::pinRefused(const Problem& problem, Step again) {
    const bool blocked = problem.is(card::problems::pinBlocked);
    if (!blocked && card::endsSession(problem)) {
        return false;
    }
    if (blocked) {
        scene_.pinState.triesLeft = 0;
    } else if (const auto tries = problem.numbers.find("tries_left"); tries != problem.numbers.end()) {
        scene_.pinState.triesLeft = static_cast<int>(tries->second);
    } else if (problem.is(card::problems::pinWrong)) {
        scene_.pinState.triesLeft.reset();
    }
    scene_.pinPad = scene_.pinPad && !problem.is(card::problems::pinPadRefused);
    scene_.pinState.blocked = blocked || scene_.pinState.triesLeft == 0;
    show(again, problem);
    return true;
}

void PatientCardFlow::patientVerified(const Outcome<void>& verified) {
    if (verified) {
        challenge();
    } else if (!pinRefused(verified.error(), Step::PinWanted)) {
        endTalk(Step::CardWanted, verified.error());
    }
}

void PatientCardFlow::challenge() {
    show(Step::Checking);
    follow(gateway_.requestViewChallenge(), [this](Outcome<protocol::Challenge> challenge) {
        if (challenge) {
            sign(*challenge);
        } else if (endsSignIn(challenge.error())) {
            signIn_.signOut(challenge.error());
        } else {
            show(Step::GatewayTrouble, challenge.error());
        }
    });
}

void PatientCardFlow::sign(const protocol::Challenge& challenge) {
    const Instant signedAt = clock_.now();
    follow(desk_.sign(gateway_.consentStatement(challenge.nonce, signedAt)),
           [this, id = challenge.challengeId, signedAt](Outcome<Bytes> signature) {
               if (!signature) {
                   endTalk(Step::CardWanted, signature.error());
                   return;
               }
               proof_ = protocol::CardProof{id, std::move(patientCertificate_), std::move(*signature), signedAt};
               wayBack();
           });
}

void PatientCardFlow::retry() {
    if (scene_.step == Step::GatewayTrouble) {
        challenge();
    } else if (scene_.step == Step::CardWanted || scene_.step == Step::DoctorCardWanted) {
        tried_.clear();
        look();
    }
}

void PatientCardFlow::cancel() {
    if (!active()) {
        return;
    }
    ++run_;
    proof_.reset();
    wayBack();
}

// --- the doctor's card
// --------------------------------------------------------------------------------------------------

/// The reader is the doctor's again, with the consent or without it.
void PatientCardFlow::wayBack() {
    desk_.goodbye(); // the patient's card forgets its PIN
    tried_.clear();
    followDoctorsCard();
    if (!active()) {
        return;
    }
    if (!out_.isValid()) {
        finish(doctor_);
        return;
    }
    doctor_ = 0;
    show(Step::DoctorCardWanted);
    findDoctorsCard();
}

void PatientCardFlow::findDoctorsCard() {
    scene_.patientCardIn = desk_.holds(patient_);
    if (const auto* at = untried(patient_)) {
        greetDoctor(*at);
    } else {
        brokenOff_.reset();
        show(Step::DoctorCardWanted, scene_.trouble);
    }
}

void PatientCardFlow::greetDoctor(const card::ReaderStatus& at) {
    doctor_ = at.insertion;
    tried_.insert(at.insertion);
    const auto why = std::exchange(brokenOff_, std::nullopt);
    show(Step::DoctorReading);
    follow(desk_.greet(at, card::CardUse::Doctor), [this, why](Outcome<CardGreeting> greeting) {
        if (greeting && greeting->holder.certificate != signIn_.cardCertificate()) {
            greeting = fail(problems::anotherDoctorsCard);
            desk_.goodbye();
        }
        if (!greeting) {
            show(Step::DoctorCardWanted, greeting.error());
            findDoctorsCard();
            return;
        }
        if (greeting->pinState.blocked) {
            signIn_.signOut(Problem{std::string(card::problems::pinBlocked.text), {}, {}});
            return;
        }
        scene_.pinRule = greeting->pinRule;
        scene_.pinState = greeting->pinState;
        scene_.pinOffice = greeting->holder.pinOffice;
        scene_.pinPad = greeting->pinPad;
        show(Step::DoctorPinWanted, why);
    });
}

void PatientCardFlow::doctorVerified(const Outcome<void>& verified) {
    if (verified) {
        show(Step::DoctorChecking);
        proveDoctor();
    } else if (verified.error().is(card::problems::pinBlocked)) {
        signIn_.signOut(verified.error());
    } else if (!pinRefused(verified.error(), Step::DoctorPinWanted)) {
        endTalk(Step::DoctorCardWanted, verified.error());
    } else if (scene_.pinState.blocked) {
        signIn_.signOut(Problem{std::string(card::problems::pinBlocked.text), {}, {}});
    }
}

void PatientCardFlow::proveDoctor() {
    // The session checks the signature with the certificate that was just found to be the doctor's.
    follow(desk_.sign(returnStatement()), [this](Outcome<Bytes> signature) {
        desk_.goodbye();
        if (signature) {
            finish(doctor_);
        } else {
            endTalk(Step::DoctorCardWanted, signature.error());
        }
    });
}

void PatientCardFlow::finish(std::uint64_t doctorsInsertion) {
    const auto proof = std::exchange(proof_, std::nullopt);
    drop();
    signIn_.takeBack(doctorsInsertion);
    if (!signIn_.signedIn()) {
        return; // pulled at this very moment
    }
    if (proof) {
        emit consented(*proof, presenter_);
    } else {
        emit stopped();
    }
}

} // namespace kmixr::client
