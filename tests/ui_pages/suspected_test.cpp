// A suspected disease stands in its own panel and nowhere else: not in a list, a tool tip, or a word read aloud.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/details/disease_model.h"
#include "ui/details/diseases_page.h"
#include "ui/details/examinations_page.h"
#include "ui/details/medication_page.h"
#include "ui/details/procedures_page.h"
#include "ui/summary/summary_page.h"

#include <QAbstractItemView>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

namespace {

/// Names without の疑い: "大腸癌" alone would be the worst of all.
const QStringList suspected{"大腸癌", "甲状腺機能低下症"};

void checkSilent(const QString& said) {
    for (const QString& name : suspected) {
        CAPTURE(name.toStdString());
        CHECK_FALSE(said.contains(name));
    }
}

} // namespace

TEST_CASE("no model but the suspected one can say a suspected name") {
    ui::SummaryPage summary;
    ui::DiseasesPage diseases;
    ui::ProceduresPage procedures;
    ui::MedicationPage medication;
    ui::ExaminationsPage examinations;
    int models = 0;
    for (ui::PatientPage* page :
         {static_cast<ui::PatientPage*>(&summary), static_cast<ui::PatientPage*>(&diseases),
          static_cast<ui::PatientPage*>(&procedures), static_cast<ui::PatientPage*>(&medication),
          static_cast<ui::PatientPage*>(&examinations)}) {
        page->setHistory(test::chiyoko());
        for (const auto* model : page->findChildren<ui::HistoryModel*>()) {
            ++models;
            if (qobject_cast<const ui::SuspectedModel*>(model) == nullptr)
                checkSilent(test::everything(*model));
        }
    }
    CHECK(models >= 12);
}

TEST_CASE("a screen reader hears no suspected name on four pages, and on the diseases page only in its panel") {
    ui::SummaryPage summary;
    ui::MedicationPage medication;
    ui::ProceduresPage procedures;
    ui::ExaminationsPage examinations;
    for (ui::PatientPage* page :
         {static_cast<ui::PatientPage*>(&summary), static_cast<ui::PatientPage*>(&procedures),
          static_cast<ui::PatientPage*>(&medication), static_cast<ui::PatientPage*>(&examinations)}) {
        page->setHistory(test::chiyoko());
        test::present(*page);
        checkSilent(test::spoken(*page));
    }
    CHECK(test::spoken(summary).contains(QStringLiteral("疑い 3"))); // the count is there

    ui::DiseasesPage diseases;
    diseases.setHistory(test::chiyoko());
    test::present(diseases);
    bool found = false;
    for (auto* view : diseases.findChildren<QAbstractItemView*>()) {
        const bool own = qobject_cast<const ui::SuspectedModel*>(view->model()) != nullptr;
        if (own)
            found = found || test::spoken(*view).contains(QStringLiteral("大腸癌の疑い"));
        else
            checkSilent(test::spoken(*view));
    }
    CHECK(found);
}

TEST_CASE("suspected diseases are not counted on the tab and not among the diseases") {
    ui::DiseasesPage page;
    CHECK(page.tabCount() == -1);
    page.setHistory(test::chiyoko());
    CHECK(page.tabCount() == 26);
    ui::SuspectedModel model;
    model.setHistory(test::chiyoko());
    CHECK(test::rows(model) ==
          QStringList{"大腸癌の疑い |  | オリーブ丘内科 | 2026年2月12日 | 1か月に記載 | 2026年2月",
                      "肺炎の疑い | 2026年3月に疑いの記載がなくなりました | 瀬戸見総合病院 | 2026年2月24日 | "
                      "1か月に記載 | 2026年2月",
                      "甲状腺機能低下症の疑い |  | オリーブ丘内科 | 2025年9月18日 | 1か月に記載 | 2025年9月"});
}
