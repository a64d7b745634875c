#include "people.h"

#include "app/practice/people/claim_folder.h"
#include "app/practice/people/claims.h"
#include "app/practice/people/plan_reader.h"
#include "core/receipt/reader.h"
#include "derived.h"

#include <algorithm>
#include <stdexcept>

namespace kmixr::history::test {
namespace {

std::vector<PracticePerson> makePeople() {
    const auto resources = std::filesystem::path(KMIXR_SOURCE_DIR) / "resources";
    const auto plans = practice::readPlans(resources / "practice");
    const auto prices =
        practice::PriceTable::open(resources / "masters/practice.tsv", resources / "practice/pricing.json");
    if (!plans || !prices) {
        throw std::runtime_error("practice plans or prices unreadable");
    }
    std::vector<PracticePerson> people;
    for (const auto& person : plans->people) {
        auto set = practice::claimsOf(person, *plans, *prices, newest);
        if (!set) {
            throw std::runtime_error("no claims of " + person.id);
        }
        // As a gateway hands them over: what the review reduced in the insurer's form, what it withdrew not at all.
        std::vector<practice::Claim> reviewed;
        std::erase_if(set->claims, [&reviewed](const practice::Claim& claim) {
            if (claim.reduction && !claim.withdrawn) {
                reviewed.push_back(claim);
            }
            return claim.reduction || claim.withdrawn;
        });
        std::vector<ReceiptInput> inputs;
        const auto take = [&inputs](const std::vector<practice::ClaimFile>& files) {
            for (const auto& file : files) {
                for (auto& part : receipt::split(file.text)) {
                    inputs.push_back({file.name + "#" + std::to_string(inputs.size()), std::move(part.text)});
                }
            }
        };
        take(practice::claimFiles(std::move(set->claims)));
        take(practice::insurerFiles(std::move(reviewed)));
        people.push_back({person.id, derived(std::move(inputs))});
    }
    return people;
}

} // namespace

const std::vector<PracticePerson>& practicePeople() {
    static const auto people = makePeople();
    return people;
}

const History& practicePerson(std::string_view id) {
    const auto& people = practicePeople();
    const auto at =
        std::find_if(people.begin(), people.end(), [id](const PracticePerson& person) { return person.id == id; });
    if (at == people.end()) {
        throw std::runtime_error("nobody is called " + std::string(id));
    }
    return *at->history;
}

} // namespace kmixr::history::test
