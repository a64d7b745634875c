#include "app/practice/people/plan_reader.h"

#include "app/practice/people/json_file.h"
#include "app/practice/people/plan_fields.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

InstitutionKind institutionKind(const std::string& name) {
    if (name == "hospital") {
        return InstitutionKind::Hospital;
    }
    if (name == "clinic") {
        return InstitutionKind::Clinic;
    }
    if (name == "dental") {
        return InstitutionKind::DentalClinic;
    }
    if (name == "pharmacy") {
        return InstitutionKind::Pharmacy;
    }
    throw PlanError("kind");
}

char pointTable(InstitutionKind kind) {
    switch (kind) {
    case InstitutionKind::DentalClinic:
        return '3';
    case InstitutionKind::Pharmacy:
        return '4';
    default:
        return '1';
    }
}

void readInstitutions(const Json& file, Plans& plans) {
    const std::string prefecture = text(file, "prefecture");
    for (const Json& item : file.at("institutions")) {
        PracticeInstitution institution;
        institution.id = text(item, "id");
        institution.kind = institutionKind(text(item, "kind"));
        institution.claim = {prefecture, pointTable(institution.kind), text(item, "code"), text(item, "name")};
        institution.kana = text(item, "kana");
        institution.address = text(item, "address");
        institution.phone = text(item, "phone");
        if (item.contains("doctors")) {
            institution.doctors = item.at("doctors").get<std::vector<std::string>>();
        }
        plans.institutions.emplace(institution.id, institution);
    }
}

std::optional<Month> month(const Json& object, const char* name) {
    return object.contains(name) ? parseIsoMonth(text(object, name)) : std::nullopt;
}

Scheme scheme(const std::string& name) {
    if (name == "national") {
        return Scheme::National;
    }
    if (name == "late-elderly") {
        return Scheme::LateElderly;
    }
    if (name == "employees") {
        return Scheme::Employees;
    }
    throw PlanError("scheme");
}

void readInsurers(const Json& file, Plans& plans) {
    for (const Json& item : file.at("insurers")) {
        Insurer insurer;
        insurer.id = text(item, "id");
        insurer.number = text(item, "number");
        insurer.name = text(item, "name");
        insurer.scheme = scheme(text(item, "scheme"));
        insurer.reviewer = letterOr(item, "reviewer", '1');
        for (const Json& mark : item.at("elderlyMarks")) {
            insurer.elderlyMarks.push_back({month(mark, "from"), month(mark, "to"), text(mark, "code")});
        }
        plans.insurers.emplace(insurer.id, insurer);
    }
}

void readBundles(const Json& file, Plans& plans) {
    for (const auto& [key, bundle] : file.at("bundles").items()) {
        plans.bundles.emplace(key, groups(bundle.at("groups")));
    }
}

/// Every id a row names must exist: a typing error shall not become a missing receipt.
void checkNames(const Plans& plans, const PracticePerson& person) {
    for (const PlannedInsurance& insurance : person.insurance) {
        if (!plans.insurers.contains(insurance.insurer)) {
            throw PlanError("insurer " + insurance.insurer);
        }
    }
    for (const PlannedReceipt& row : person.receipts) {
        if (!plans.institutions.contains(row.institution)) {
            throw PlanError("institution " + row.institution);
        }
        if ((row.kind == receipt::Kind::Dispensing) != plans.institutions.contains(row.prescriber)) {
            throw PlanError("prescriber " + row.prescriber);
        }
        for (const PlannedDrug& drug : row.drugs) {
            if (drug.quantity < 1) {
                throw PlanError("quantity of " + drug.code);
            }
        }
        for (const PlannedGroup& group : row.groups) {
            if (!group.bundle.empty() && !plans.bundles.contains(group.bundle)) {
                throw PlanError("bundle " + group.bundle);
            }
        }
    }
}

Outcome<std::vector<std::filesystem::path>> peopleFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "people", error)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    if (error || files.empty()) {
        return fail(problems::planUnreadable, "people");
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

Outcome<Plans> readPlans(const std::filesystem::path& folder) {
    Plans plans;
    if (auto done =
            fromJsonFile(folder / "institutions.json", [&](const Json& json) { readInstitutions(json, plans); });
        !done) {
        return fail(done.error());
    }
    if (auto done = fromJsonFile(folder / "insurers.json", [&](const Json& json) { readInsurers(json, plans); });
        !done) {
        return fail(done.error());
    }
    if (auto done = fromJsonFile(folder / "bundles.json", [&](const Json& json) { readBundles(json, plans); }); !done) {
        return fail(done.error());
    }
    const auto files = peopleFiles(folder);
    if (!files) {
        return fail(files.error());
    }
    for (const auto& file : *files) {
        auto done = fromJsonFile(file, [&](const Json& json) {
            PracticePerson person = practicePerson(json);
            checkNames(plans, person);
            plans.people.push_back(std::move(person));
        });
        if (!done) {
            return fail(done.error());
        }
    }
    return plans;
}

} // namespace kmixr::practice
