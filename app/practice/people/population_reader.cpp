#include "app/practice/people/json_file.h"
#include "app/practice/people/plan_fields.h"
#include "app/practice/people/population.h"

namespace kmixr::practice {

namespace {

constexpr double perTenThousand = 10'000;

Care care(Json object, const char* kind) {
    object["kind"] = kind;
    Care care;
    care.row = plannedReceipt(object);
    care.pharmacy = textOr(object, "pharmacy");
    if (object.contains("prevalence")) {
        care.prevalence = object.at("prevalence").get<std::array<double, 4>>();
    }
    if (object.contains("every")) {
        care.every = object.at("every").get<int>();
    }
    if (object.contains("sex")) {
        care.sex = text(object, "sex") == "male" ? receipt::Sex::Male : receipt::Sex::Female;
    }
    care.share = object.contains("share") ? object.at("share").get<double>() : 0;
    care.ageFrom = static_cast<int>(jsonIntegerOr(object, "ageFrom", care.ageFrom));
    care.ageTo = static_cast<int>(jsonIntegerOr(object, "ageTo", care.ageTo));
    return care;
}

std::vector<Care> cares(const Json& array) {
    std::vector<Care> list;
    for (const Json& item : array) {
        list.push_back(care(item, "outpatient"));
    }
    return list;
}

std::vector<PersonName> names(const Json& array) {
    std::vector<PersonName> list;
    for (const Json& item : array) {
        list.push_back({text(item, "name"), text(item, "kana")});
    }
    return list;
}

std::vector<Supply> supplies(const Json& array) {
    std::vector<Supply> list;
    for (const Json& item : array) {
        list.push_back({item.at("days").get<int>(), item.at("every").get<int>(), item.at("share").get<double>()});
    }
    return list;
}

/// The drugs of a pool, read as those of a row.
std::vector<PlannedDrug> drugs(const Json& array) {
    Json row{{"institution", "P1"}, {"prescriber", "C1"}, {"kind", "dispensing"}, {"days", Json::array()}};
    row["drugs"] = array;
    return plannedReceipt(row).drugs;
}

CaseMix mixFrom(const Json& json) {
    CaseMix mix;
    const Json& diseases = json.at("diseases");
    for (const Json& item : diseases.at("means")) {
        mix.diseaseMeans.push_back({item.at("to").get<int>(), item.at("mean").get<double>()});
    }
    mix.diseaseShape = diseases.at("shape").get<double>();
    mix.mostDiseases = diseases.at("most").get<int>();
    mix.suspected = diseases.at("suspected").get<double>();
    mix.uncoded = diseases.at("uncoded").get<double>();
    mix.main = diseases.at("main").get<double>();
    mix.uncodedName = text(diseases, "uncodedName");
    for (const Json& item : diseases.at("pool")) {
        mix.diseases.emplace_back();
        mix.diseases.back().code = text(item, "code");
    }
    const Json& medicines = json.at("drugs");
    mix.drugKinds = medicines.at("kinds").get<std::vector<double>>();
    mix.drugKindsLate = medicines.at("kindsLate").get<std::vector<double>>();
    mix.external = medicines.at("external").get<double>();
    mix.refill = medicines.at("refill").get<double>();
    mix.oralDrugs = drugs(medicines.at("oralPool"));
    mix.externalDrugs = drugs(medicines.at("externalPool"));
    const Json& tests = json.at("tests");
    mix.noTests = tests.at("none").get<double>();
    mix.fewestTests = tests.at("fewest").get<int>();
    mix.mostTests = tests.at("most").get<int>();
    mix.mostTestUnits = tests.at("mostUnits").get<int>();
    mix.suspicion = tests.at("suspicion").get<double>();
    mix.tests = groups(tests.at("pool"));
    mix.visits = json.at("visits").get<std::vector<double>>();
    return mix;
}

Trouble troubleFrom(const Json& json) {
    const auto share = [&json](const char* name) { return json.at(name).get<double>() / perTenThousand; };
    return {share("reduced"),   share("returned"), share("withdrawn"),     share("unknownCode"),
            share("malformed"), share("namesake"), share("insurerChange"), share("insurerChangeApril")};
}

Population populationFrom(const Json& json) {
    Population population;
    for (const Json& item : json.at("ages")) {
        population.ages.push_back({item.at("from").get<int>(), item.at("to").get<int>(), item.at("share").get<double>(),
                                   item.at("outpatient").get<double>(), item.at("inpatient").get<double>(),
                                   item.at("dental").get<double>(), item.at("dispensing").get<double>()});
    }
    population.supplies = supplies(json.at("supplies"));
    population.childSupplies = supplies(json.at("acuteSupplies").at("child"));
    population.adultSupplies = supplies(json.at("acuteSupplies").at("adult"));
    population.frailtyShape = json.at("frailtyShape").get<double>();
    population.families = names(json.at("families"));
    population.men = names(json.at("men"));
    population.women = names(json.at("women"));
    population.chronic = cares(json.at("chronic"));
    population.acute = cares(json.at("acute"));
    population.dental = care(json.at("dental"), "dental");
    population.ward = care(json.at("ward"), "inpatient");
    const Json& stays = json.at("stays");
    population.dpcStays = stays.at("dpc").get<double>();
    population.longStays = stays.at("long").get<double>();
    population.meanStay = stays.at("meanDays").get<double>();
    population.mix = mixFrom(json.at("mix"));
    population.trouble = troubleFrom(json.at("trouble"));
    population.strangeCode = text(json, "unknownCode");
    return population;
}

} // namespace

Outcome<Population> readPopulation(const std::filesystem::path& file) {
    return fromJsonFile(file, populationFrom);
}

} // namespace kmixr::practice
