#include "ui/sheet/emergency_sheet.h"

#include "ui/details/drug_groups.h"
#include "ui/details/words.h"

#include <algorithm>
#include <map>

namespace kmixr::ui {

using history::FlagBasis;
using history::Grade;
using history::History;
using history::ProcedureGroup;

namespace {

constexpr int visitMonths = 3;
constexpr int actMonths = 3;
constexpr int surgeryMonths = 60;

bool within(Month month, const History& history, int months) {
    return monthsBetween(month, *history.newestMonth) < months;
}

} // namespace

QString SheetRow::words() const {
    QStringList parts;
    for (const QString& part : {kind, name, right}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(EmergencySheet::tr(", ", "between parts of a sentence read aloud"));
}

EmergencySheet::EmergencySheet(const History& history) {
    if (!history.newestMonth)
        return;
    const auto& who = history.patient;
    QStringList parts{Words::shown(who.name)};
    if (!who.kana.empty())
        parts << QStringLiteral("(%1)").arg(Words::shown(who.kana));
    if (who.birth) {
        parts << QString::fromStdString(japaneseDayWithEra(*who.birth));
        parts << tr("%1 years old").arg(ageOn(*who.birth, history.today));
    } else {
        parts << tr("birth date unknown");
    }
    parts << (who.sex == receipt::Sex::Male     ? tr("male")
              : who.sex == receipt::Sex::Female ? tr("female")
                                                : tr("sex unknown"));
    person = parts.join(QStringLiteral("  "));
    const QString month = Words::month(*history.newestMonth);
    asOf = tr("Data: up to treatment in %1 · made on %2").arg(month, Words::day(history.today));
    caution = tr("Made from receipts up to treatment in %1. What is not written here may still be so. Drugs are an "
                 "estimate; suspected diseases and test results are not on this sheet.")
                  .arg(month);
    const QString nothing = Words::nothing(history.newestMonth);
    sections = {{tr("Visits"), tr("3 months"), {}, nothing, 4},
                {tr("Drugs (estimate)"), tr("amount × days, supply to"), {}, nothing, 1},
                {tr("Dialysis, transplant, devices, drugs to watch"), tr("basis · last"), {}, nothing, 0},
                {tr("Surgery"), tr("5 years"), {}, nothing, 2},
                {tr("Procedures, home care, imaging"), tr("3 months"), {}, nothing, 5},
                {tr("Main problems"), tr("treated, then named on"), {}, nothing, 3},
                {tr("Allergy names"),
                 tr("written as a disease"),
                 {},
                 tr("Receipts have no field for allergies; no such disease is written either (up to treatment in %1)")
                     .arg(month),
                 0}};
    addVisits(history);
    addDrugs(history);
    addFlags(history);
    addProcedures(history);
    addProblems(history);
}

void EmergencySheet::addVisits(const History& history) {
    for (history::InstitutionIndex i = 0; i < history.institutions.size(); ++i) {
        if (history.institutions[i].id.pointTable == '4')
            continue;
        QStringList months;
        SheetRow row;
        row.name = Words::institution(history, i);
        for (const auto& visit : history.visits) {
            if (visit.institution != i || !within(visit.month, history, visitMonths))
                continue;
            const QString number = Words::monthNumber(visit.month);
            months << (visit.inpatient ? tr("%1 in-patient", "month").arg(number)
                                       : tr("%1 %2 d", "month, days").arg(number).arg(visit.days));
            for (const auto receipt : visit.receipts) {
                const auto& value = history.receipts.at(receipt).value;
                row.ask.evidence.push_back(
                    {receipt, value.insurance ? value.insurance->line : std::max(1U, value.firstLine)});
            }
            row.strong = row.strong || visit.inpatient;
        }
        if (months.isEmpty())
            continue;
        row.right = months.join(tr("·", "between two words of a list"));
        row.ask.title = row.name;
        at(Visits).rows.push_back(std::move(row));
    }
}

void EmergencySheet::addDrugs(const History& history) {
    for (const auto index : drugsInOrder(history)) {
        const auto& course = history.medications[index];
        const DrugGroup group = drugGroup(course);
        if (group == DrugGroup::Ended || group == DrugGroup::AtInstitution)
            continue;
        SheetRow row;
        row.kind = Words::shown(course.drugClass);
        row.name = Words::shown(course.name);
        if (course.cutByPayer)
            row.name += QStringLiteral(" (%1)").arg(Words::cutByPayer());
        QStringList right{Words::dose(course), Words::until(course),
                          Words::shortInstitution(history, course.prescriber)};
        for (const auto pair : course.duplicates) {
            if (isProminent(history.duplicates.at(pair)))
                right.prepend(Words::duplicateBadge(history.duplicates.at(pair)));
        }
        row.right = right.join(u' ');
        row.ask = {row.name, course.evidence};
        at(Drugs).rows.push_back(std::move(row));
    }
}

void EmergencySheet::addFlags(const History& history) {
    for (const auto& flag : history.flags) {
        const bool allergy = flag.id == "allergy";
        SheetRow row;
        row.kind = flag.basis == FlagBasis::Name ? tr("name", "a flag rests on a disease name, short")
                                                 : Words::flagBasis(flag.basis);
        row.name = Words::shown(flag.words);
        if (!flag.detail.empty())
            row.name += QStringLiteral(" (%1)").arg(Words::shown(flag.detail));
        row.right = QStringLiteral("%1 %2").arg(Words::month(flag.lastMonth),
                                                Words::shortInstitution(history, flag.institution));
        row.strong = !flag.caution || allergy;
        row.ask = {Words::shown(flag.words), flag.evidence};
        at(allergy ? Allergies : Treatments).rows.push_back(std::move(row));
    }
}

void EmergencySheet::addProcedures(const History& history) {
    std::map<std::pair<std::string, history::InstitutionIndex>, std::size_t> places;
    for (const auto& record : history.procedures) { // newest first
        if (!record.exclusion.empty())
            continue;
        const bool surgery = record.group == ProcedureGroup::Surgery;
        const bool act = record.group == ProcedureGroup::Treatment || record.group == ProcedureGroup::Home ||
                         record.group == ProcedureGroup::ImagingEndoscopy ||
                         record.group == ProcedureGroup::Transfusion;
        if (!(surgery && within(monthOf(record.day), history, surgeryMonths)) &&
            !(act && within(monthOf(record.day), history, actMonths)))
            continue;
        SheetSection& section = at(surgery ? Surgery : Acts);
        if (!surgery) {
            const auto [place, fresh] = places.try_emplace({record.code, record.institution}, section.rows.size());
            if (!fresh) { // the newest stands for the months before
                auto& evidence = section.rows[place->second].ask.evidence;
                evidence.insert(evidence.end(), record.evidence.begin(), record.evidence.end());
                continue;
            }
        }
        SheetRow row;
        row.kind = Words::procedureClass(record.group);
        row.name = Words::shown(record.name);
        if (record.cutByPayer)
            row.name += QStringLiteral(" (%1)").arg(Words::cutByPayer());
        const QString day =
            surgery ? Words::dayOrMonth(record.day, record.dayUnknown) : Words::month(monthOf(record.day));
        row.right = QStringLiteral("%1 %2").arg(day, Words::shortInstitution(history, record.institution));
        row.strong = surgery;
        row.ask = {row.name, record.evidence};
        section.rows.push_back(std::move(row));
    }
}

void EmergencySheet::addProblems(const History& history) {
    std::map<std::string, std::size_t> places;
    for (const auto& problem : history.problems) { // treated first, never a suspected one
        if (problem.grade != Grade::Treated && problem.grade != Grade::Continuing)
            continue;
        SheetSection& section = at(Problems);
        const auto [place, fresh] = places.try_emplace(problem.name, section.rows.size());
        if (!fresh) {
            auto& evidence = section.rows[place->second].ask.evidence;
            evidence.insert(evidence.end(), problem.evidence.begin(), problem.evidence.end());
            continue;
        }
        SheetRow row;
        row.kind = problem.grade == Grade::Treated ? tr("treated", "in front of a disease, short")
                                                   : tr("named", "in front of a disease, short");
        row.name = Words::shown(problem.name);
        const QStringList badges = Words::problemBadges(problem, false);
        if (!badges.isEmpty())
            row.name += QStringLiteral(" (%1)").arg(badges.join(tr("·", "between two words of a list")));
        row.right = problem.treatments.empty() ? Words::shortInstitution(history, problem.institution)
                                               : Words::joined(problem.treatments);
        row.ask = {row.name, problem.evidence};
        section.rows.push_back(std::move(row));
    }
}

} // namespace kmixr::ui
