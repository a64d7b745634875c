// What can go wrong between two cards and two people: each is a state with words, nothing is shown without consent and
// the doctor's card, and the way on stays open.
#include "app/client/flows/problems.h"
#include "app/practice/cards/card_file.h"
#include "core/card/problems.h"
#include "core/gateway/problems.h"
#include "core/protocol/problems.h"
#include "tests/app_client/cutting_proxy.h"
#include "tests/app_client/patient_card_journey.h"

using namespace kmixr;
using namespace kmixr::client;
using namespace kmixr::testing;
using Step = PatientCardStep;

TEST_CASE("the doctor's card does not come back in time: signed out, and nothing was shown") {
    Table table;
    table.begin(4);
    table.swap("K13");
    REQUIRE(table.at(Step::PinWanted));
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));
    CHECK(table.client->gateway->signedIn());
    REQUIRE(waitUntil([&] { return table.heard().left > 0; }, 8000));
    CHECK(table.heard().failed->is(client::problems::swapTimeOver));
    CHECK_FALSE(table.client->gateway->signedIn());
    CHECK_FALSE(table.client->patientCard->active());
    CHECK(table.heard().seconds.back() == 1);
    CHECK_FALSE(table.heard().consent);
    CHECK(table.nothingShown());

    // The same card a moment later is a new sign-in from the beginning.
    table.heard() = Heard{};
    table.swap("renshu");
    table.client->signInAsRenshu();
    CHECK(table.client->signIn->signedIn());
    CHECK_FALSE(waitUntil([&] { return table.heard().consent.has_value(); }, 300));
}

TEST_CASE("a wrong card where the patient's is wanted, and where the doctor's is") {
    Table table;
    table.begin();
    table.swap("mihon");
    REQUIRE(table.trouble(Step::CardWanted, card::problems::notMyNumberCard));
    table.swap("renshu"); // the doctor's own, put back too early
    REQUIRE(waitUntil([&] { return table.heard().scenes.back().step == Step::CardWanted; }));
    REQUIRE(table.trouble(Step::CardWanted, card::problems::notMyNumberCard));
    table.swap("K13");
    REQUIRE(table.at(Step::PinWanted));
    CHECK_FALSE(table.scene().trouble);
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));

    table.swap("mihon"); // another doctor
    REQUIRE(table.trouble(Step::DoctorCardWanted, client::problems::anotherDoctorsCard));
    table.swap("K24"); // another patient
    REQUIRE(table.trouble(Step::DoctorCardWanted, card::problems::myNumberCard));
    table.swap("shiyou"); // staff
    REQUIRE(table.trouble(Step::DoctorCardWanted, client::problems::anotherDoctorsCard));
    CHECK(table.nothingShown());
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().complete; }));
    CHECK(table.heard().shown.back().view.patient.name.find("三豊") == 0); // the one who agreed
    CHECK(table.heard().left == 0);
}

TEST_CASE("pulled in the middle: the patient's card, the doctor's card") {
    Table table;
    table.patientAtPin();
    table.take();
    REQUIRE(table.trouble(Step::CardWanted, card::problems::removed));
    table.put("K13");
    REQUIRE(table.at(Step::PinWanted));
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));
    table.swap("renshu");
    REQUIRE(table.at(Step::DoctorPinWanted));
    table.take();
    REQUIRE(table.trouble(Step::DoctorCardWanted, card::problems::removed));
    CHECK(table.scene().agreed);
    table.put("renshu");
    REQUIRE(table.at(Step::DoctorPinWanted));
    table.pin("482914");
    REQUIRE(waitUntil([&] { return table.scene().step == Step::DoctorPinWanted && table.scene().trouble; }));
    CHECK(table.scene().pinState.triesLeft == 4);
    CHECK(table.nothingShown());
    table.pin("482913");
    REQUIRE(waitUntil([&] { return table.heard().complete; }));
}

TEST_CASE("the patient's PIN is used up: blocked, stopped, and the doctor goes on") {
    Table table;
    table.patientAtPin();
    for (int left = 2; left >= 0; --left) {
        table.heard().scenes.clear();
        table.pin("0000");
        REQUIRE(waitUntil([&] { return table.scene().step == Step::PinWanted && table.scene().trouble; }));
        CHECK(table.scene().pinState.triesLeft == left);
    }
    CHECK(table.scene().pinState.blocked);
    table.client->patientCard->cancel();
    REQUIRE(table.at(Step::DoctorCardWanted));
    CHECK_FALSE(table.scene().agreed);
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().stopped == 1; }));
    CHECK_FALSE(table.heard().consent);
    CHECK(table.client->signIn->signedIn());
    table.client->open(table.world, QStringLiteral("K13")); // by the QR card
    CHECK(waitUntil([&] { return table.heard().complete; }));
    CHECK(table.heard().shown.back().basis == protocol::ViewBasis::QrCard);

    table.client->view->close();
    table.patientAtPin(); // blocked is said before anybody types
    CHECK(table.scene().pinState.blocked);
}

TEST_CASE("the doctor's PIN is used up on the way back: signed out, nothing shown") {
    Table table;
    table.patientAtPin();
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));
    table.swap("renshu");
    REQUIRE(table.at(Step::DoctorPinWanted));
    for (int i = 0; i < 5 && table.heard().left == 0; ++i) {
        table.heard().scenes.clear();
        table.pin("000000");
        REQUIRE(waitUntil([&] {
            return table.heard().left > 0 || (!table.heard().scenes.empty() &&
                                              table.scene().step == Step::DoctorPinWanted && table.scene().trouble);
        }));
    }
    REQUIRE(waitUntil([&] { return table.heard().left == 1; }));
    CHECK(table.heard().failed->is(card::problems::pinBlocked));
    CHECK_FALSE(table.client->gateway->signedIn());
    CHECK(table.nothingShown());
}

