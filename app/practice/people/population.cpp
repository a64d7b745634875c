#include "app/practice/people/population.h"

#include "app/practice/files.h"
#include "app/practice/people/dice.h"
#include "app/practice/people/plan_fields.h"
#include "app/practice/problems.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kmixr::practice {

namespace {

constexpr double perTenThousand = 10'000;
constexpr int lateElderly = 75;
constexpr int homeVisitGap = 14;
constexpr const char* homeClinic = "C6"; ///< comes twice a month

// --- reading -----------------------------------------------------------------------------------------------------

Care care(Json object, const char* kind) {
    object["kind"] = kind;
    Care care;
    care.row = plannedReceipt(object);
    care.pharmacy = textOr(object, "pharmacy");
    if (object.contains("prevalence")) {
        care.prevalence = object.at("prevalence").get<std::array<double, 4>>();
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

Population populationFrom(const Json& json) {
    Population population;
    for (const Json& item : json.at("ages")) {
        population.ages.push_back({item.at("from").get<int>(), item.at("to").get<int>(), item.at("share").get<double>(),
                                   item.at("outpatient").get<double>(), item.at("inpatient").get<double>(),
                                   item.at("dental").get<double>()});
    }
    for (const Json& item : json.at("supplies")) {
        population.supplies.push_back(
            {item.at("days").get<int>(), item.at("every").get<int>(), item.at("share").get<double>()});
    }
    population.frailtyShape = json.at("frailtyShape").get<double>();
    population.families = names(json.at("families"));
    population.men = names(json.at("men"));
    population.women = names(json.at("women"));
    population.chronic = cares(json.at("chronic"));
    population.acute = cares(json.at("acute"));
    population.dental = care(json.at("dental"), "dental");
    population.ward = care(json.at("ward"), "inpatient");
    population.dpcShare = json.at("dpcShare").get<double>();
    const Json& trouble = json.at("trouble");
    population.reduced = trouble.at("reduced").get<double>() / perTenThousand;
    population.withdrawn = trouble.at("withdrawn").get<double>() / perTenThousand;
    population.unknownCode = trouble.at("unknownCode").get<double>() / perTenThousand;
    population.insurerChange = trouble.at("insurerChange").get<double>() / perTenThousand;
    population.strangeCode = text(json, "unknownCode");
    return population;
}

// --- drawing -----------------------------------------------------------------------------------------------------

std::string padded(std::uint64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

/// From the last digit leftwards × 2, 1, 2 …; the digits of the products added; the rest to ten.
char checkDigit(const std::string& digits) {
    int sum = 0;
    int weight = 2;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        const int product = (*digit - '0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

MonthSet monthsOf(int from, int to, int every = 1) {
    return MonthSet::parse(std::to_string(from) + ".." + std::to_string(to) + "/" + std::to_string(every))
        .value_or(MonthSet());
}

PlanDate dateOf(int month, int day) {
    return PlanDate::parse(std::to_string(month) + "." + std::to_string(day)).value_or(PlanDate());
}

std::size_t bandOf(int age) {
    return age < 40 ? 0 : age < 65 ? 1 : age < lateElderly ? 2 : 3;
}

template <class Items>
const auto& chosen(const Items& items, double at) {
    double sum = 0;
    for (const auto& item : items) {
        sum += item.share;
        if (at < sum) {
            return item;
        }
    }
    return items.back();
}

class ResidentPlan {
public:
    ResidentPlan(const Population& population, const Plans& plans, const Draw& draw, std::uint64_t number, Month newest)
        : population_(population), plans_(plans), draw_(draw), number_(number), newest_(newest),
          dice_(draw.seed, number), group_(chosen(population.ages, dice_.unit("age group"))),
          age_(group_.from + dice_.below(group_.to - group_.from + 1, "age")),
          frailty_(dice_.gamma(population.frailtyShape, "frailty")) {}

    PracticePerson made() {
        practice_.id = "R" + padded(number_, 7);
        drawPerson();
        drawInsurance();
        drawChronic();
        for (int month = 1 - draw_.months; month <= 0; ++month) {
            drawMonth(month);
        }
        practice_.plannedReceipts = 0;
        return std::move(practice_);
    }

private:
    void drawPerson() {
        receipt::Person& person = practice_.person;
        person.sex = dice_.chance(0.5, "sex") ? receipt::Sex::Female : receipt::Sex::Male;
        const auto& given = person.sex == receipt::Sex::Female ? population_.women : population_.men;
        const PersonName& family = population_.families.at(
            static_cast<std::size_t>(dice_.below(static_cast<int>(population_.families.size()), "family")));
        const PersonName& own =
            given.at(static_cast<std::size_t>(dice_.below(static_cast<int>(given.size()), "given")));
        person.name = family.name + " " + own.name;
        person.kana = family.kana + " " + own.kana;
        person.birth = dayIn((newest_.year() - std::chrono::years{age_ + 1}) /
                                 std::chrono::month{static_cast<unsigned>(1 + dice_.below(12, "birth month"))},
                             1 + dice_.below(31, "birth day"));
    }

    PlannedInsurance insuranceWith(const std::string& insurer) const {
        PlannedInsurance insurance;
        insurance.insurer = insurer;
        insurance.family = age_ < 18;
        const std::uint64_t serial = 10'000 + number_;
        if (insurer == "I2") {
            const std::string digits = "9" + padded(number_ % 1'000'000, 6);
            insurance.number = digits + checkDigit(digits);
        } else if (insurer == "I1") {
            insurance.symbol = "練習国";
            insurance.number = std::to_string(serial);
            insurance.branch = insurance.family ? "02" : "01";
        } else {
            insurance.symbol = insurer == "I3" ? "9999" + padded(number_ % 10'000, 4) : "99";
            insurance.number = std::to_string(serial);
            insurance.branch = insurance.family ? "01" : "00";
        }
        return insurance;
    }

    void drawInsurance() {
        const bool elderly = ageOn(*practice_.person.birth, firstOf(monthAt(newest_, 1 - draw_.months))) >= lateElderly;
        const double at = dice_.unit("insurer");
        const std::string first = elderly ? "I2" : at < 0.35 ? "I1" : at < 0.75 ? "I3" : "I4";
        practice_.insurance.push_back(insuranceWith(first));
        if (!elderly && dice_.chance(std::min(0.5, population_.insurerChange * draw_.months), "insurer change")) {
            const int month = -dice_.below(draw_.months, "insurer change month");
            practice_.insurance.front().to = dateOf(month, 15);
            practice_.insurance.push_back(insuranceWith(first == "I1" ? "I3" : "I1"));
            practice_.insurance.back().from = dateOf(month, 16);
        }
    }

    /// Streams of one institution are one row: the doctor sees the person once for all of them.
    void drawChronic() {
        for (std::size_t i = 0; i < population_.chronic.size(); ++i) {
            const Care& care = population_.chronic[i];
            if (!dice_.chance(care.prevalence.at(bandOf(age_)), "chronic", i)) {
                continue;
            }
            const std::uint64_t place = static_cast<unsigned char>(care.row.institution.back());
            const Supply& supply = chosen(population_.supplies, dice_.unit("supply", i));
            const int every = rowsOf_.contains(care.row.institution) ? rowsOf_.at(care.row.institution) : supply.every;
            rowsOf_[care.row.institution] = every;
            const int day = 1 + dice_.below(14, "visit day", place);
            std::vector<int> days{day};
            if (care.row.institution == homeClinic) {
                days.push_back(day + homeVisitGap);
            }
            PlannedReceipt row = care.row;
            for (PlannedDisease& disease : row.diseases) {
                disease.since = dateOf(-draw_.months - dice_.below(100, "start", i), day);
            }
            add(row, monthsOf(1 - draw_.months, 0, every), days, care.pharmacy, every, supply.days);
        }
        for (const auto& [institution, every] : rowsOf_) {
            chronicReceipts_ += 1.0 / every;
        }
    }

    /// Adds a row, or joins it to the row that the institution has in the same months.
    void add(PlannedReceipt row, const MonthSet& months, const std::vector<int>& days, const std::string& pharmacy,
             int every, int supplyDays) {
        row.months = months;
        row.days = days;
        row.splitComment = "820000244";
        std::vector<PlannedDrug> drugs = std::exchange(row.drugs, {});
        for (PlannedDrug& drug : drugs) {
            drug.quantity = drug.quantity == 0 ? std::min(supplyDays, every * 31) : drug.quantity;
        }
        const std::string institution = row.institution;
        join(std::move(row), "");
        if (!pharmacy.empty() && !drugs.empty()) {
            PlannedReceipt filled;
            filled.kind = receipt::Kind::Dispensing;
            filled.institution = pharmacy;
            filled.prescriber = institution;
            filled.months = months;
            filled.days = {days.front()};
            filled.splitComment = "820000244";
            filled.drugs = std::move(drugs);
            join(std::move(filled), institution);
        }
    }

    void join(PlannedReceipt row, const std::string& prescriber) {
        const std::string key = row.institution + "<" + prescriber;
        const auto known = chronicRows_.find(key);
        if (known == chronicRows_.end()) {
            chronicRows_[key] = practice_.receipts.size();
            practice_.receipts.push_back(std::move(row));
            return;
        }
        PlannedReceipt& whole = practice_.receipts[known->second];
        whole.drugs.insert(whole.drugs.end(), row.drugs.begin(), row.drugs.end());
        for (PlannedDisease& disease : row.diseases) {
            disease.main = false;
            whole.diseases.push_back(std::move(disease));
        }
        for (PlannedGroup& group : row.groups) {
            const auto same = std::find_if(whole.groups.begin(), whole.groups.end(), [&group](const PlannedGroup& one) {
                return one.bundle == group.bundle &&
                       (!group.bundle.empty() ||
                        (!one.lines.empty() && !group.lines.empty() && one.lines[0].code == group.lines[0].code));
            });
            if (same == whole.groups.end()) {
                whole.groups.push_back(std::move(group));
            }
        }
    }

    void drawMonth(int month) {
        const auto turn = static_cast<std::uint64_t>(month + draw_.months);
        const double acute = std::max(0.0, group_.outpatient * frailty_ - chronicReceipts_);
        std::set<std::string> seen;
        for (int visit = 0, visits = dice_.poisson(acute, 3, "acute", turn); visit < visits; ++visit) {
            drawAcute(month, turn * 4 + static_cast<std::uint64_t>(visit), seen);
        }
        if (dice_.poisson(group_.dental * frailty_, 1, "dental", turn) > 0) {
            drawDental(month, turn);
        }
        if (!stayed_ && dice_.chance(group_.inpatient * frailty_, "stay", turn)) {
            stayed_ = true;
            drawStay(month, turn);
        }
    }

    void drawAcute(int month, std::uint64_t turn, std::set<std::string>& seen) {
        std::vector<Care> fitting;
        double all = 0;
        for (const Care& care : population_.acute) {
            if (age_ >= care.ageFrom && age_ <= care.ageTo) {
                fitting.push_back(care);
                all += care.share;
            }
        }
        if (fitting.empty()) {
            return;
        }
        const Care& care = chosen(fitting, dice_.unit("acute care", turn) * all);
        // A second receipt of one institution and month would be the same receipt.
        if (rowsOf_.contains(care.row.institution) || !seen.insert(care.row.institution).second) {
            return;
        }
        PlannedReceipt row = care.row;
        const int day = 1 + dice_.below(28, "acute day", turn);
        for (PlannedDisease& disease : row.diseases) {
            disease.since = dateOf(month, day);
        }
        if (dice_.chance(population_.unknownCode, "unknown code", turn)) {
            PlannedGroup group;
            group.division = "60";
            group.lines.emplace_back();
            group.lines.back().code = population_.strangeCode;
            group.lines.back().points = 100;
            row.groups.push_back(std::move(group));
        }
        chronicRows_.erase(row.institution + "<"); // months differ: a row of its own
        chronicRows_.erase(care.pharmacy + "<" + row.institution);
        add(std::move(row), monthsOf(month, month), {day}, care.pharmacy, 1, 5);
        chronicRows_.erase(care.row.institution + "<");
        chronicRows_.erase(care.pharmacy + "<" + care.row.institution);
    }

    void drawDental(int month, std::uint64_t turn) {
        PlannedReceipt row = population_.dental.row;
        row.months = monthsOf(month, month);
        const int first = 1 + dice_.below(14, "dental day", turn);
        row.days = {first};
        if (dice_.chance(0.5, "dental again", turn)) {
            row.days.push_back(first + 7);
        }
        row.splitComment.clear();
        practice_.receipts.push_back(std::move(row));
    }

    void drawStay(int month, std::uint64_t turn) {
        PlannedReceipt row;
        const auto templates = stays();
        if (!templates.empty() && dice_.chance(population_.dpcShare, "dpc", turn)) {
            row = *templates.at(
                static_cast<std::size_t>(dice_.below(static_cast<int>(templates.size()), "which stay", turn)));
            const int by = month - *row.stay->from.month();
            move(row, by);
        } else {
            row = population_.ward.row;
            row.stay = PlannedStay{dateOf(month, 1), dateOf(month, 31)};
            for (PlannedDisease& disease : row.diseases) {
                disease.since = dateOf(month - 12, 1);
            }
        }
        row.publicExpense = false;
        row.months = monthsOf(month, month);
        practice_.receipts.push_back(std::move(row));
    }

    /// Stays of the practice people that lie within one month.
    [[nodiscard]] std::vector<const PlannedReceipt*> stays() const {
        std::vector<const PlannedReceipt*> found;
        for (const PracticePerson& person : plans_.people) {
            for (const PlannedReceipt& row : person.receipts) {
                if (row.dpc && row.stay->from.month() && row.stay->from.month() == row.stay->to.month()) {
                    found.push_back(&row);
                }
            }
        }
        return found;
    }

    static void move(PlanDate& date, int by) {
        if (date.month()) {
            date = dateOf(*date.month() + by, date.day());
        }
    }
    static void move(PlannedReceipt& row, int by) {
        move(row.stay->from, by);
        move(row.stay->to, by);
        for (PlannedGroup& group : row.groups) {
            for (PlanDate& date : group.when.dates) {
                move(date, by);
            }
            if (group.when.span) {
                move(group.when.span->first, by);
                move(group.when.span->second, by);
            }
            for (PlannedComment& comment : group.comments) {
                if (comment.date) {
                    move(*comment.date, by);
                }
            }
        }
    }

    const Population& population_;
    const Plans& plans_;
    const Draw& draw_;
    std::uint64_t number_;
    Month newest_;
    Dice dice_;
    const AgeGroup& group_;
    int age_;
    double frailty_;
    double chronicReceipts_ = 0;
    bool stayed_ = false;
    std::map<std::string, int> rowsOf_;              ///< institution of chronic care -> every so many months
    std::map<std::string, std::size_t> chronicRows_; ///< place of a row that others join
    PracticePerson practice_;
};

/// Now and then the payer cuts a test, or a receipt goes back.
void drawReview(ClaimSet& set, const Population& population, const Dice& dice, Month newest) {
    for (std::size_t i = 0; i < set.claims.size(); ++i) {
        Claim& claim = set.claims[i];
        claim.withdrawn = dice.chance(population.withdrawn, "withdrawn", i);
        if (claim.receipt.kind != receipt::Kind::MedicalOutpatient || !claim.receipt.publicExpenses.empty() ||
            !dice.chance(population.reduced, "reduced", i)) {
            continue;
        }
        for (const receipt::Group& group : claim.receipt.groups) {
            const receipt::CountUnit& unit = group.units.front();
            if (group.division == "60" && group.units.size() == 1 && unit.lines.size() == 1 && unit.count == 1) {
                const auto day =
                    std::find_if(unit.days.begin(), unit.days.end(), [](std::uint16_t count) { return count > 0; });
                claim.reduction =
                    Reduction{monthsBetween(newest, claim.receipt.month), static_cast<int>(day - unit.days.begin()) + 1,
                              unit.lines.front().code, "C"};
                break;
            }
        }
    }
}

} // namespace

Outcome<Population> readPopulation(const std::filesystem::path& file) {
    const auto bytes = readText(file);
    if (!bytes) {
        return fail(problems::planUnreadable, file.filename().string());
    }
    const auto json = parseJson(*bytes);
    if (!json) {
        return fail(problems::planUnreadable, file.filename().string() + ": " + json.error().detail);
    }
    try {
        return populationFrom(*json);
    } catch (const std::exception& error) { // PlanError, nlohmann's
        return fail(problems::planUnreadable, file.filename().string() + ": " + error.what());
    }
}

PracticePerson resident(const Population& population, const Plans& plans, const Draw& draw, std::uint64_t number,
                        Month newest) {
    if (number >= 1 && number <= plans.people.size()) {
        return plans.people[number - 1];
    }
    return ResidentPlan(population, plans, draw, number, newest).made();
}

Outcome<ClaimSet> residentClaims(const Population& population, const Plans& plans, const PriceTable& table,
                                 const Draw& draw, std::uint64_t number, Month newest) {
    const PracticePerson person = resident(population, plans, draw, number, newest);
    auto set = claimsOf(person, plans, table, newest);
    if (!set) {
        return set;
    }
    const Month oldest = monthAt(newest, 1 - draw.months);
    for (std::vector<Claim>* claims : {&set->claims, &set->earlier}) {
        std::erase_if(*claims, [oldest](const Claim& claim) { return claim.receipt.month < oldest; });
    }
    if (number > plans.people.size()) {
        drawReview(*set, population, Dice(draw.seed, number), newest);
    }
    return set;
}

} // namespace kmixr::practice
