// The pages as a person uses them: keys, evidence, emptiness, size.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/details/controls.h"
#include "ui/details/disease_table.h"
#include "ui/details/diseases_page.h"
#include "ui/details/examination_matrix.h"
#include "ui/details/examinations_page.h"
#include "ui/details/medication_page.h"
#include "ui/details/medication_table.h"
#include "ui/details/overlap_list.h"
#include "ui/details/procedure_table.h"
#include "ui/details/procedures_page.h"
#include "ui/summary/flag_row.h"
#include "ui/summary/summary_page.h"
#include "ui/summary/summary_panels.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

namespace {

struct Heard {
    QString title;
    std::vector<history::Evidence> evidence;
    int times = 0;

    explicit Heard(ui::PatientPage& page) {
        QObject::connect(&page, &ui::PatientPage::evidenceWanted, &page,
                         [this](const QString& words, const std::vector<history::Evidence>& lines) {
                             title = words;
                             evidence = lines;
                             ++times;
                         });
    }
};

} // namespace

TEMPLATE_TEST_CASE("nullptr empties every model, and nothing of the patient can be read", "", ui::SummaryPage,
                   ui::DiseasesPage, ui::ProceduresPage, ui::MedicationPage, ui::ExaminationsPage) {
    TestType page;
    page.setHistory(test::chiyoko());
    test::present(page);
    const auto models = page.template findChildren<ui::HistoryModel*>();
    REQUIRE_FALSE(models.isEmpty());
    page.setHistory(nullptr);
    QCoreApplication::processEvents();
    for (const auto* model : models) {
        CHECK(model->rowCount() == 0);
        CHECK(model->history() == nullptr);
    }
    const QString said = test::spoken(page);
    for (const char* word : {"透析", "ワーファリン", "瀬戸見", "オリーブ丘", "2026年", "HbA1c", "疑い 3"}) {
        CAPTURE(word, said.toStdString());
        const bool isColumn = QString(word) == QStringLiteral("透析") && said.contains(QStringLiteral("注射・透析時"));
        CHECK((isColumn || !said.contains(QString::fromUtf8(word))));
    }
    CHECK(page.tabCount() == -1);
}

TEMPLATE_TEST_CASE("no receipts, three receipts, two thousand", "", ui::SummaryPage, ui::DiseasesPage,
                   ui::ProceduresPage, ui::MedicationPage, ui::ExaminationsPage) {
    TestType page;
    test::present(page);
    for (const auto& history :
         {test::nobodysReceipts(), test::threeReceipts(), test::longLife(2000), test::chiyoko()}) {
        QElapsedTimer timer;
        timer.start();
        page.setHistory(history);
        page.grab();
        INFO("receipts " << history->receipts.size());
        CHECK(timer.elapsed() < 1500); // a debug or sanitizer build on a busy machine; the real figure is in the bench
    }
    page.setHistory(test::nobodysReceipts());
    QCoreApplication::processEvents();
    CHECK(test::spoken(page).contains(QStringLiteral("まだレセプトが届いていません")));
}

TEST_CASE("an empty panel says so with the month, never with a bare word") {
    auto history = test::chiyokoValue();
    history.problems.clear();
    history.medications.clear();
    history.oralIngredients.clear();
    history.duplicates.clear();
    history.procedures.clear();
    history.examinations.clear();
    history.bundledFees.clear();
    history.flags.clear();
    ui::SummaryPage page;
    page.setHistory(std::make_shared<history::History>(std::move(history)));
    test::present(page);
    const QString said = test::spoken(page);
    CHECK(said.count(QStringLiteral("レセプト上、該当する記録はありません(2026年4月診療分まで)")) >= 4);
    for (const QString& line : said.split(u'\n'))
        CHECK(line.trimmed() != QStringLiteral("なし"));
}

