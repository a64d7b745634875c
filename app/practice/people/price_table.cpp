#include "app/practice/people/price_table.h"

#include "app/practice/files.h"
#include "app/practice/people/json_file.h"
#include "app/practice/problems.h"

#include <algorithm>
#include <sstream>

namespace kmixr::practice {

namespace {

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, '\t');) {
        fields.push_back(field);
    }
    return fields;
}

/// The first five columns are the same in every section: kind, code, name, unit, points or price.
Outcome<std::map<std::string, PriceEntry, std::less<>>> readMaster(const std::filesystem::path& file) {
    const auto bytes = readText(file);
    if (!bytes) {
        return fail(problems::masterUnreadable, file.filename().string());
    }
    std::map<std::string, PriceEntry, std::less<>> entries;
    std::istringstream lines(*bytes);
    for (std::string line; std::getline(lines, line);) {
        const auto columns = fields(line);
        if (line.empty() || line.front() == '#' || columns.front() == "kind") {
            continue;
        }
        if (columns.size() < 3) {
            return fail(problems::masterUnreadable, "short line after " + std::to_string(entries.size()) + " entries");
        }
        PriceEntry entry{columns[2], columns.size() > 3 ? columns[3] : "", {}, {}};
        constexpr std::size_t icd10 = 5;
        if (columns[0] == "b" && columns.size() > icd10) {
            entry.icd10 = columns[icd10].substr(0, columns[icd10].find('/'));
        }
        if (columns.size() > 4) {
            if (const auto amount = receipt::parseQuantity(columns[4])) {
                entry.cents = amount->hundredThousandths / 1000;
            }
        }
        entries.emplace(columns[1], std::move(entry));
    }
    if (entries.empty()) {
        return fail(problems::masterUnreadable, "no entries");
    }
    return entries;
}

DispensingBaseFee baseFee(const Json& object) {
    return {object.at("code").get<std::string>(), object.at("points").get<std::int64_t>()};
}

PricingRules rulesFrom(const Json& json) {
    PricingRules rules;
    const Json& panel = json.at("panel");
    rules.panelCodes = panel.at("codes").get<std::vector<std::string>>();
    for (const Json& step : panel.at("steps")) {
        rules.panelSteps.emplace_back(step.at("items").get<int>(), step.at("points").get<std::int64_t>());
    }
    rules.pictureUnit = json.at("imaging").at("unit").get<std::string>();
    rules.mostPictures = json.at("imaging").at("mostPictures").get<int>();
    rules.multipliedUnits = json.at("multipliedUnits").get<std::vector<std::string>>();
    const Json& meals = json.at("meals");
    rules.mealsPerDay = meals.at("perDay").get<int>();
    rules.mealsFirstDay = meals.at("firstDay").get<int>();
    rules.mealsLastDay = meals.at("lastDay").get<int>();
    const Json& dispensing = json.at("dispensing");
    rules.dispensingBase = baseFee(dispensing.at("base"));
    rules.dispensingHistory = baseFee(dispensing.at("history"));
    for (const Json& fee : dispensing.at("forms")) {
        rules.preparation[fee.at("form").get<std::string>().at(0)] = {
            fee.at("code").get<std::string>(), fee.at("points").get<std::int64_t>(), fee.at("most").get<int>()};
    }
    rules.mealCopaymentYen = meals.at("standardCopayment").get<int>();
    rules.dentalFurther = json.at("dental").at("further").get<std::map<std::string, std::int64_t>>();
    rules.dpcCoefficient = json.at("dpc").at("coefficient").get<std::string>();
    for (const Json& step : json.at("dpc").at("perDay")) {
        rules.dpcPerDay.push_back({step.at("from").get<int>(), step.at("points").get<std::int64_t>()});
    }
    return rules;
}

} // namespace

Outcome<PriceTable> PriceTable::open(const std::filesystem::path& masterTable, const std::filesystem::path& rulesFile) {
    auto entries = readMaster(masterTable);
    if (!entries) {
        return fail(entries.error());
    }
    auto rules = fromJsonFile(rulesFile, rulesFrom);
    if (!rules) {
        return fail(rules.error());
    }
    PriceTable table;
    table.entries_ = *std::move(entries);
    table.rules_ = *std::move(rules);
    return table;
}

const PriceEntry* PriceTable::find(std::string_view code) const {
    const auto found = entries_.find(code);
    return found == entries_.end() ? nullptr : &found->second;
}

bool PriceTable::inPanel(std::string_view code) const {
    return std::find(rules_.panelCodes.begin(), rules_.panelCodes.end(), code) != rules_.panelCodes.end();
}

} // namespace kmixr::practice
