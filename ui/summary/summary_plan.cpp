#include "ui/summary/summary_plan.h"

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr int fewestRiskRows = 6;
constexpr int standardRows = 5; ///< of procedures and of tests
constexpr int standardVisitRows = 6;

SummaryPlan::Left planLeft(const SummaryNeeds& needs) {
    const SummaryNeeds::Left& of = needs.left;
    const int problems = of.problemsFrame + of.problemsList;
    SummaryPlan::Left plan;
    plan.riskRows = of.riskRows;
    const auto risk = [&] { return of.riskFrame + plan.riskRows * of.riskRow; };
    while (plan.riskRows > fewestRiskRows && problems + needs.gap + risk() > needs.height)
        --plan.riskRows;
    plan.folded = of.mayFold && problems + needs.gap + risk() > needs.height;
    plan.risk = plan.folded ? of.riskFolded : risk();
    plan.problems = std::max(0, needs.height - needs.gap - plan.risk);
    return plan;
}

SummaryPlan::Middle planMiddle(const SummaryNeeds& needs) {
    const SummaryNeeds::Middle& of = needs.middle;
    SummaryPlan::Middle plan;
    plan.duplicateLines = of.duplicates > 0 && of.frame + of.list + of.duplicates <= needs.height;
    plan.tight = of.frame + of.list + (plan.duplicateLines ? of.duplicates : 0) > needs.height;
    return plan;
}

int listHeight(const std::vector<int>& rows, int shown, const SummaryNeeds::Right& of) {
    if (rows.empty())
        return of.emptyList;
    int height = 0;
    for (int i = 0; i < shown; ++i)
        height += rows[static_cast<std::size_t>(i)];
    return shown < static_cast<int>(rows.size()) ? height + of.moreRow : height;
}

SummaryPlan::Right planRight(const SummaryNeeds& needs) {
    const SummaryNeeds::Right& of = needs.right;
    const auto allProcedures = static_cast<int>(of.procedures.size());
    const auto allTests = static_cast<int>(of.tests.size());
    int procedures = std::min(allProcedures, standardRows);
    int tests = std::min(allTests, standardRows);
    SummaryPlan::Right plan;
    plan.visitRows = of.visitRows;
    const auto proceduresHeight = [&] { return of.proceduresFrame + listHeight(of.procedures, procedures, of); };
    const auto testsHeight = [&] { return of.testsFrame + listHeight(of.tests, tests, of); };
    const auto visitsHeight = [&] { return of.visitsFrame + plan.visitRows * of.visitRow; };
    const auto fits = [&] {
        return proceduresHeight() + testsHeight() + visitsHeight() + 2 * needs.gap <= needs.height;
    };
    // The order of UI.md: heat-map rows beyond six, tests to four, procedures to four; then each in turn, to one row.
    while (!fits() && plan.visitRows > standardVisitRows)
        --plan.visitRows;
    for (int least = standardRows - 1; least > 0 && !fits(); --least) {
        tests = std::min(tests, least);
        if (!fits())
            procedures = std::min(procedures, least);
        if (!fits() && least < standardRows - 1)
            plan.visitRows = std::min(plan.visitRows, least + 2);
    }
    // Height to spare is used for rows, never to stretch them.
    while (plan.visitRows < of.visitRows) {
        ++plan.visitRows;
        if (fits())
            continue;
        --plan.visitRows;
        break;
    }
    for (bool grew = plan.visitRows == of.visitRows; grew;) {
        grew = false;
        for (auto [shown, all] : {std::pair{&procedures, allProcedures}, std::pair{&tests, allTests}}) {
            if (*shown >= all)
                continue;
            ++*shown;
            if (fits())
                grew = true;
            else
                --*shown;
        }
    }
    plan.procedures = proceduresHeight();
    plan.tests = testsHeight();
    plan.visits = std::max(0, needs.height - plan.procedures - plan.tests - 2 * needs.gap);
    return plan;
}

} // namespace

SummaryPlan planSummary(const SummaryNeeds& needs) {
    return {planLeft(needs), planMiddle(needs), planRight(needs)};
}

} // namespace kmixr::ui