TEST_CASE("the summary of the patient of the pictures fits its page: nothing left out, nothing folded") {
    ui::SummaryPage page;
    page.setHistory(test::chiyoko());
    test::present(page);
    for (const auto* model : page.findChildren<ui::RankedModel*>()) {
        CAPTURE(model->metaObject()->className());
        if (qobject_cast<const ui::TestListModel*>(model) == nullptr)
            CHECK(model->left() == 0);
    }
    for (const auto* panel : page.findChildren<ui::SummaryPanel*>()) {
        CAPTURE(panel->accessibleName().toStdString());
        CHECK(panel->geometry().bottom() <= 649 - 8);
        CHECK(panel->geometry().right() <= 1366 - 12);
    }
    auto* risk = page.findChild<ui::RiskTable*>();
    CHECK(risk->isVisible());
    auto* overlaps = page.findChild<ui::DuplicateListModel*>();
    CHECK(overlaps->rowCount() == 3);

    SECTION("lower, the overlap lines go first and the badges stay") {
        test::present(page, 1366, 620);
        bool shown = false;
        for (const auto* list : page.findChildren<ui::SummaryList*>())
            shown = shown || (list->model() == overlaps && list->isVisible());
        CHECK_FALSE(shown);
        const auto* drugs = page.findChild<ui::DrugListModel*>();
        CHECK(drugs->left() == 0);
        CHECK(drugs->duplicateBadges(drugs->entry(6)) == QStringList{"重複A"});
    }
}

TEST_CASE("summary: arrows walk, Enter opens the evidence of the row") {
    ui::SummaryPage page;
    Heard heard(page);
    page.setHistory(test::chiyoko());
    test::present(page);

    SECTION("a flag") {
        const auto* row = page.findChild<ui::FlagRow*>();
        REQUIRE(row->chips().size() == 6);
        CHECK(row->chips()[0]->accessibleName() ==
              QStringLiteral("維持透析の算定あり、最終2026年4月、みどり橋透析クリニック、算定"));
        row->chips()[0]->setFocus();
        test::press(*row->chips()[0], Qt::Key_Right);
        CHECK(row->chips()[1]->hasFocus());
        test::press(*row->chips()[1], Qt::Key_Return);
        CHECK(heard.title == QStringLiteral("抗凝固薬 該当あり"));
        CHECK(heard.evidence == test::chiyoko()->flags[1].evidence);
    }
    SECTION("a problem, over the head of the next group") {
        auto* list = qobject_cast<ui::SummaryList*>(page.findChild<ui::ProblemsPanel*>()->keyboardTarget());
        list->setFocus();
        CHECK(list->currentIndex().row() == 1); // row 0 is a head
        for (int i = 0; i < 10; ++i)
            test::press(*list, Qt::Key_Down);
        test::press(*list, Qt::Key_Return);
        CHECK(heard.title == QStringLiteral("腎性貧血 — 記載継続"));
        CHECK(heard.evidence == test::chiyoko()->problems[12].evidence);
    }
    SECTION("a drug") {
        auto* list = qobject_cast<ui::SummaryList*>(page.findChild<ui::DrugsPanel*>()->keyboardTarget());
        list->setFocus();
        test::press(*list, Qt::Key_Down);
        test::press(*list, Qt::Key_Enter);
        CHECK(heard.title == QStringLiteral("バイアスピリン錠100mg — 服用中と推定"));
        CHECK(heard.evidence == test::chiyoko()->medications[1].evidence);
    }
    SECTION("a risk factor, and nothing where nothing is recorded") {
        auto* table = page.findChild<ui::RiskTable*>();
        table->setFocus();
        test::press(*table, Qt::Key_Return);
        CHECK(heard.title == QStringLiteral("COVID-19 重症化リスク因子 — 65歳以上"));
        test::press(*table, Qt::Key_Right);
        test::press(*table, Qt::Key_Return);
        CHECK(heard.times == 1);
    }
    SECTION("the link in a head leads to its page") {
        int wanted = -1;
        QObject::connect(&page, &ui::PatientPage::pageWanted, &page, [&wanted](int index) { wanted = index; });
        emit page.findChild<ui::DrugsPanel*>()->linkFollowed();
        CHECK(wanted == 3);
    }
}

