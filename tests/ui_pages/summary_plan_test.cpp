// What yields when the summary is low, in the order of the visual language.
#include "ui/summary/summary_plan.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr::ui;

namespace {

SummaryNeeds typical(int height) {
    SummaryNeeds needs;
    needs.height = height;
    needs.gap = 8;
    needs.left = {55, 326, 70, 18, 6, 57, false};
    needs.middle = {75, 441, 417, 67};
    needs.right = {31, 31, 48, 22, {22, 22, 22, 22, 22, 22}, std::vector<int>(16, 22), 100, 18, 7};
    return needs;
}

int sum(const SummaryPlan::Right& right) {
    return right.procedures + right.tests + right.visits + 16;
}

} // namespace

TEST_CASE("a full page shows everything and fills its height") {
    const SummaryPlan plan = planSummary(typical(620));
    CHECK_FALSE(plan.left.folded);
    CHECK(plan.left.riskRows == 6);
    CHECK(plan.left.problems + 8 + plan.left.risk == 620);
    CHECK(plan.middle.duplicateLines);
    CHECK_FALSE(plan.middle.tight);
    CHECK(plan.right.visitRows == 7);
    CHECK(sum(plan.right) == 620);
}

TEST_CASE("first the overlap lines go, then the rows get tight") {
    CHECK(planSummary(typical(583)).middle.duplicateLines);
    const auto without = planSummary(typical(582)).middle;
    CHECK_FALSE(without.duplicateLines);
    CHECK_FALSE(without.tight);
    CHECK_FALSE(planSummary(typical(516)).middle.tight);
    CHECK(planSummary(typical(515)).middle.tight);
}

TEST_CASE("at the right institutions join first, then tests, then procedures") {
    bool joinedFirst = false;
    bool testsBeforeProcedures = false;
    for (int height = 700; height > 380; --height) {
        const auto plan = planSummary(typical(height)).right;
        CAPTURE(height);
        CHECK(plan.procedures + plan.tests + plan.visits + 16 == height);
        CHECK(plan.visits >= 100 + plan.visitRows * 18);
        const bool fiveTests = plan.tests >= 31 + 5 * 22 + 22;
        const bool allProcedures = plan.procedures == 31 + 6 * 22;
        joinedFirst = joinedFirst || (plan.visitRows == 6 && fiveTests && allProcedures);
        testsBeforeProcedures = testsBeforeProcedures || (!fiveTests && allProcedures);
        CHECK_FALSE((fiveTests && !allProcedures)); // five procedures and their count line are as high as all six
    }
    CHECK(joinedFirst);
    CHECK(testsBeforeProcedures);
    CHECK(planSummary(typical(390)).right.procedures < planSummary(typical(620)).right.procedures);
}

TEST_CASE("the risk list folds only when height was lost, not when there is much to show") {
    SummaryNeeds needs = typical(500);
    needs.left.problemsList = 600;
    CHECK_FALSE(planSummary(needs).left.folded);
    needs.left.mayFold = true;
    CHECK(planSummary(needs).left.folded);
    needs.left.problemsList = 100;
    CHECK_FALSE(planSummary(needs).left.folded);
}

TEST_CASE("a long risk list gives rows up to the problems, but keeps six") {
    SummaryNeeds needs = typical(620);
    needs.left.riskRows = 12;
    const auto plan = planSummary(needs).left;
    CHECK(plan.riskRows < 12);
    CHECK(plan.riskRows >= 6);
    CHECK(plan.problems >= needs.left.problemsFrame + needs.left.problemsList);
    needs.left.problemsList = 2000;
    CHECK(planSummary(needs).left.riskRows == 6);
}

TEST_CASE("spare height is used for more rows") {
    SummaryNeeds needs = typical(900);
    const auto plan = planSummary(needs).right;
    CHECK(plan.procedures == 31 + 6 * 22);
    CHECK(plan.tests > 31 + 8 * 22);
    CHECK(plan.visitRows == 7);
}
