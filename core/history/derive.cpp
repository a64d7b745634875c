#include "core/history/derive.h"

#include "core/history/contraindications.h"
#include "core/history/duplicates.h"
#include "core/history/examinations.h"
#include "core/history/flags.h"
#include "core/history/grading.h"
#include "core/history/ingredients.h"
#include "core/history/payer_review.h"
#include "core/history/procedures.h"
#include "core/history/risk.h"
#include "core/history/rules/tables.h"
#include "core/history/visits.h"

namespace kmixr::history {

std::shared_ptr<const History> derive(std::vector<ReceiptInput> receipts, const receipt::Masters& masters,
                                      const Rules& rules, Day today) {
    auto history = std::make_shared<History>();
    auto intake = takeIn(std::move(receipts), today);
    {
        CaseFile file(intake, masters, rules.tables(), today);
        const auto fills = collectFills(file);
        auto courses = buildCourses(fills, file);
        history->duplicates = findDuplicates(courses, file);
        history->sums = addUpIngredients(courses, file);
        history->oralIngredients = countOralIngredients(courses, file);
        history->manyOralIngredients =
            static_cast<int>(history->oralIngredients.size()) >= file.rules.medication.manyIngredients;

        auto episodes = buildEpisodes(file);
        gradeAndRank(episodes, TreatmentCalendar(file, fills), file);

        history->hints = findContraindications(file, episodes, courses);
        history->procedures = collectProcedures(file);
        history->examinations = collectExaminations(file);
        history->bundledFees = collectBundledFees(file);
        history->visits = collectVisits(file);
        history->coverage = collectCoverage(file, intake.newest.has_value());
        history->flags = raiseFlags(file, episodes, courses);
        history->riskPacks = assessRisk(file, episodes, courses, history->flags);

        for (auto& episode : episodes) {
            history->problems.push_back(std::move(episode.shown));
        }
        for (auto& course : courses) {
            history->medications.push_back(std::move(course.shown));
        }
        history->institutions = std::move(file.institutions).take();
    }
    history->masters = masters.weak_from_this().lock();
    history->patient = std::move(intake.patient);
    history->today = today;
    history->newestMonth = intake.newest;
    history->unreadLines = intake.unreadLines;
    history->receipts = std::move(intake.receipts);
    markPayerCuts(*history);
    return history;
}

} // namespace kmixr::history
