// A patient agrees with the My Number card: the card on a reader (with one reader it takes the place of the doctor's) →
// the patient types the PIN → the card signs the gateway's challenge, bound to this laptop and sign-in → the doctor's
// card, had it left, comes back and proves itself → only then the consent is handed on, and a view may be opened.
//
// While the doctor's card is out, the sign-in lives on for the time the policy sets and no longer. What comes back must
// show the certificate that signed in, and prove it: a certificate can be read and copied by anyone, its key cannot,
// and no kind of card we know signs without the PIN. So the doctor types the PIN again, the card signs random bytes of
// ours, and the signature is checked on the laptop. Nothing of a patient is on the screen in between; the vault stays
// open in memory, as the sign-in does, and nobody reaches into it.
#pragma once

#include "app/client/flows/card_desk.h"
#include "app/client/flows/sign_in_flow.h"
#include "app/client/flows/view_flow.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>
#include <set>

namespace kmixr::client {

enum class PatientCardStep : std::uint8_t {
    Idle,
    CardWanted,       ///< the patient's
    Reading,          ///< it is there
    PinWanted,        ///< the patient's; `pinState.blocked`: this card cannot be used now
    Checking,         ///< PIN, challenge, signature
    GatewayTrouble,   ///< the PIN was right, the gateway did not answer: retry() asks it again, no PIN
    DoctorCardWanted, ///< back
    DoctorReading,
    DoctorPinWanted,
    DoctorChecking,
};

/// Everything a page shows of this journey.
struct PatientCardScene {
    PatientCardStep step = PatientCardStep::Idle;
    bool otherReader = false;   ///< there is one for the patient's card: the doctor's stays
    bool doctorCardOut = false; ///< the time runs
    bool patientCardIn = false; ///< DoctorCardWanted: it is to be taken out first
    bool agreed = false;        ///< the consent is in hand; on the way back without it, it was stopped
    card::PinRule pinRule;      ///< PinWanted, DoctorPinWanted
    card::PinState pinState;    ///< likewise
    card::PinOffice pinOffice = card::PinOffice::Issuer; ///< likewise
    bool pinPad = false;                                 ///< likewise: the reader has a pad for this PIN
    bool padInUse = false;                               ///< Checking, DoctorChecking: the reader waits for the PIN
    std::optional<Problem> trouble;                      ///< why this step is (still) here
};

/// Thread: the flows' thread.
class PatientCardFlow : public QObject {
    Q_OBJECT
public:
    PatientCardFlow(CardDesk& desk, SignInFlow& signIn, gateway::GatewayClient& gateway, const Clock& clock,
                    QObject* parent = nullptr);

    /// Only while signed in and no view is open. `mayBeOut`: SignedIn::cardSwapSeconds.
    void begin(const Presenter& presenter, std::chrono::seconds mayBeOut);
    /// The patient's or the doctor's, as the step asks.
    void givePin(card::Pin&& pin);
    /// Instead: the PIN is typed on the reader (PatientCardScene::pinPad).
    void usePinPad();
    /// GatewayTrouble: asks again. CardWanted, DoctorCardWanted: looks at the cards that lie there once more.
    void retry();
    /// Stops; when the doctor's card left meanwhile, it must come back first.
    void cancel();
    /// The sign-in is over, whatever ended it; nothing more is said.
    void drop();
    [[nodiscard]] bool active() const { return scene_.step != PatientCardStep::Idle; }

signals:
    void sceneChanged(const kmixr::client::PatientCardScene& scene);
    /// While the doctor's card is out, once a second.
    void secondsLeft(int seconds);
    /// The patient agreed, and the doctor's card is there.
    void consented(const kmixr::protocol::CardProof& proof, const kmixr::client::Presenter& presenter);
    /// Stopped without consent; the doctor's card is there.
    void stopped();

private:
    using Step = PatientCardStep;

    void look();
    void followDoctorsCard();
    void tick();
    void findPatientsCard();
    void findDoctorsCard();
    void greetPatient(const card::ReaderStatus& at);
    void greetDoctor(const card::ReaderStatus& at);
    void patientVerified(const Outcome<void>& verified);
    void challenge();
    void sign(const protocol::Challenge& challenge);
    void wayBack();
    void doctorVerified(const Outcome<void>& verified);
    void proveDoctor();
    void finish(std::uint64_t doctorsInsertion);
    void endTalk(Step step, const Problem& problem);
    /// A PIN that was refused: tries left, or blocked. False for other trouble.
    bool pinRefused(const Problem& problem, Step again);
    void show(Step step, std::optional<Problem> trouble = std::nullopt);
    /// A reader with a card that was not looked at yet and is none of `but`.
    [[nodiscard]] const card::ReaderStatus* untried(std::uint64_t but) const;
    template <class T, class Next>
    void follow(QFuture<Outcome<T>> future, Next next);

    CardDesk& desk_;
    SignInFlow& signIn_;
    gateway::GatewayClient& gateway_;
    const Clock& clock_;
    std::uint64_t run_ = 0; ///< grows with each step back; answers of older runs are dropped
    PatientCardScene scene_;
    Presenter presenter_;
    std::uint64_t doctor_ = 0;  ///< insertion of the doctor's card; not proven any more once it was out
    std::uint64_t patient_ = 0; ///< insertion of the patient's card
    std::set<std::uint64_t> tried_;
    std::optional<Problem> brokenOff_; ///< why the PIN is wanted once more from the card that lies there
    Bytes patientCertificate_;
    std::optional<protocol::CardProof> proof_;
    std::chrono::seconds mayBeOut_{};
    QElapsedTimer out_; ///< since when the doctor's card is out
    QTimer tick_;
};

} // namespace kmixr::client