TEST_CASE("diseases: filter, search in any width and kana, Esc, evidence, look-ahead") {
    ui::DiseasesPage page;
    Heard heard(page);
    page.setHistory(test::chiyoko());
    test::present(page);
    auto* search = page.findChild<ui::SearchField*>();
    auto* model = page.findChild<ui::DiseaseModel*>();
    auto* table = page.findChild<ui::DiseaseTable*>();
    CHECK(model->shown() == 26);

    search->setText(QStringLiteral("ﾜﾙﾌｧﾘﾝ")); // the treatment's name, half width
    CHECK(test::rows(*model).mid(1) ==
          QStringList{"心房細動 | ワルファリン | オリーブ丘内科 | 2017年9月20日 | 12か月に記載 | 2026年4月"});
    search->setText(QStringLiteral("おりーぶ 2型"));
    CHECK(model->shown() == 1);
    search->setText(QStringLiteral("見つからない言葉"));
    CHECK(test::spoken(page).contains(QStringLiteral("この条件に合う行はありません。全26件を表示(Esc)")));
    test::press(*table, Qt::Key_Escape);
    CHECK(model->shown() == 26);
    CHECK(search->text().isEmpty());

    page.takeFocus();
    auto* first = qobject_cast<ui::DiseaseTable*>(page.focusWidget());
    REQUIRE(first != nullptr);
    test::press(*first, Qt::Key_Down);
    test::press(*first, Qt::Key_Return);
    CHECK(heard.title == QStringLiteral("心房細動 — 治療あり"));
    CHECK(heard.evidence == test::chiyoko()->problems[1].evidence);

    CHECK(page.findChild<ui::LookAheadLine*>()->accessibleName() == QStringLiteral("この下:単月 2  過去 9"));
    test::press(*first, Qt::Key_End);
    CHECK(first->currentIndex().row() == model->rowCount() - 1);
    CHECK(page.findChild<ui::LookAheadLine*>()->accessibleName() == QStringLiteral("この下に行はありません"));
}

TEST_CASE("diseases by institution") {
    ui::DiseaseModel model;
    model.setHistory(test::chiyoko());
    model.setByInstitution(true);
    QStringList heads;
    for (const QString& row : test::rows(model)) {
        if (row.startsWith(u'#'))
            heads << row;
    }
    CHECK(heads == QStringList{"# みどり橋透析クリニック 5", "# オリーブ丘内科 8", "# 瀬戸見総合病院 5",
                               "# 栗見整形外科医院 3", "# しおかぜ眼科 3", "# ひうち歯科 2"});
    model.setGrade(history::Grade::Past);
    CHECK(model.shown() == 9);
}

TEST_CASE("procedures: repeats joined, stays named, other people's costs apart with the reason") {
    ui::ProceduresPage page;
    Heard heard(page);
    page.setHistory(test::chiyoko());
    test::present(page);
    CHECK(page.tabCount() == 14);
    auto* model = page.findChild<ui::ProcedureModel*>();
    const QStringList all = test::rows(*model);
    CHECK(all.contains(QStringLiteral("2024年2月28日 | 経皮的冠動脈ステント留置術 | K549 | 1 | 瀬戸見総合病院 | "
                                      "入院 2/27〜3/12 | DPC")));
    CHECK(all.filter(QStringLiteral("人工腎臓")) ==
          QStringList{"2026年4月 | 人工腎臓(慢性維持透析1) | J038 | 13 | みどり橋透析クリニック | 外来 | 医科"});
    CHECK(all.filter(QStringLiteral("管理料患者")).isEmpty());
    CHECK(all.at(all.size() - 2) == QStringLiteral("# この患者への行為ではない請求"));
    CHECK(model->note(model->rowCount() - 1) == QStringLiteral("提供者の費用です"));
    model->setFilter(ui::ProcedureFilter::Surgery);
    CHECK(model->shown() == 4);
    CHECK(test::rows(*model).filter(QStringLiteral("生体腎移植")).isEmpty());
    model->setFilter(ui::ProcedureFilter::All);
    model->setWithFees(true);
    CHECK(test::rows(*model).filter(QStringLiteral("慢性維持透析患者外来医学管理料")).size() == 1);

    page.takeFocus();
    test::press(*page.focusWidget(), Qt::Key_Return);
    CHECK(heard.title == QStringLiteral("経皮的冠動脈ステント留置術"));
    CHECK(heard.evidence.size() == 1);
}

