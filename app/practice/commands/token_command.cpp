#include "app/practice/commands/command_line.h"
#include "app/practice/commands/commands.h"
#include "app/practice/people/plan_reader.h"
#include "app/practice/problems.h"
#include "app/practice/world/patient_token.h"

#include <algorithm>
#include <iostream>

namespace kmixr::practice {

int tokenCommand(int argc, char** argv) {
    CLI::App app("Prints the QR text of a practice patient's card.", "kmixr-practice token");
    std::filesystem::path resources;
    std::string patient;
    int issue = 1;
    app.add_option("--patient", patient, "Label, K01 to K26")->required();
    app.add_option("--issue", issue, "1 unless the card was reissued")->check(CLI::PositiveNumber);
    addResourcesOption(app, resources);
    CLI11_PARSE(app, argc, argv);

    const auto plans = readPlans(resources / "practice");
    if (!plans) {
        return failed(plans.error());
    }
    const auto known = std::any_of(plans->people.begin(), plans->people.end(),
                                   [&patient](const PracticePerson& person) { return person.id == patient; });
    if (!known) {
        return failed({std::string(problems::unknownPatient.text), patient, {}});
    }
    std::cout << tokenOf(patient, issue).text() << "\n";
    return 0;
}

} // namespace kmixr::practice
