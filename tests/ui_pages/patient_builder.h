// Makes histories for tests in a few words.
#pragma once

#include "core/history/history.h"

#include <initializer_list>
#include <map>
#include <string>

namespace kmixr::test {

Day day(int year, unsigned month, unsigned dayOfMonth);
Month month(int year, unsigned month);

class PatientBuilder {
public:
    PatientBuilder(Day today, Month newest);

    history::InstitutionIndex institution(const std::string& name, const std::string& shortName, char pointTable);
    /// A line of the receipt of that institution and month; the receipt is made when it is not there yet.
    history::Evidence line(history::InstitutionIndex institution, Month month);

    struct Named { ///< months in which a problem is named, counted back from the newest (0)
        std::initializer_list<int> months;
    };
    history::ClinicalProblem& problem(const std::string& name, history::Grade grade,
                                      history::InstitutionIndex institution, Day start, const std::vector<int>& back,
                                      const std::vector<std::string>& treatments = {}, bool main = false);

    struct Drug {
        std::string drugClass, name, generic, unit;
        std::int64_t amount; ///< in tenths
        int days;
        history::InstitutionIndex prescriber;
        history::DrugUse use = history::DrugUse::Oral;
        std::string highRisk{};
    };
    /// Fills on these days, each of `days` days (14 when flat).
    history::MedicationCourse& drug(const Drug& of, const std::vector<Day>& fills);
    void duplicate(char letter, history::DuplicateLevel level, std::uint32_t first, std::uint32_t second, Day from,
                   Day to);

    history::ProcedureRecord& procedure(history::ProcedureGroup group, const std::string& name,
                                        const std::string& section, Day day, int count,
                                        history::InstitutionIndex institution, history::Kind kind);
    void test(history::ExaminationGroup group, const std::string& name,
              const std::vector<std::pair<Day, history::InstitutionIndex>>& done);
    /// Days of visits per month, oldest first, ending with the newest month; −1 = in-patient, 0 = none.
    void visits(history::InstitutionIndex institution, const std::vector<int>& days);
    void coverage(int monthsBack);
    void flag(const std::string& words, const std::string& icon, history::FlagBasis basis, Month last,
              history::InstitutionIndex institution, const std::string& detail = {});

    history::History history;

private:
    std::uint32_t receipt(history::InstitutionIndex institution, Month month);
    [[nodiscard]] Month back(int months) const;
    std::map<std::pair<history::InstitutionIndex, int>, std::uint32_t> receipts_;
};

} // namespace kmixr::test