TEST_CASE("medication: fills walked by the arrows, an overlap hidden and brought back") {
    ui::MedicationPage page;
    Heard heard(page);
    page.setHistory(test::chiyoko());
    test::present(page);
    CHECK(page.tabCount() == 16);
    auto* table = page.findChild<ui::MedicationTable*>();
    page.takeFocus();
    test::press(*table, Qt::Key_Return);
    CHECK(heard.evidence == test::chiyoko()->medications[0].evidence);
    test::press(*table, Qt::Key_Left);
    test::press(*table, Qt::Key_Left);
    CHECK(table->fill() == 11);
    CHECK(test::spoken(page).contains(QStringLiteral("2026年3月19日〜2026年4月15日、28日分、オリーブ丘内科")));
    test::press(*table, Qt::Key_Return);
    CHECK(heard.evidence == test::chiyoko()->medications[0].supplies[11].evidence);
    test::press(*table, Qt::Key_Down);
    CHECK(table->fill() == -1);

    auto* model = page.findChild<ui::MedicationModel*>();
    auto* list = page.findChild<ui::OverlapList*>();
    CHECK(model->badges(4) == QStringList{"重複A"});
    list->setFocus();
    test::press(*list, Qt::Key_Delete);
    CHECK(model->badges(4).isEmpty());
    CHECK(page.findChild<ui::OverlapModel*>()->rowCount() == 1);
    page.findChild<ui::OverlapModel*>()->showHidden();
    CHECK(model->badges(4) == QStringList{"重複A"});

    SECTION("another patient does not inherit what was hidden") {
        list->setFocus();
        test::press(*list, Qt::Key_Delete);
        page.setHistory(test::chiyoko());
        CHECK(model->badges(4) == QStringList{"重複A"});
    }
    SECTION("filters") {
        model->setFilter(ui::DrugFilter::AtInstitution);
        CHECK(model->rowCount() == 5);
        model->setFilter(ui::DrugFilter::ShortOrEnded);
        CHECK(model->rowCount() == 7);
        model->setFilter(ui::DrugFilter::All);
        CHECK(model->rowCount() == 28);
        model->setQuery(QStringLiteral("あむろじぴん"));
        CHECK(model->rowCount() == 2);
    }
}

TEST_CASE("examinations: two institutions on one day are two columns; a bundled fee says what it hides") {
    auto history = test::chiyokoValue();
    ui::ExaminationModel model;
    model.setHistory(std::make_shared<history::History>(std::move(history)));
    QStringList heads;
    for (int column = 1; column <= model.dateColumns(); ++column)
        heads << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() +
                     model.sign(model.date(column).institution);
    CHECK(heads.filter(QStringLiteral("2/12")) == QStringList{"2/12オリ", "2/12しお"});
    CHECK(model.legend() ==
          QStringList{"オリ=オリーブ丘内科", "瀬戸=瀬戸見総合病院", "栗見=栗見整形外科医院", "しお=しおかぜ眼科"});
    const QStringList all = test::rows(model);
    CHECK(all.last() ==
          QStringLiteral(
              "慢性維持透析患者外来医学管理料 | 透析の管理料に含まれる検査は個別に現れません(みどり橋透析クリニック)"));
    CHECK(all.filter(QStringLiteral("判断料")).isEmpty());

    const int hba1c = static_cast<int>(all.indexOf(all.filter(QStringLiteral("HbA1c")).first()));
    const int column = static_cast<int>(heads.indexOf(QStringLiteral("4/16オリ"))) + 1;
    const ui::CellWords words = model.words(model.index(hba1c, column));
    CHECK(words.title == QStringLiteral("HbA1c"));
    CHECK(words.note == QStringLiteral("2026年4月16日・オリーブ丘内科・医科  12か月で6回。前回 2026年3月12日(35日前)"));
    CHECK(model.ask(model.index(hba1c, column)).evidence.size() == 1);
    CHECK(model.ask(model.index(hba1c, column - 1)).evidence.empty());
    CHECK(model.ask(model.index(hba1c, 0)).evidence.size() == 6);

    model.setMonthly(true);
    CHECK(model.dateColumns() == 12);
    model.setWithFees(true);
    CHECK(test::rows(model).filter(QStringLiteral("判断料")).size() == 1);
    model.setQuery(QStringLiteral("hba"));
    CHECK(model.shownTests() == 1);
}

TEST_CASE("examinations page: Enter in a cell opens that day only") {
    ui::ExaminationsPage page;
    Heard heard(page);
    page.setHistory(test::chiyoko());
    test::present(page);
    CHECK(page.tabCount() == 16);
    page.takeFocus();
    auto* matrix = page.findChild<ui::ExaminationMatrix*>();
    REQUIRE(matrix->dates()->hasFocus());
    test::press(*matrix->dates(), Qt::Key_Return);
    CHECK(heard.times == 0); // PT was not claimed on the newest day
    test::press(*matrix->dates(), Qt::Key_Left);
    test::press(*matrix->dates(), Qt::Key_Return);
    CHECK(heard.title == QStringLiteral("PT"));
    CHECK(heard.evidence.size() == 1);
    CHECK(matrix->columnsBefore() > 0);
}
