// How the summary shares its height: what yields first when it is low, as UI.md §7 (03) orders it. Pure arithmetic.
#pragma once

#include <vector>

namespace kmixr::ui {

/// Lengths in pixels, measured by the page. A frame is what a panel needs besides its rows.
struct SummaryNeeds {
    int height = 0; ///< of the three columns
    int gap = 0;
    struct Left {
        int problemsFrame = 0, problemsList = 0;
        int riskFrame = 0, riskRow = 0, riskRows = 0, riskFolded = 0;
        bool mayFold = false; ///< height was lost (bands, title bar), not: too much to show
    } left;
    struct Middle {
        int frame = 0, list = 0, tightList = 0, duplicates = 0;
    } middle;
    struct Right {
        int proceduresFrame = 0, testsFrame = 0, emptyList = 0, moreRow = 0;
        std::vector<int> procedures, tests; ///< heights of all rows
        int visitsFrame = 0, visitRow = 0, visitRows = 0;
    } right;
};

struct SummaryPlan {
    struct Left {
        int problems = 0, risk = 0; ///< heights of the panels
        int riskRows = 0;
        bool folded = false;
    } left;
    struct Middle {
        bool duplicateLines = true, tight = false;
    } middle;
    struct Right {
        int procedures = 0, tests = 0, visits = 0; ///< heights of the panels
        int visitRows = 0;
    } right;
};

SummaryPlan planSummary(const SummaryNeeds& needs);

} // namespace kmixr::ui
