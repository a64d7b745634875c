#include "ui/details/words.h"

#include "ui/marks/marks.h"

#include <QRegularExpression>

#include <algorithm>

namespace kmixr::ui {

using history::DrugState;
using history::DrugUse;

QString Words::shown(const std::string& utf8) {
    QString text = Marks::displayText(utf8);
    for (QChar& letter : text) {
        if (letter >= QChar{0xFF01} && letter <= QChar{0xFF5E}) {
            letter = QChar(letter.unicode() - 0xFEE0);
        } else if (letter == QChar{0x3000}) {
            letter = QChar{' '};
        } else if (letter == QChar{0x2212}) {
            letter = QChar{'-'};
        }
    }
    return text.trimmed();
}

QString Words::joined(const std::vector<std::string>& words) {
    QStringList all;
    for (const std::string& word : words) {
        all << shown(word);
    }
    return all.join(tr("·", "between two words of a list"));
}

QString Words::institution(const history::History& history, history::InstitutionIndex index) {
    return index < history.institutions.size() ? shown(history.institutions[index].name) : tr("unknown");
}

QString Words::shortInstitution(const history::History& history, history::InstitutionIndex index) {
    return index < history.institutions.size() ? shown(history.institutions[index].shortName) : tr("unknown");
}

QString Words::institutions(const history::History& history, const std::vector<history::InstitutionIndex>& all) {
    if (all.empty()) {
        return {};
    }
    const QString first = shortInstitution(history, all.front());
    return all.size() == 1 ? first : tr("%1 +%2", "institution and how many others").arg(first).arg(all.size() - 1);
}

QString Words::month(Month month) {
    return tr("%1/%2", "month").arg(int(month.year())).arg(unsigned(month.month()));
}

QString Words::day(Day day) {
    return tr("%1/%2/%3", "day").arg(int(day.year())).arg(unsigned(day.month())).arg(unsigned(day.day()));
}

QString Words::shortDay(Day day) {
    return QStringLiteral("%1/%2").arg(unsigned(day.month())).arg(unsigned(day.day()));
}

QString Words::year(std::chrono::year year) {
    return tr("%1", "year").arg(int(year));
}

QString Words::span(Day from, Day to, Day today) {
    const auto one = [](Day of, bool withYear) {
        return withYear ? QStringLiteral("%1/%2").arg(int(of.year())).arg(shortDay(of)) : shortDay(of);
    };
    const bool years = from.year() != today.year() || to.year() != today.year(); // "2023/2/13〜9/2" says 2023 twice
    const bool sameYear = from.year() == to.year();
    return tr("%1–%2", "first and last day").arg(one(from, years), one(to, years && !sameYear));
}

QString Words::monthNumber(Month month) {
    return tr("%1", "month of a year").arg(unsigned(month.month()));
}

QString Words::dataTo(Day day) {
    return tr("Data %1").arg(shortDay(day));
}

QString Words::todayIs(Day day) {
    return tr("Today %1").arg(shortDay(day));
}

QString Words::dayOrMonth(Day day, bool dayUnknown) {
    return dayUnknown ? month(monthOf(day)) : Words::day(day);
}

QString Words::grade(history::Grade grade) {
    switch (grade) {
    case history::Grade::Treated:
        return tr("Treated");
    case history::Grade::Continuing:
        return tr("Named on");
    case history::Grade::SingleMonth:
        return tr("Single month");
    case history::Grade::Suspected:
        return tr("Suspected");
    case history::Grade::Past:
        return tr("Past");
    }
    return {};
}

QString Words::gradeRule(history::Grade grade) {
    switch (grade) {
    case history::Grade::Treated:
        return tr("named in the last 3 months, with a matching treatment in the same period");
    case history::Grade::Continuing:
        return tr("named in 2 months or more; no matching treatment found");
    case history::Grade::SingleMonth:
        return tr("named in one month only, or an acute disease");
    case history::Grade::Past:
        return tr("ended, or not named for more than 6 months");
    case history::Grade::Suspected:
        return tr("Names written for a test or the like. Not treated as a diagnosis: not among the main problems, "
                  "the risk factors or the printed diagnoses.");
    }
    return {};
}

QString Words::outcome(receipt::DiseaseOutcome outcome) {
    switch (outcome) {
    case receipt::DiseaseOutcome::Continuing:
        return {};
    case receipt::DiseaseOutcome::Cured:
        return tr("cured");
    case receipt::DiseaseOutcome::Died:
        return tr("died");
    case receipt::DiseaseOutcome::Stopped:
        return tr("stopped (moved)");
    }
    return {};
}

QString Words::lastNamed(const history::ClinicalProblem& problem) {
    const QString how = outcome(problem.outcome);
    const QString when = month(problem.lastMonth);
    return how.isEmpty() ? when : QStringLiteral("%1 %2").arg(how, when);
}

QStringList Words::problemBadges(const history::ClinicalProblem& problem, bool withMain) {
    QStringList badges;
    if (withMain && problem.main) {
        badges << tr("main");
    }
    for (const std::string& badge : problem.badges) {
        badges << shown(badge);
    }
    if (problem.uncoded) {
        badges << tr("no code");
    }
    if (problem.unlisted) {
        badges << tr("not in the master");
    }
    if (problem.cutByPayer) {
        badges << cutByPayer();
    }
    return badges;
}

QString Words::cutByPayer() {
    return tr("cut by the payer's review");
}

QString Words::dose(const history::MedicationCourse& course) {
    if (course.supplies.empty()) {
        return {};
    }
    const history::Supply& last = course.supplies.back();
    const QString amount = QString::fromStdString(last.amount.text()) + shown(course.unit);
    switch (course.use) {
    case DrugUse::Oral:
        if (last.estimatedPeriod && last.quantity > 0 && days(last) > last.quantity) // taken weekly: doses, no days
            return tr("%1×%2 doses", "amount a dose, doses").arg(amount).arg(last.quantity);
        return tr("%1×%2 d", "amount a day, days").arg(amount).arg(last.quantity);
    case DrugUse::AsNeeded:
        return tr("%1×%2 doses", "amount a dose, doses").arg(amount).arg(last.quantity);
    case DrugUse::HomeInjection:
        return last.estimatedPeriod ? tr("%1 (14 d)", "amount, flat period").arg(amount) : amount;
    case DrugUse::External:
    case DrugUse::Injection:
    case DrugUse::DuringAct:
        return amount;
    }
    return amount;
}

QString Words::generic(const history::MedicationCourse& course) {
    QString name = shown(course.genericName);
    if (const auto end = name.indexOf(QChar{0x3011}); name.startsWith(QChar{0x3010}) && end > 0)
        name.remove(0, end + 1);
    return name;
}

QString Words::drugState(DrugState state) {
    switch (state) {
    case DrugState::Taking:
        return tr("taken, by estimate");
    case DrugState::UntilDataEnd:
        return tr("continued up to the last month of data");
    case DrugState::Ended:
        return tr("ended, by estimate");
    }
    return {};
}

QString Words::todaysEstimate(const history::MedicationCourse& course, Day today) {
    if (!course.supplies.empty() && course.supplies.back().dayUnknown) {
        const QString when = dayNotKnown(monthOf(course.supplies.back().start));
        return course.today == DrugState::Ended ? tr("ended, by estimate %1", "short day").arg(when) : when;
    }
    if (course.today == DrugState::Ended) {
        return tr("ended, by estimate %1", "short day").arg(shortDay(course.end));
    }
    if (!course.supplies.empty() && course.supplies.back().estimatedPeriod) {
        return tr("%1 d by estimate").arg(days(course.supplies.back()));
    }
    const int left = daysBetween(today, course.end);
    return left >= 0 ? tr("%1 d left").arg(left + 1) : tr("%1 d over").arg(-left);
}

QString Words::strength(const QString& drugName) {
    static const QRegularExpression pattern(
        QStringLiteral("([0-9]+(?:\\.[0-9]+)?)\\s*(mg|μg|mcg|g|%|mL|単位)(?![A-Za-z])"));
    QString found;
    for (auto match = pattern.globalMatch(drugName); match.hasNext();)
        found = match.next().captured(0);
    return found;
}

QString Words::until(const history::MedicationCourse& course) {
    return !course.supplies.empty() && course.supplies.back().dayUnknown
               ? dayNotKnown(monthOf(course.supplies.back().start))
               : tr("to %1", "short day").arg(shortDay(course.end));
}

QString Words::dayNotKnown(Month month) {
    return tr("day not known (in %1)").arg(monthNumber(month));
}

int Words::days(const history::Supply& supply) {
    // With only the month known the period may begin on its last day; `end` is reckoned from there.
    return daysBetween(supply.dayUnknown ? lastOf(monthOf(supply.start)) : supply.start, supply.end) + 1;
}

QString Words::switched() {
    return tr("switched?");
}

QString Words::duplicateBadge(const history::Duplicate& duplicate) {
    const QChar letter = QLatin1Char(duplicate.letter);
    switch (duplicate.level) {
    case history::DuplicateLevel::SameIngredientRoute:
        return tr("Dupl. %1").arg(letter);
    case history::DuplicateLevel::SameIngredient:
        return tr("Comb. %1").arg(letter);
    case history::DuplicateLevel::SameClass:
        return tr("Class %1").arg(letter);
    }
    return {};
}

namespace {

/// An amount that was calculated: no more than two decimals.
QString hundredths(receipt::Quantity of) {
    constexpr std::int64_t step = 1000;
    return QString::fromStdString(receipt::Quantity{(of.hundredThousandths + step / 2) / step * step}.text());
}

} // namespace

QString Words::sumBadge() {
    return tr("Sum");
}

QString Words::sum(const history::IngredientSum& sum) {
    const auto known = std::count_if(sum.parts.begin(), sum.parts.end(), [](const auto& of) { return !!of.perDay; });
    const QString name = shown(sum.name);
    if (known == 0)
        return tr("%1: held by %2 drugs").arg(name).arg(sum.parts.size());
    const QString amount = hundredths(sum.perDay) + shown(sum.unit);
    return known == static_cast<std::ptrdiff_t>(sum.parts.size()) ? tr("%1: %2 a day").arg(name, amount)
                                                                  : tr("%1: %2 a day or more").arg(name, amount);
}

QString Words::sumParts(const history::History& history, const history::IngredientSum& sum) {
    QStringList parts;
    for (const auto& part : sum.parts) {
        const QString drug = shown(history.medications.at(part.drug).name);
        parts << (part.perDay ? QStringLiteral("%1 %2").arg(drug, hundredths(*part.perDay) + shown(sum.unit))
                              : tr("%1 (amount not known)").arg(drug));
    }
    return parts.join(tr(", ", "between names"));
}

QString Words::duplicateLevel(history::DuplicateLevel level) {
    switch (level) {
    case history::DuplicateLevel::SameIngredientRoute:
        return tr("same ingredient and route");
    case history::DuplicateLevel::SameIngredient:
        return tr("same ingredient");
    case history::DuplicateLevel::SameClass:
        return tr("same class");
    }
    return {};
}

QString Words::nothing(const std::optional<Month>& newest) {
    return newest ? tr("No such record in the receipts (up to treatment in %1)").arg(month(*newest)) : noReceipts();
}

QString Words::noFlags(const std::optional<Month>& newest) {
    return newest ? tr("No record of the items shown here (up to treatment in %1)").arg(month(*newest)) : noReceipts();
}

QString Words::noDuplicates(const std::optional<Month>& newest) {
    return newest ? tr("No overlap was found (up to treatment in %1)").arg(month(*newest)) : noReceipts();
}

QString Words::noReceipts() {
    return tr("No receipt has arrived yet");
}

QString Words::noMatch(int all) {
    return tr("No row meets this condition. Show all %1 (Esc)").arg(all);
}

} // namespace kmixr::ui
