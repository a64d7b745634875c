// A card swapped for another within one look of the service, with a command on its way: pcscd tells nothing of it. What
// is shown afterwards is the card that lies there, never the one that lay there.
#include "app/client/flows/problems.h"
#include "app/practice/cards/card_file.h"
#include "core/card/problems.h"
#include "tests/app_client/patient_card_journey.h"

using namespace kmixr;
using namespace kmixr::client;
using namespace kmixr::testing;
using Step = PatientCardStep;

namespace {

constexpr practice::Instruction verify = 0x20, sign = 0x2A;

std::filesystem::path cardFile(const PracticeWorld& world, const char* name) {
    return world.file(QStringLiteral("cards/%1.json").arg(QLatin1String(name))).toStdString();
}

/// The card `name`, which leaves the reader at the command `at`.
void layToLeave(PracticeWorld& world, const char* name, practice::Instruction at, int reader = 0) {
    auto leaving = practice::readCardFile(cardFile(world, name));
    REQUIRE(leaving);
    leaving->faults.removeAt = at;
    leaving->faults.removal = practice::RemovalMoment::Before;
    REQUIRE(practice::writeCardFile(cardFile(world, "leaving"), *leaving));
    world.insertCard(QStringLiteral("leaving"), reader);
}

/// `next` in its place as soon as it left, which pcscd does not notice: the broken command was the only sign.
void swapWhenLeft(PracticeWorld& world, const char* next, int reader = 0) {
    REQUIRE(waitUntil([&] { return world.cardLeft(reader); }));
    world.insertCard(QString::fromLatin1(next), reader);
}

int triesLeft(const PracticeWorld& world, const char* name) {
    return practice::readCardFile(cardFile(world, name))->triesLeft;
}

bool noCardSeen(const Client& client) {
    return std::ranges::find(client.heard.readers, card::ReaderState::NoCard) != client.heard.readers.end();
}

} // namespace

TEST_CASE("sign-in: another doctor's card takes the place of the one whose PIN was typed") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    for (const practice::Instruction at : {verify, sign}) {
        CAPTURE(int{at});
        layToLeave(world, "renshu", at);
        Client client(world);
        REQUIRE(waitUntil([&] { return client.heard.greeting.has_value(); }));
        CHECK(client.heard.greeting->holder.name == "練習 一郎");
        client.heard.readers.clear();
        const int tries = triesLeft(world, "mihon");
        client.signIn->givePin(card::Pin("482913"));
        swapWhenLeft(world, "mihon");
        REQUIRE(waitUntil([&] { return client.heard.pinAsked == 2; }));
        CHECK(client.heard.greeting->holder.name == "見本 直美");
        REQUIRE(client.heard.pinProblem);
        CHECK(client.heard.pinProblem->is(card::problems::communication));
        CHECK_FALSE(noCardSeen(client));           // the service told nothing of the swap
        CHECK_FALSE(client.heard.session);         // nobody is signed in
        CHECK(triesLeft(world, "mihon") == tries); // one's PIN did not go to the other's card
        client.heard.failed.reset();
        client.signInAs("735026", "mihon.naomi", "Practice-Naomi-2");
        CHECK(client.heard.session->doctor.doctorName.find("見本") == 0);
        CHECK(client.heard.pinAsked == 2); // not in a circle
        world.removeCard();
        REQUIRE(waitUntil([&] { return client.heard.left > 0; }));
    }
}

TEST_CASE("sign-in: the same card after contact was lost for a moment: its PIN is wanted once more, with the reason") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    layToLeave(world, "renshu", verify);
    Client client(world);
    REQUIRE(waitUntil([&] { return client.heard.greeting.has_value(); }));
    client.signIn->givePin(card::Pin("482913"));
    swapWhenLeft(world, "renshu");
    REQUIRE(waitUntil([&] { return client.heard.pinProblem.has_value(); }));
    CHECK(client.heard.failed->is(card::problems::communication)); // first that, then the PIN again
    CHECK(client.heard.pinAsked == 2);
    client.heard.failed.reset();
    client.signInAsRenshu();
}

TEST_CASE("one reader: another patient's card takes the place of the one whose PIN was typed") {
    Table table;
    table.begin();
    table.take();
    layToLeave(table.world, "K13", verify);
    REQUIRE(table.at(Step::PinWanted));
    const int tries = triesLeft(table.world, "K24");
    table.pin("1950");
    swapWhenLeft(table.world, "K24");
    REQUIRE(table.trouble(Step::PinWanted, card::problems::communication));
    CHECK(triesLeft(table.world, "K24") == tries);
    CHECK_FALSE(table.scene().agreed);
    const auto pin = practice::readCardFile(cardFile(table.world, "K24"))->pin;
    table.pin(pin.c_str());
    REQUIRE(table.at(Step::DoctorCardWanted));
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().complete || table.heard().refused; }));
    REQUIRE(table.heard().complete);
    CHECK(table.heard().shown.back().view.patient.name.find("三豊") == std::string::npos); // not the first one's
    CHECK(table.heard().left == 0);
}

TEST_CASE("one reader: the doctor's card takes the patient's place, another doctor's takes the doctor's") {
    Table table;
    table.begin();
    table.take();
    layToLeave(table.world, "K13", sign);
    REQUIRE(table.at(Step::PinWanted));
    table.pin("1950");
    swapWhenLeft(table.world, "renshu");
    REQUIRE(table.trouble(Step::CardWanted, card::problems::notMyNumberCard));
    CHECK_FALSE(table.scene().agreed);
    table.swap("K13");
    REQUIRE(table.at(Step::PinWanted));
    CHECK_FALSE(table.scene().trouble);
    table.pin("1950");
    REQUIRE(table.at(Step::DoctorCardWanted));
    table.take();
    layToLeave(table.world, "renshu", sign);
    REQUIRE(table.at(Step::DoctorPinWanted));
    table.pin("482913");
    swapWhenLeft(table.world, "mihon");
    REQUIRE(table.trouble(Step::DoctorCardWanted, client::problems::anotherDoctorsCard));
    CHECK(table.nothingShown());
    table.doctorBack();
    REQUIRE(waitUntil([&] { return table.heard().complete; }));
    CHECK(table.heard().shown.back().view.patient.name.find("三豊") == 0);
    CHECK(table.heard().left == 0);
}

TEST_CASE("two readers: the doctor's card lies in peace while patients' cards change places") {
    Table table(2);
    table.begin();
    layToLeave(table.world, "K13", verify, 1);
    REQUIRE(table.at(Step::PinWanted));
    table.pin("1950");
    swapWhenLeft(table.world, "K24", 1);
    REQUIRE(table.trouble(Step::PinWanted, card::problems::communication));
    CHECK_FALSE(table.scene().doctorCardOut);
    CHECK(table.client->desk->status().reader == table.client->desk->readers().front().reader);
    table.client->patientCard->cancel();
    REQUIRE(waitUntil([&] { return table.heard().stopped == 1; }));
    CHECK(table.heard().left == 0);
    CHECK(table.client->signIn->signedIn());
}