TEST_CASE("stopped at each step") {
    Table table;
    auto& flow = *table.client->patientCard;
    table.begin();
    flow.cancel(); // the doctor's card never left
    REQUIRE(waitUntil([&] { return table.heard().stopped == 1; }));
    CHECK_FALSE(flow.active());

    table.begin();
    table.take();
    CHECK(waitUntil([&] { return table.scene().doctorCardOut; }));
    flow.cancel();
    REQUIRE(table.at(Step::DoctorCardWanted));
    table.put("renshu");
    REQUIRE(table.at(Step::DoctorPinWanted));
    flow.cancel(); // there is nothing to stop any more: it asks again
    REQUIRE(waitUntil([&] { return table.scene().step == Step::DoctorPinWanted; }));
    table.pin("482913");
    REQUIRE(waitUntil([&] { return table.heard().stopped == 2; }));

    // While the answers are under way: they come late and open nothing.
    table.patientAtPin();
    table.pin("1950");
    flow.cancel();
    REQUIRE(table.at(Step::DoctorCardWanted));
    CHECK_FALSE(waitUntil([&] { return table.scene().agreed; }, 1500));
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().stopped == 3; }));

    // With the consent in hand.
    table.patientAtPin();
    table.pin("1950");
    REQUIRE(waitUntil([&] { return table.scene().agreed; }));
    flow.cancel();
    CHECK_FALSE(table.scene().agreed);
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().stopped == 4; }));
    CHECK_FALSE(table.heard().consent);
    CHECK(table.nothingShown());
    CHECK(table.heard().left == 0);
}

TEST_CASE("the gateway does not answer: asked again without another PIN; a sign-in it forgot is over") {
    std::unique_ptr<CuttingProxy> proxy;
    Table table(1, [&](Settings& settings) {
        proxy = std::make_unique<CuttingProxy>(static_cast<quint16>(settings.gateway.address.port()));
        settings.gateway.address.setPort(proxy->serverPort());
    });
    table.patientAtPin();
    proxy->cutAfter(0);
    table.pin("1950");
    REQUIRE(table.at(Step::GatewayTrouble, 30000));
    REQUIRE(table.scene().trouble);
    proxy->cutAfter(std::nullopt);
    table.client->patientCard->retry();
    REQUIRE(table.at(Step::DoctorCardWanted));
    CHECK(table.scene().agreed);
    table.client->patientCard->cancel();
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().stopped == 1; }));

    table.patientAtPin();
    table.world.stopGateway();
    table.world.startGateway(); // sessions live in its memory
    table.pin("1950");
    REQUIRE(waitUntil([&] { return table.heard().left > 0; }, 30000));
    CHECK(table.heard().failed->is(protocol::problems::sessionExpired));
    CHECK_FALSE(table.client->patientCard->active());
    CHECK(table.nothingShown());
}

TEST_CASE("the card service dies in the middle, and comes back") {
    Table table;
    table.patientAtPin();
    table.world.killCardService();
    REQUIRE(table.trouble(Step::CardWanted, card::problems::removed));
    CHECK(table.client->desk->status().state == card::ReaderState::ServiceStopped);
    CHECK(table.client->gateway->signedIn());
    table.world.removeCard();
    table.world.startCardService(1);
    table.put("K13");
    REQUIRE(table.at(Step::PinWanted, 30000));
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().complete; }));
    CHECK(table.heard().left == 0);
}

TEST_CASE("a certificate without its key: the patient's, and the doctor's that comes back") {
    Table table;
    const auto cards = std::filesystem::path(table.world.file(QStringLiteral("cards")).toStdString());
    const auto forge = [&](const char* shown, const char* holding, const char* pin) {
        auto card = practice::readCardFile(cards / (std::string(holding) + ".json"));
        const auto victim = practice::readCardFile(cards / (std::string(shown) + ".json"));
        REQUIRE(card);
        REQUIRE(victim);
        card->certificatePem = victim->certificatePem;
        card->pin = pin;
        REQUIRE(practice::writeCardFile(cards / "forged.json", *card));
    };
    forge("K13", "K24", "1111");
    table.patientAtPin("forged");
    table.pin("1111");
    REQUIRE(table.trouble(Step::CardWanted, card::problems::signatureWrong));
    table.swap("K13");
    REQUIRE(table.at(Step::PinWanted));
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));

    forge("renshu", "kamei", "111111");
    {
        auto card = practice::readCardFile(cards / "forged.json");
        card->triesLeft = card->triesMax;
        REQUIRE(practice::writeCardFile(cards / "forged.json", *card));
    }
    table.swap("forged");
    REQUIRE(table.at(Step::DoctorPinWanted)); // it looks like the doctor's card
    table.pin("111111");
    REQUIRE(table.trouble(Step::DoctorCardWanted, card::problems::signatureWrong));
    CHECK_FALSE(table.heard().consent);
    CHECK(table.nothingShown());
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().complete; }));
}

TEST_CASE("locked or signed out while the patient's card has the reader: the journey is over") {
    Table table;
    table.patientAtPin();
    table.client->patientCard->drop(); // as the lock does
    table.client->signIn->again();
    CHECK_FALSE(table.client->gateway->signedIn());
    CHECK_FALSE(table.client->patientCard->active());
    table.pin("1950");
    REQUIRE(waitUntil([&] { return table.heard().failed.has_value(); })); // a My Number card signs nobody in
    CHECK(table.heard().failed->is(card::problems::myNumberCard));
    table.take();
    table.heard() = Heard{};
    table.put("renshu");
    table.client->signInAsRenshu();
    CHECK_FALSE(table.heard().consent);
    CHECK(table.heard().scenes.empty());
}
