#include "app/practice/people/population.h"

#include "app/practice/people/resident_person.h"
#include "app/practice/people/resident_review.h"
#include "app/practice/people/row_mix.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace kmixr::practice {

namespace {

constexpr int lateElderly = 75;
constexpr int adult = 15;
constexpr int homeVisitGap = 14;
constexpr int oldestOnset = 180;         ///< months ago
constexpr const char* homeClinic = "C6"; ///< comes twice a month
constexpr const char* splitComment = "820000244";

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

double meanFrequency(const std::vector<Supply>& supplies) {
    double mean = 0;
    for (const Supply& supply : supplies) {
        mean += supply.share / supply.every;
    }
    return mean;
}

/// Receipts of a month that chronic care brings on average at that age: of institutions, of pharmacies.
std::pair<double, double> chronicMeans(const Population& population, std::size_t band) {
    struct Nobody {
        double none = 1, frequency = 0;
    };
    std::map<std::string, Nobody> institutions;
    std::map<std::string, Nobody> pharmacies;
    const double usual = meanFrequency(population.supplies);
    const auto add = [&](std::map<std::string, Nobody>& places, const std::string& key, const Care& care) {
        Nobody& place = places[key];
        place.none *= 1 - care.prevalence.at(band);
        // The stream that comes first sets the pace; rare ones hardly ever do.
        place.frequency = std::max(place.frequency, care.every ? 1.0 / *care.every : usual);
    };
    for (const Care& care : population.chronic) {
        add(institutions, care.row.institution, care);
        if (!care.pharmacy.empty() && !care.row.drugs.empty()) {
            add(pharmacies, care.pharmacy + "<" + care.row.institution, care);
        }
    }
    const auto sum = [](const std::map<std::string, Nobody>& places) {
        double mean = 0;
        for (const auto& [key, place] : places) {
            mean += (1 - place.none) * place.frequency;
        }
        return mean;
    };
    return {sum(institutions), sum(pharmacies)};
}

/// Only one receipt of an institution and month is possible: the chance that gives the mean wanted, over all frailties.
double raisedRate(double mean, double shape) {
    return shape * (std::pow(1 - mean, -1 / shape) - 1);
}

class ResidentPlan {
public:
    ResidentPlan(const Population& population, const Plans& plans, const Draw& draw, std::uint64_t number, Month newest)
        : population_(population), plans_(plans), draw_(draw), number_(number), newest_(newest),
          dice_(draw.seed, number), personDice_(draw.seed, namedAfter()),
          group_(chosen(population.ages, personDice_.unit("age group"))),
          age_(group_.from + personDice_.below(group_.to - group_.from + 1, "age")),
          frailty_(dice_.gamma(population.frailtyShape, "frailty")), mix_(population, plans, dice_, age_) {}

    PracticePerson made() {
        practice_.id = "R" + padded(number_, 7);
        practice_.person = drawnPerson(population_, personDice_, age_, newest_);
        practice_.insurance =
            drawnInsurance(population_.trouble, dice_, *practice_.person.birth, age_, number_, newest_);
        drawChronic();
        for (int month = 1 - draw_.months; month <= 0; ++month) {
            drawMonth(month);
        }
        practice_.plannedReceipts = 0;
        return std::move(practice_);
    }

private:
    /// A namesake has name, sex and birthday of the resident before.
    [[nodiscard]] std::uint64_t namedAfter() const {
        const bool first = number_ <= plans_.people.size() + 1;
        return !first && dice_.chance(population_.trouble.namesake, "namesake") ? number_ - 1 : number_;
    }

    /// Streams of one institution are one row: the doctor sees the person once for all of them.
    void drawChronic() {
        struct Stream {
            std::size_t care;
            int since;
        };
        std::vector<Stream> streams;
        for (std::size_t i = 0; i < population_.chronic.size(); ++i) {
            if (dice_.chance(population_.chronic[i].prevalence.at(ageBand(age_)), "chronic", i)) {
                streams.push_back({i, -1 - dice_.below(oldestOnset, "onset", i)});
            }
        }
        std::stable_sort(streams.begin(), streams.end(),
                         [](const Stream& a, const Stream& b) { return a.since < b.since; });
        for (const Stream& stream : streams) {
            addChronic(stream.care, stream.since);
        }
        for (const auto& [key, place] : chronicRows_) {
            PlannedReceipt& row = practice_.receipts[place];
            if (row.kind != receipt::Kind::Dispensing) {
                std::vector<int> months;
                for (int month = row.months.oldest(); month <= 0; ++month) {
                    if (row.months.contains(month)) {
                        months.push_back(month);
                    }
                }
                const bool before = everyOf_.at(row.institution) == 1 && sinceOf_.at(row.institution) < -draw_.months;
                mix_.outpatient(row, months, lotOf(row.institution), lotOf(row.institution), before);
            }
        }
        for (auto& [key, place] : chronicRows_) {
            PlannedReceipt& row = practice_.receipts[place];
            if (row.kind == receipt::Kind::Dispensing) {
                prescribed(chronicRows_.at(row.prescriber + "<"), mix_.drugs(row, lotOf(row.prescriber)));
            }
        }
        chronicRows_.clear();
    }

