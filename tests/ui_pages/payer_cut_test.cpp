// What the payer's review deleted or reduced is shown like the rest and marked in words.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/details/controls.h"
#include "ui/details/disease_model.h"
#include "ui/details/examination_model.h"
#include "ui/details/medication_model.h"
#include "ui/details/procedure_model.h"
#include "ui/search/search_page.h"
#include "ui/sheet/sheet_page.h"
#include "ui/summary/summary_page.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace kmixr;

TEST_CASE("§1 what the payer cut says so on each detail page, and nothing else does") {
    history::History value = test::chiyokoValue();
    const QString words = QStringLiteral("査定で減額・削除");
    const auto saidBy = [&words](auto model, history::History of) {
        model->setHistory(std::make_shared<const history::History>(std::move(of)));
        return test::everyText(*model).filter(words).size();
    };
    const auto models = [&](const history::History& of) {
        return std::array{
            saidBy(std::make_unique<ui::DiseaseModel>(), of), saidBy(std::make_unique<ui::MedicationModel>(), of),
            saidBy(std::make_unique<ui::ProcedureModel>(), of), saidBy(std::make_unique<ui::ExaminationModel>(), of)};
    };
    CHECK(models(value) == std::array<qsizetype, 4>{});
    value.problems.front().cutByPayer = true;
    value.medications.front().cutByPayer = true;
    value.medications.front().supplies.back().cutByPayer = true;
    for (auto& record : value.procedures)
        record.cutByPayer = true;
    for (auto& test : value.examinations)
        test.cutByPayer = true;
    for (const qsizetype said : models(value))
        CHECK(said > 0);
    ui::MedicationModel drugs;
    drugs.setHistory(std::make_shared<const history::History>(value));
    CHECK(drugs.marks(0) == QStringList{words});
    CHECK(drugs.fillWords(0, static_cast<int>(value.medications.front().supplies.size()) - 1).contains(words));
    CHECK_FALSE(drugs.fillWords(0, 0).contains(words));
}

TEST_CASE("§1 what the payer cut says so in search, on the emergency sheet and in the tips of the summary") {
    history::History value = test::chiyokoValue();
    value.medications.front().cutByPayer = true;
    for (auto& record : value.procedures)
        record.cutByPayer = true;
    for (auto& test : value.examinations)
        test.cutByPayer = true;
    const auto said = [](const history::History& of) {
        std::array<qsizetype, 3> counts{};
        const auto history = std::make_shared<const history::History>(of);
        ui::SummaryPage summary;
        ui::SheetPage sheet;
        ui::SearchPage search;
        std::size_t at = 0;
        for (ui::PatientPage* page : {static_cast<ui::PatientPage*>(&summary), static_cast<ui::PatientPage*>(&sheet),
                                      static_cast<ui::PatientPage*>(&search)}) {
            page->setHistory(history);
            test::present(*page);
            if (page == &search)
                search.findChild<ui::SearchField*>()->setText(QStringLiteral("1"));
            QStringList texts = test::spokenTexts(*page);
            for (const auto* model : page->findChildren<ui::HistoryModel*>())
                texts << test::everyText(*model);
            counts.at(at++) = texts.filter(QStringLiteral("査定で減額・削除")).size();
        }
        return counts;
    };
    CHECK(said(test::chiyokoValue()) == std::array<qsizetype, 3>{});
    for (const qsizetype count : said(value))
        CHECK(count > 0);
}
