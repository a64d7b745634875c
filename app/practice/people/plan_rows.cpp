#include "app/practice/people/plan_fields.h"

#include <algorithm>
#include <array>

namespace kmixr::practice {

namespace {

PlannedComment comment(const Json& object) {
    PlannedComment comment;
    comment.code = text(object, "code");
    comment.text = textOr(object, "text");
    comment.value = textOr(object, "value");
    comment.months = months(object);
    if (object.contains("date")) {
        comment.date = date(object, "date");
    }
    return comment;
}

/// What gives a line of a DPC stay days of its own.
constexpr std::array dayFields{"days", "dates", "span", "stayDays", "weekdays", "on", "times"};

PlannedLine line(const Json& object) {
    PlannedLine line;
    line.code = text(object, "code");
    if (object.contains("amount")) {
        line.amount = quantity(object, "amount");
    }
    if (object.contains("points")) {
        const Json& points = object.at("points");
        line.donorsCost = points.is_string() && points == "donor";
        if (!line.donorsCost) {
            line.points = points.get<std::int64_t>();
        }
    }
    return line;
}

PlannedStay stay(const Json& object) {
    return {date(object, "from"), date(object, "to")};
}

std::vector<PlannedDisease> diseases(const Json& array) {
    std::vector<PlannedDisease> list;
    for (const Json& item : array) {
        list.push_back(disease(item));
    }
    return list;
}

PlannedDrug drug(const Json& object) {
    PlannedDrug drug;
    drug.form = letterOr(object, "form", '1');
    drug.usage = text(object, "usage");
    drug.usageText = textOr(object, "usageText");
    drug.code = text(object, "code");
    drug.amount = quantity(object, "amount");
    drug.quantity = static_cast<int>(jsonIntegerOr(object, "quantity", 0)); // 0: as long as the supply lasts
    if (object.contains("price")) {
        drug.priceCents = quantity(object, "price").hundredThousandths / 1000;
    }
    drug.when = occasion(object);
    return drug;
}

PlannedDonor donor(const Json& object) {
    PlannedDonor donor;
    donor.person = person(object);
    donor.organ = letterOr(object, "organ", '1');
    donor.stay = stay(object.at("stay"));
    donor.diseases = diseases(object.at("diseases"));
    donor.groups = groups(object.at("groups"));
    return donor;
}

receipt::Kind kind(const std::string& name) {
    if (name == "outpatient") {
        return receipt::Kind::MedicalOutpatient;
    }
    if (name == "inpatient") {
        return receipt::Kind::MedicalInpatient;
    }
    if (name == "dpc") {
        return receipt::Kind::Dpc;
    }
    if (name == "dental") {
        return receipt::Kind::Dental;
    }
    if (name == "dispensing") {
        return receipt::Kind::Dispensing;
    }
    throw PlanError("kind");
}

void readVisits(const Json& object, PlannedReceipt& row) {
    if (object.contains("days")) {
        row.days = object.at("days").get<std::vector<int>>();
    }
    if (object.contains("daysIn")) {
        for (const auto& [month, days] : object.at("daysIn").items()) {
            row.daysIn[std::stoi(month)] = days.get<std::vector<int>>();
        }
    }
    row.weekdays = weekdays(object);
    if (object.contains("firstWeekday")) {
        row.firstWeekday = weekday(text(object, "firstWeekday"));
    }
    if (object.contains("stay")) {
        row.stay = stay(object.at("stay"));
    }
}

PlannedInsurance insurance(const Json& object) {
    PlannedInsurance insurance;
    insurance.insurer = text(object, "insurer");
    insurance.symbol = textOr(object, "symbol");
    insurance.number = text(object, "number");
    insurance.branch = textOr(object, "branch");
    insurance.family = text(object, "relation") == "family";
    if (object.contains("from")) {
        insurance.from = date(object, "from");
    }
    if (object.contains("to")) {
        insurance.to = date(object, "to");
    }
    if (object.contains("numberIn")) {
        for (const auto& [month, number] : object.at("numberIn").items()) {
            insurance.numberIn[std::stoi(month)] = number.get<std::string>();
        }
    }
    return insurance;
}

} // namespace

PlannedGroup group(const Json& object) {
    PlannedGroup group;
    group.bundle = textOr(object, "bundle");
    group.division = textOr(object, "division");
    if (object.contains("lines")) {
        for (const Json& item : object.at("lines")) {
            group.lines.push_back(line(item));
        }
    } else if (object.contains("code")) {
        group.lines.push_back(line(object));
    }
    group.count = static_cast<int>(jsonIntegerOr(object, "count", 1));
    group.when = occasion(object);
    group.separate = jsonBoolOr(object, "separate");
    group.drugUse = letterOr(object, "use", '\0');
    const std::string record = textOr(object, "record");
    group.coding = record == "CD";
    const bool hasDay =
        jsonBoolOr(object, "daily") ||
        std::any_of(dayFields.begin(), dayFields.end(), [&](const char* name) { return object.contains(name); });
    group.joins = !record.empty() && !hasDay;
    if (object.contains("comments")) {
        for (const Json& item : object.at("comments")) {
            group.comments.push_back(comment(item));
        }
    }
    return group;
}

std::vector<PlannedGroup> groups(const Json& array) {
    std::vector<PlannedGroup> list;
    for (const Json& item : array) {
        list.push_back(group(item));
    }
    return list;
}

PlannedDisease disease(const Json& object) {
    PlannedDisease disease;
    disease.code = text(object, "code");
    disease.recordedName = textOr(object, "recordedName");
    if (object.contains("modifiers")) {
        disease.modifiers = object.at("modifiers").get<std::vector<std::string>>();
    }
    if (object.contains("since")) { // 歯科 and DPC have one date for all
        disease.since = date(object, "since");
    }
    disease.category = textOr(object, "category");
    if (object.contains("teeth")) {
        disease.teeth = object.at("teeth").get<std::vector<std::string>>();
    }
    disease.outcome = letterOr(object, "outcome", '1');
    if (object.contains("outcomeFrom")) {
        disease.outcomeFrom = object.at("outcomeFrom").get<int>();
    }
    disease.main = jsonBoolOr(object, "main");
    disease.months = months(object);
    return disease;
}

PlannedReceipt plannedReceipt(const Json& object) {
    PlannedReceipt row;
    row.kind = kind(text(object, "kind"));
    row.institution = text(object, "institution");
    row.prescriber = textOr(object, "prescriber");
    row.months = months(object);
    readVisits(object, row);
    row.publicExpense = jsonBoolOr(object, "publicExpense");
    if (object.contains("dpc")) {
        const Json& dpc = object.at("dpc");
        row.dpc = {text(dpc, "diagnosisGroup"), letterOr(dpc, "outcome", '9'), letterOr(dpc, "admission", '1')};
    }
    if (object.contains("narratives")) {
        for (const Json& item : object.at("narratives")) {
            row.narratives.push_back({0, textOr(item, "section"), text(item, "text")});
        }
    }
    if (object.contains("wards")) {
        row.wards = object.at("wards").get<std::vector<std::string>>();
    }
    if (object.contains("exclusion")) {
        row.exclusionReason = text(object.at("exclusion"), "reason");
    }
    row.sameDayDispensing = jsonBoolOr(object, "sameDay");
    row.diseasesLast = jsonBoolOr(object, "diseasesLast");
    row.splitComment = textOr(object, "splitComment");
    if (object.contains("diseases")) {
        row.diseases = diseases(object.at("diseases"));
    }
    if (object.contains("groups")) {
        row.groups = groups(object.at("groups"));
    }
    if (object.contains("drugs")) {
        for (const Json& item : object.at("drugs")) {
            row.drugs.push_back(drug(item));
        }
    }
    if (object.contains("donor")) {
        row.donor = donor(object.at("donor"));
    }
    if (object.contains("deliveries")) {
        for (const Json& item : object.at("deliveries")) {
            const std::string what = text(item, "kind");
            const int month = item.at("month").get<int>();
            if (what == "returned") {
                row.reclaims.push_back({month, item.at("reclaimed").get<int>(), text(item, "searchNumber"),
                                        item.at("without").get<std::vector<std::string>>()});
            } else if (what == "reduced") {
                row.reductions.push_back({month, item.at("day").get<int>(), text(item, "code"), text(item, "reason")});
            } else if (what == "withdrawn") {
                row.withdrawn.push_back(month);
            } else {
                throw PlanError("deliveries");
            }
        }
    }
    return row;
}

PracticePerson practicePerson(const Json& object) {
    PracticePerson practice;
    practice.id = text(object, "id");
    practice.person = person(object);
    practice.plannedReceipts = object.at("plannedReceipts").get<int>();
    for (const Json& item : object.at("insurance")) {
        practice.insurance.push_back(insurance(item));
    }
    if (object.contains("publicExpense")) {
        const Json& expense = object.at("publicExpense");
        practice.publicExpense = {text(expense, "payer"), text(expense, "recipient")};
    }
    for (const Json& item : object.at("receipts")) {
        practice.receipts.push_back(plannedReceipt(item));
    }
    return practice;
}

} // namespace kmixr::practice
