// A patient agrees with the My Number card: the whole journey without a window, through a real gateway, pcscd, software
// cards, TLS and vault.
#include "core/protocol/problems.h"
#include "tests/app_client/patient_card_journey.h"

#include <QCoreApplication>

#include <catch2/catch_session.hpp>

using namespace kmixr;
using namespace kmixr::client;
using namespace kmixr::testing;
using Step = PatientCardStep;

TEST_CASE("one reader: the cards change places, and the view opens when the doctor's card is back and proven") {
    Table table;
    table.begin();
    CHECK_FALSE(table.scene().otherReader);
    CHECK_FALSE(table.scene().doctorCardOut);
    table.take();
    CHECK(waitUntil([&] { return table.scene().doctorCardOut; }));
    CHECK(waitUntil([&] { return !table.heard().seconds.empty(); }));
    CHECK(table.heard().seconds.front() <= 120);
    CHECK(table.heard().left == 0);
    CHECK(table.client->gateway->signedIn());

    table.put("K13");
    REQUIRE(table.at(Step::PinWanted));
    CHECK(table.scene().pinRule.minLength == 4);
    CHECK(table.scene().pinRule.maxLength == 4);
    CHECK(table.scene().pinState.triesLeft == 3);
    table.pin("0000");
    REQUIRE(waitUntil([&] { return table.scene().step == Step::PinWanted && table.scene().trouble; }));
    CHECK(table.scene().pinState.triesLeft == 2);
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));
    CHECK(table.scene().agreed);
    CHECK(table.scene().patientCardIn);
    CHECK(table.nothingShown());

    table.take();
    CHECK(waitUntil([&] { return !table.scene().patientCardIn; }));
    table.put("renshu");
    REQUIRE(table.at(Step::DoctorPinWanted));
    CHECK_FALSE(waitUntil([&] { return table.heard().consent.has_value(); }, 500)); // a certificate is no proof
    CHECK(table.nothingShown());
    table.pin("482913");
    REQUIRE(waitUntil([&] { return table.heard().complete || table.heard().refused; }));
    REQUIRE(table.heard().complete);
    const ShownPatient& shown = table.heard().shown.back();
    CHECK(shown.view.patient.name.find("三豊") == 0);
    CHECK(shown.basis == protocol::ViewBasis::MyNumberCard);
    CHECK(shown.view.cardEnding.empty());
    const auto held = table.heard().session->vault->find(shown.view.patientKey);
    REQUIRE(held);
    CHECK(held->consent.basis == "my_number_card");
    CHECK(held->consent.presentedBy == "patient");
    CHECK(held->patient.tokenHash == Sha256{});
    CHECK(table.heard().left == 0);

    // The next patient the same way, while this one's view has been closed: one consent, one view.
    table.client->view->close();
    table.heard().shown.clear();
    table.heard().complete = false;
    table.patientAtPin("K24");
    table.pin("0131");
    REQUIRE(table.at(Step::DoctorCardWanted));
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().complete; }));
    CHECK(table.heard().shown.back().view.patient.name.find("牟礼") == 0);

    // From here the doctor's card is watched as ever.
    table.world.removeCard();
    REQUIRE(waitUntil([&] { return table.heard().left > 0; }, 5000));
    CHECK_FALSE(table.client->gateway->signedIn());
}

TEST_CASE("two readers: both cards stay, nothing is swapped, no PIN of the doctor") {
    Table table(2);
    table.begin();
    CHECK(table.scene().otherReader);
    table.put("K13", 1);
    REQUIRE(table.at(Step::PinWanted));
    table.pin("1950");
    REQUIRE(waitUntil([&] { return table.heard().complete || table.heard().refused; }));
    REQUIRE(table.heard().complete);
    CHECK(table.heard().shown.back().view.patient.name.find("三豊") == 0);
    CHECK(table.heard().seconds.empty());
    CHECK_FALSE(table.scene().doctorCardOut);

    table.take(1); // the patient takes the card home
    CHECK_FALSE(waitUntil([&] { return table.heard().left > 0; }, 700));
    CHECK(table.client->view->active());
    table.world.removeCard(0);
    REQUIRE(waitUntil([&] { return table.heard().left > 0; }, 5000));
    CHECK_FALSE(table.client->view->active());
}

TEST_CASE(
    "two readers, and the doctor's card is taken out all the same: it must prove itself, wherever it comes back") {
    Table table(2);
    table.begin();
    table.put("K13", 1);
    REQUIRE(table.at(Step::PinWanted));
    table.take(0);
    CHECK(waitUntil([&] { return table.scene().doctorCardOut; }));
    CHECK(table.scene().step == Step::PinWanted); // the patient is not disturbed
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));
    CHECK(table.nothingShown());
    table.put("renshu", 0);
    REQUIRE(table.at(Step::DoctorPinWanted));
    table.pin("482913");
    REQUIRE(waitUntil([&] { return table.heard().complete; }));
    // The patient's card is the one that the readers show; the doctor's is the one that must stay.
    table.world.removeCard(0);
    REQUIRE(waitUntil([&] { return table.heard().left > 0; }, 5000));
    CHECK_FALSE(table.client->view->active());
}

TEST_CASE("a patient's card that lies there first does not keep the doctor from signing in at the other reader") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService(2);
    world.insertCard(QStringLiteral("K13"), 0);
    Client client(world);
    REQUIRE(waitUntil([&] { return client.heard.failed.has_value(); }));
    CHECK(client.heard.failed->code == "card.my-number-card");
    client.heard.failed.reset();
    world.insertCard(QStringLiteral("renshu"), 1);
    client.signInAsRenshu();
}

TEST_CASE("a proxy brings the patient's card: recorded as such") {
    Table table(2);
    Presenter presenter;
    presenter.who = protocol::PresentedBy::Proxy;
    presenter.relation = QStringLiteral("長女");
    presenter.reason = QStringLiteral("本人が来院できないため");
    table.begin(120, presenter);
    table.put("K13", 1);
    REQUIRE(table.at(Step::PinWanted));
    table.pin("1950");
    REQUIRE(waitUntil([&] { return table.heard().complete || table.heard().refused; }));
    REQUIRE(table.heard().complete);
    const auto held = table.heard().session->vault->find(table.heard().shown.back().view.patientKey);
    REQUIRE(held);
    CHECK(held->consent.presentedBy == "proxy");
    CHECK(held->consent.proxyRelation == "長女");
}

TEST_CASE("the gateway knows the card as revoked, or as nobody's: said, and nothing is shown") {
    Table table(2);
    for (const auto& [card, pin, code] : {std::tuple{"K25", "2525", protocol::problems::myNumberCardRevoked},
                                          std::tuple{"K26", "2626", protocol::problems::myNumberCardUnknown}}) {
        table.heard().refused.reset();
        table.begin();
        table.put(card, 1);
        REQUIRE(table.at(Step::PinWanted));
        table.pin(pin);
        REQUIRE(waitUntil([&] { return table.heard().refused.has_value(); }));
        CHECK(table.heard().refused->is(code));
        CHECK(table.nothingShown());
        CHECK(table.ended());
        table.take(1);
    }
    CHECK(table.client->signIn->signedIn());
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
