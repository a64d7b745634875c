#include "app/practice/commands/command_line.h"
#include "app/practice/commands/commands.h"
#include "app/practice/people/plan_reader.h"
#include "app/practice/world/staff.h"

#include <iostream>

namespace kmixr::practice {

namespace {

/// What is unusual about a patient's card; empty for a live first one.
std::string cardRemark(const PatientCards& patient) {
    std::string remark = patient.consent == "given" ? "" : "consent withdrawn";
    for (const IssuedCard& card : patient.cards) {
        if (patient.cards.size() > 1 || card.state != "live") {
            remark += (remark.empty() ? "card " : ", card ") + std::to_string(card.issue) + " " + card.state;
        }
    }
    return remark;
}

} // namespace

int peopleCommand(int argc, char** argv) {
    CLI::App app("Lists the practice patients, and the cards that something is wrong with.", "kmixr-practice people");
    std::filesystem::path resources;
    addResourcesOption(app, resources);
    CLI11_PARSE(app, argc, argv);

    const auto plans = readPlans(resources / "practice");
    if (!plans) {
        return failed(plans.error());
    }
    const auto staff = readStaff(resources / "practice" / "staff.json");
    if (!staff) {
        return failed(staff.error());
    }
    for (const PracticePerson& person : plans->people) {
        const std::string remark = cardRemark(staff->cardsOf(person.id));
        std::cout << person.id << "  " << isoDay(*person.person.birth) << "  "
                  << (person.person.sex == receipt::Sex::Male ? "M" : "F") << "  " << person.person.name
                  << (remark.empty() ? "" : "  (" + remark + ")") << "\n";
    }
    std::cout << "Cards in trouble:\n";
    for (const TroubleCard& card : staff->troubleCards) {
        std::cout << "  " << card.id << "  " << card.trouble << " (a card of " << card.of << ")\n";
    }
    return 0;
}

} // namespace kmixr::practice
