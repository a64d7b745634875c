// A test's patience: the event loop runs until something is true, but not for ever.
#pragma once

#include "core/gateway/gateway_client.h"
#include "tests/app_gateway/world/process.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFuture>

#include <catch2/catch_test_macros.hpp>

#include <functional>

namespace kmixr::gateway {

inline bool waitUntil(const std::function<bool()>& condition, int ms = 30000) {
    const QDeadlineTimer deadline(ms);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return true;
}

template <class T>
Outcome<T> answerOf(QFuture<Outcome<T>> future) {
    REQUIRE(waitUntil([&] { return future.isFinished(); }));
    REQUIRE(future.resultCount() == 1);
    return future.takeResult();
}

inline Settings settingsFor(const test::GatewayWorld& world, int port, const std::string& device = "ca/device") {
    Settings settings;
    settings.address = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port));
    settings.caFile = QString::fromStdString(world.file("ca/practice-ca.pem").string());
    settings.deviceCertificateFile = QString::fromStdString(world.file(device + ".pem").string());
    settings.deviceKeyFile = QString::fromStdString(world.file(device + ".key").string());
    return settings;
}

inline std::unique_ptr<GatewayClient> open(const Settings& settings) {
    auto client = GatewayClient::open(settings);
    REQUIRE(client);
    return std::move(*client);
}

/// What a download brought, and how it ended.
struct Brought {
    std::vector<protocol::Delivery> deliveries;
    std::optional<Outcome<std::string>> end;
};

inline Brought bringing(ReceiptDownload& download) {
    Brought brought;
    const QObject listener; // what comes after the end is nobody's
    QObject::connect(&download, &ReceiptDownload::arrived, &listener,
                     [&](const std::vector<protocol::Delivery>& deliveries) {
                         CHECK_FALSE(brought.end);
                         brought.deliveries.insert(brought.deliveries.end(), deliveries.begin(), deliveries.end());
                     });
    QObject::connect(&download, &ReceiptDownload::finished, &listener,
                     [&](const Outcome<std::string>& cursor) { brought.end = cursor; });
    REQUIRE(waitUntil([&] { return brought.end.has_value(); }));
    return brought;
}

inline protocol::ViewRequest viewRequest(const qr::PatientCardToken& token) {
    return {protocol::ViewBasis::QrCard, token.text(), protocol::PresentedBy::Patient, {}, {}};
}

/// Challenge, card, answer; with the account.
inline Outcome<protocol::SignedIn> signIn(GatewayClient& client, const test::GatewayWorld& world,
                                          const test::Identity& card, const test::Identity& device,
                                          const std::string& account) {
    const auto challenge = answerOf(client.requestChallenge());
    if (!challenge) {
        return fail(challenge.error());
    }
    auto request = test::GatewayWorld::answer(*challenge, card, device);
    if (!account.empty()) {
        request.account = protocol::Account{account, world.password};
    }
    return answerOf(client.signIn(request));
}

inline void checkProblem(const auto& outcome, ProblemCode code) {
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == code.text);
}

} // namespace kmixr::gateway