    /// 48 … 63, apart from the turns of acute care.
    static std::uint64_t lotOf(const std::string& institution) {
        constexpr std::uint64_t afterAcute = 48;
        return afterAcute + (institution.front() == 'H' ? 8U : 0U) +
               static_cast<std::uint64_t>(institution.back() - '0') % 8;
    }

    void addChronic(std::size_t number, int since) {
        const Care& care = population_.chronic[number];
        const std::string& institution = care.row.institution;
        const std::uint64_t place = static_cast<unsigned char>(institution.back());
        const Supply& supply = chosen(population_.supplies, dice_.unit("supply", number));
        const int every = everyOf_.try_emplace(institution, care.every ? *care.every : supply.every).first->second;
        const int day = 1 + dice_.below(14, "visit day", place);
        const int from = std::max(1 - draw_.months, since + 1);
        sinceOf_.try_emplace(institution, since);
        PlannedReceipt row = care.row;
        for (PlannedDisease& disease : row.diseases) {
            disease.since = planDate(since, 29); // no day of a visit, which could move
        }
        for (PlannedGroup& group : row.groups) {
            group.when.months = monthRun(from, 0);
        }
        for (PlannedDrug& drug : row.drugs) {
            drug.when.months = monthRun(from, 0);
        }
        std::vector<int> days{day};
        if (institution == homeClinic) {
            days.push_back(day + homeVisitGap);
        }
        const auto months = everyFewMonths(from, every, dice_.below(every, "which months", place));
        if (months) {
            add(std::move(row), *months, days, care.pharmacy, std::min(supply.days, every * 31));
        }
    }

    /// Adds a row, or joins it to the row that the institution has in the same months.
    void add(PlannedReceipt row, const MonthSet& months, const std::vector<int>& days, const std::string& pharmacy,
             int supplyDays) {
        row.months = months;
        row.days = days;
        row.splitComment = splitComment;
        std::vector<PlannedDrug> drugs = std::exchange(row.drugs, {});
        for (PlannedDrug& drug : drugs) {
            drug.quantity = drug.form == '1' ? supplyDays : 1;
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
            filled.splitComment = splitComment;
            filled.drugs = std::move(drugs);
            join(std::move(filled), institution);
        }
    }

