// The client without its window, and what its flows said.
#pragma once

#include "app/client/flows/card_desk.h"
#include "app/client/flows/patient_card_flow.h"
#include "app/client/flows/sign_in_flow.h"
#include "app/client/flows/view_flow.h"
#include "app/client/settings.h"
#include "tests/app_client/practice_world.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

namespace kmixr::testing {

using namespace kmixr::client;

/// What the flows said, in order of arrival.
struct Heard {
    std::vector<card::ReaderState> readers;
    std::optional<CardGreeting> greeting;
    int pinAsked = 0;
    std::optional<Problem> pinProblem;
    std::optional<card::PinState> pinState;
    int accountAsked = 0;
    std::optional<OpenSession> session;
    std::optional<Problem> failed;
    int left = 0;
    std::vector<ShownPatient> shown;
    bool complete = false;
    std::optional<Problem> refused, incomplete;
    std::vector<PatientCardScene> scenes;
    std::vector<int> seconds; ///< left, while the doctor's card was out
    std::optional<protocol::CardProof> consent;
    int stopped = 0;
};

/// The client without its window.
struct Client {
    explicit Client(const PracticeWorld& world, const std::function<void(Settings&)>& change = {}) {
        auto read = Settings::read(world.file(QStringLiteral("client.json")).toStdString());
        REQUIRE(read);
        settings = *read;
        if (change) {
            change(settings);
        }
        auto secret = deviceSecret(settings.dataFolder);
        REQUIRE(secret);
        auto masters = receipt::Masters::open(settings.mastersFile);
        REQUIRE(masters);
        auto rules = history::Rules::open(settings.rulesFolder);
        REQUIRE(rules);
        auto opened = gateway::GatewayClient::open(settings.gateway);
        REQUIRE(opened);
        gateway = std::move(*opened);
        desk = std::make_unique<CardDesk>();
        signIn = std::make_unique<SignInFlow>(
            *desk, *gateway, vaultWorker, clock,
            SignInFlow::Keeping{settings.dataFolder, std::make_shared<const SecretBytes>(std::move(*secret))});
        view = std::make_unique<ViewFlow>(*gateway, vaultWorker, clock, ViewFlow::Knowledge{*masters, *rules});
        patientCard = std::make_unique<PatientCardFlow>(*desk, *signIn, *gateway, clock);
        listen();
    }

    void listen() {
        QObject::connect(signIn.get(), &SignInFlow::readerChanged, signIn.get(),
                         [this](const card::ReaderStatus& status) { heard.readers.push_back(status.state); });
        QObject::connect(signIn.get(), &SignInFlow::pinWanted, signIn.get(), [this](const CardGreeting& greeting) {
            heard.greeting = greeting;
            ++heard.pinAsked;
        });
        QObject::connect(signIn.get(), &SignInFlow::pinRefused, signIn.get(),
                         [this](const Problem& problem, const card::PinState& state) {
                             heard.pinProblem = problem;
                             heard.pinState = state;
                         });
        QObject::connect(signIn.get(), &SignInFlow::accountWanted, signIn.get(),
                         [this](bool, const Problem&) { ++heard.accountAsked; });
        QObject::connect(signIn.get(), &SignInFlow::signedInAs, signIn.get(), [this](const OpenSession& session) {
            heard.session = session;
            view->setVault(session.vault);
        });
        QObject::connect(signIn.get(), &SignInFlow::failed, signIn.get(),
                         [this](const Problem& problem) { heard.failed = problem; });
        QObject::connect(signIn.get(), &SignInFlow::left, signIn.get(), [this] {
            ++heard.left;
            view->setVault(nullptr);
        });
        QObject::connect(view.get(), &ViewFlow::shown, view.get(), [this](const ShownPatient& patient, bool complete) {
            heard.shown.push_back(patient);
            heard.complete = complete;
        });
        QObject::connect(view.get(), &ViewFlow::refused, view.get(),
                         [this](const Problem& problem) { heard.refused = problem; });
        QObject::connect(view.get(), &ViewFlow::incomplete, view.get(),
                         [this](const Problem& problem) { heard.incomplete = problem; });
        auto* patient = patientCard.get();
        QObject::connect(patient, &PatientCardFlow::sceneChanged, patient,
                         [this](const PatientCardScene& scene) { heard.scenes.push_back(scene); });
        QObject::connect(patient, &PatientCardFlow::secondsLeft, patient,
                         [this](int seconds) { heard.seconds.push_back(seconds); });
        QObject::connect(patient, &PatientCardFlow::stopped, patient, [this] { ++heard.stopped; });
        QObject::connect(patient, &PatientCardFlow::consented, patient,
                         [this](const protocol::CardProof& proof, const Presenter& presenter) {
                             heard.consent = proof;
                             view->begin(proof, presenter);
                         });
    }

    void signInAsRenshu() { signInAs("482913", "renshu.ichiro", "Practice-Ichiro-1"); }

    /// PIN, and ID and password when they are asked for.
    void signInAs(const char* pin, const char* account, const char* password) {
        REQUIRE(waitUntil([&] { return heard.greeting.has_value(); }));
        signIn->givePin(card::Pin(pin));
        REQUIRE(waitUntil([&] { return heard.session || heard.accountAsked > 0 || heard.failed; }));
        if (heard.accountAsked > 0 && !heard.session) {
            signIn->giveAccount(QString::fromLatin1(account), QString::fromLatin1(password));
            REQUIRE(waitUntil([&] { return heard.session || heard.failed; }));
        }
        CAPTURE(heard.failed.value_or(Problem{}).logLine());
        REQUIRE(heard.session);
    }

    void open(const PracticeWorld& world, const QString& patient, int issue = 1) {
        const auto token = qr::PatientCardToken::read(world.token(patient, issue));
        REQUIRE(token);
        view->begin(*token, Presenter{});
    }

    Settings settings;
    SystemClock clock;
    Worker vaultWorker;
    std::unique_ptr<gateway::GatewayClient> gateway;
    std::unique_ptr<CardDesk> desk;
    std::unique_ptr<SignInFlow> signIn;
    std::unique_ptr<ViewFlow> view;
    std::unique_ptr<PatientCardFlow> patientCard;
    Heard heard;
};

} // namespace kmixr::testing
