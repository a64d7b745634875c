// One patient and one doctor at one table: the words of the cases about the My Number card.
#pragma once

#include "tests/app_client/client.h"

namespace kmixr::testing {

struct Table {
    explicit Table(int readers = 1, const std::function<void(Settings&)>& change = {}) {
        world.startGateway();
        world.startCardService(readers);
        world.insertCard();
        client = std::make_unique<Client>(world, change);
        client->signInAsRenshu();
    }

    void begin(int seconds = 120, const Presenter& presenter = {}) {
        client->patientCard->begin(presenter, std::chrono::seconds(seconds));
        REQUIRE(at(PatientCardStep::CardWanted));
    }
    [[nodiscard]] PatientCardScene scene() const {
        return heard().scenes.empty() ? PatientCardScene{} : heard().scenes.back();
    }
    /// The journey comes to this step.
    bool at(PatientCardStep step, int ms = 15000) {
        const bool there = waitUntil([&] { return scene().step == step; }, ms);
        UNSCOPED_INFO("step " << static_cast<int>(scene().step) << " "
                              << scene().trouble.value_or(Problem{}).logLine());
        return there;
    }
    bool trouble(PatientCardStep step, ProblemCode code) {
        return waitUntil([&] { return scene().step == step && scene().trouble && scene().trouble->is(code); });
    }
    bool ended() {
        return waitUntil([&] { return !client->patientCard->active(); });
    }
    /// Out of the reader, and the program has seen it.
    void take(int reader = 0) {
        world.removeCard(reader);
        REQUIRE(waitUntil([&] {
            const auto& readers = client->desk->readers();
            const auto at = static_cast<std::size_t>(reader);
            return readers.size() <= at || readers[at].state == card::ReaderState::NoCard;
        }));
    }
    void put(const char* card, int reader = 0) { world.insertCard(QString::fromLatin1(card), reader); }
    void swap(const char* card) {
        take();
        put(card);
    }
    void pin(const char* digits) { client->patientCard->givePin(card::Pin(digits)); }
    /// With one reader, up to the patient's PIN.
    void patientAtPin(const char* card = "K13") {
        begin();
        swap(card);
        REQUIRE(at(PatientCardStep::PinWanted));
    }
    /// The doctor's card back, proven.
    void doctorBack() {
        swap("renshu");
        REQUIRE(at(PatientCardStep::DoctorPinWanted));
        pin("482913");
    }
    [[nodiscard]] Heard& heard() const { return client->heard; }
    [[nodiscard]] bool nothingShown() const { return heard().shown.empty() && !client->view->active(); }

    PracticeWorld world;
    std::unique_ptr<Client> client;
};

} // namespace kmixr::testing