    void join(PlannedReceipt row, const std::string& prescriber) {
        const std::string key = row.institution + "<" + prescriber;
        const auto [known, fresh] = chronicRows_.try_emplace(key, practice_.receipts.size());
        if (fresh) {
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

    /// Seven oral drugs or more make the prescription a cheaper one.
    void prescribed(std::size_t prescriber, int orals) {
        constexpr int many = 7;
        for (PlannedGroup& group : practice_.receipts[prescriber].groups) {
            if (group.bundle == "RX" && orals >= many) {
                group.bundle = "RX7";
            }
        }
    }

    void drawMonth(int month) {
        const auto [outpatient, dispensing] = chronicMeans(population_, ageBand(age_));
        const double acute = std::max(0.0, group_.outpatient - outpatient);
        std::set<std::string> seen;
        for (int visit = 0, visits = dice_.poisson(acute * frailty_, 6, "acute", turnOf(month)); visit < visits;
             ++visit) {
            drawAcute(month, turnOf(month, static_cast<std::uint64_t>(visit)), seen,
                      acute == 0 ? 0 : (group_.dispensing - dispensing) / acute);
        }
        const double dental = raisedRate(group_.dental, population_.frailtyShape) * frailty_;
        if (dice_.chance(1 - std::exp(-dental), "dental", turnOf(month))) {
            drawDental(month);
        }
        if (dice_.chance(1 - std::exp(-group_.inpatient * frailty_), "stay", turnOf(month))) {
            drawStay(month);
        }
    }

    /// `filled`: how many of the receipts bring one of a pharmacy.
    void drawAcute(int month, std::uint64_t turn, std::set<std::string>& seen, double filled) {
        std::vector<Care> fitting;
        double all = 0;
        double withDrugs = 0;
        for (const Care& care : population_.acute) {
            if (age_ < care.ageFrom || age_ > care.ageTo || (care.sex && *care.sex != practice_.person.sex)) {
                continue;
            }
            // A second receipt of one institution and month would be the same receipt.
            if (!everyOf_.contains(care.row.institution) && !seen.contains(care.row.institution)) {
                fitting.push_back(care);
                all += care.share;
                withDrugs += care.row.drugs.empty() ? 0 : care.share;
            }
        }
        if (fitting.empty()) {
            return;
        }
        const Care& care = chosen(fitting, dice_.unit("acute care", turn) * all);
        seen.insert(care.row.institution);
        PlannedReceipt row = care.row;
        const int day = 1 + dice_.below(28, "acute day", turn);
        for (PlannedDisease& disease : row.diseases) {
            disease.since = planDate(month, day);
        }
        const bool prescription = !row.drugs.empty() && dice_.chance(filled * all / withDrugs, "filled", turn);
        if (!prescription) {
            row.drugs.clear();
            std::erase_if(row.groups, [](const PlannedGroup& group) { return group.bundle == "RX"; });
        }
        const Supply& supply = chosen(age_ < adult ? population_.childSupplies : population_.adultSupplies,
                                      dice_.unit("acute supply", turn));
        const std::size_t place = practice_.receipts.size();
        add(std::move(row), monthRun(month, month), {day}, prescription ? care.pharmacy : std::string{}, supply.days);
        mix_.outpatient(practice_.receipts[place], {month}, turn % 64, turn, false);
        if (dice_.chance(population_.trouble.unknownCode, "unknown code", turn)) {
            addStrangeCode(practice_.receipts[place]);
        }
        if (practice_.receipts.size() > place + 1) {
            prescribed(place, mix_.drugs(practice_.receipts[place + 1], turn));
        }
        chronicRows_.clear();
    }

    void addStrangeCode(PlannedReceipt& row) const {
        PlannedGroup group;
        group.division = "60";
        group.lines.emplace_back();
        group.lines.back().code = population_.strangeCode;
        group.lines.back().points = 100;
        group.when.which = Occasion::Which::First;
        row.groups.push_back(std::move(group));
    }

    void drawDental(int month) {
        PlannedReceipt row = population_.dental.row;
        row.months = monthRun(month, month);
        const int first = 1 + dice_.below(14, "dental day", turnOf(month));
        row.days = {first};
        // 1.59 days a receipt
        if (dice_.chance(0.4, "dental again", turnOf(month))) {
            row.days.push_back(first + 7);
            if (dice_.chance(0.45, "dental a third time", turnOf(month))) {
                row.days.push_back(first + 14);
            }
        }
        row.splitComment.clear();
        practice_.receipts.push_back(std::move(row));
    }

    void drawStay(int month) {
        const std::uint64_t turn = turnOf(month);
        const double kind = dice_.unit("kind of stay", turn);
        const auto templates = stays();
        const int lastDay = static_cast<int>(static_cast<unsigned>(lastOf(monthAt(newest_, month)).day()));
        PlannedReceipt row;
        const bool dpc = !templates.empty() && kind < population_.dpcStays;
        const bool lengthy = !dpc && kind < population_.dpcStays + population_.longStays;
        // Geometric: each further day with the same chance.
        const double further = 1 - 1 / population_.meanStay;
        const int length = lengthy
                               ? lastDay
                               : std::min(lastDay, 1 + static_cast<int>(std::log(1 - dice_.unit("days of stay", turn)) /
                                                                        std::log(further)));
        const int first = 1 + dice_.below(lastDay - length + 1, "admission", turn);
        const PlannedStay stay{planDate(month, first), planDate(month, first + length - 1)};
        if (dpc) {
            row = *templates.at(
                static_cast<std::size_t>(dice_.below(static_cast<int>(templates.size()), "which stay", turn)));
            move(row, stay);
        } else {
            row = population_.ward.row;
            for (PlannedDisease& disease : row.diseases) {
                disease.since = planDate(lengthy ? month - 12 : month, 1);
            }
        }
        row.stay = stay;
        row.publicExpense = false;
        row.months = monthRun(month, month);
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

    /// Everything of a planned stay so many days after admission as before, or on the last day of a shorter one.
    static void move(PlannedReceipt& row, const PlannedStay& stay) {
        const int admission = row.stay->from.day();
        const auto moved = [&](PlanDate& date) {
            if (date.month()) {
                date = planDate(*stay.from.month(),
                                std::clamp(stay.from.day() + date.day() - admission, stay.from.day(), stay.to.day()));
            }
        };
        for (PlannedGroup& group : row.groups) {
            std::for_each(group.when.dates.begin(), group.when.dates.end(), moved);
            if (group.when.span) {
                moved(group.when.span->first);
                moved(group.when.span->second);
            }
            for (PlannedComment& comment : group.comments) {
                if (comment.date) {
                    moved(*comment.date);
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
    Dice personDice_;
    const AgeGroup& group_;
    int age_;
    double frailty_;
    RowMix mix_;
    std::map<std::string, int> sinceOf_;             ///< institution of chronic care -> month of its first name
    std::map<std::string, int> everyOf_;             ///< institution of chronic care -> every so many months
    std::map<std::string, std::size_t> chronicRows_; ///< place of a row that others join
    PracticePerson practice_;
};

} // namespace

std::size_t ageBand(int age) {
    return age < 40 ? 0 : age < 65 ? 1 : age < lateElderly ? 2 : 3;
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
        reviewClaims(*set, population.trouble, Dice(draw.seed, number), newest);
    }
    return set;
}

} // namespace kmixr::practice
