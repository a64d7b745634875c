// §0 of the clinical rules on everything that can be seen, heard or printed of every practice person: the pages with
// their filters, banner, evidence on paper and as recorded, time line month by month, what a search for the suspected
// names finds, emergency sheet on the screen and on paper, the page for the patient. And a proof that the check can
// fail.
#include "tests/core_history/people.h"
#include "tests/ui_pages/claims_check.h"
#include "tests/ui_pages/printed_texts.h"
#include "tests/ui_pages/said.h"
#include "ui/details/controls.h"
#include "ui/details/diseases_page.h"
#include "ui/details/examination_model.h"
#include "ui/details/examinations_page.h"
#include "ui/details/hint_model.h"
#include "ui/details/medication_page.h"
#include "ui/details/procedures_page.h"
#include "ui/details/words.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/facing/facing_page.h"
#include "ui/frame/patient_banner.h"
#include "ui/search/search_page.h"
#include "ui/sheet/sheet_page.h"
#include "ui/summary/summary_page.h"
#include "ui/timeline/timeline_page.h"
#include "ui/timeline/timeline_view.h"

#include <QSet>
#include <QTableView>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using history::Grade;
using history::History;
using HistoryPtr = std::shared_ptr<const History>;

namespace {

/// Reads texts and gathers what is wrong with them, each text once.
class Walk {
public:
    explicit Walk(const History& of) : check_(of) {}

    void read(const QString& where, const QStringList& said) { take(where, said, &test::ClaimsCheck::complaints); }
    void readReceipt(const QString& where, const QStringList& said) {
        take(where, said, &test::ClaimsCheck::complaintsAboutReceipt);
    }
    void readWhole(const QString& where, const QString& text) {
        take(where, {text}, &test::ClaimsCheck::complaintsAboutWhole);
    }
    void forget() { seen_.clear(); } ///< what follows is read though it was heard before
    [[nodiscard]] qsizetype lines() const { return seen_.size(); }
    [[nodiscard]] const QStringList& wrong() const { return wrong_; }
    [[nodiscard]] const QStringList& suspected() const { return check_.suspected(); }

private:
    void take(const QString& where, const QStringList& said,
              QStringList (test::ClaimsCheck::*complaints)(const QString&) const) {
        for (const QString& text : said) {
            if (seen_.contains(text))
                continue;
            seen_.insert(text);
            for (const QString& why : (check_.*complaints)(text))
                wrong_ << QStringLiteral("%1: %2: %3").arg(why, where, text);
        }
    }

    test::ClaimsCheck check_;
    QSet<QString> seen_;
    QStringList wrong_;
};

void readPage(Walk& walk, const QString& where, QWidget& page) {
    walk.read(where, test::spokenTexts(page));
    for (const auto* model : page.findChildren<ui::HistoryModel*>())
        walk.read(where, test::everyText(*model));
}

template <class Page>
void walkPage(Walk& walk, const char* name, const HistoryPtr& history) {
    Page page;
    page.setHistory(history);
    test::present(page);
    readPage(walk, QString::fromLatin1(name), page);
    for (auto* chip : page.template findChildren<ui::FilterChip*>()) { // each filter and switch once
        if (!chip->isVisible() || !chip->isEnabled())
            continue;
        chip->click();
        QCoreApplication::processEvents();
        readPage(walk, QString::fromLatin1(name) + u' ' + chip->text(), page);
    }
    for (auto* search : page.template findChildren<ui::SearchField*>()) {
        search->setText(QStringLiteral("どこにもない言葉"));
        readPage(walk, QString::fromLatin1(name) + QStringLiteral(" search"), page);
    }
}

/// What stands under the matrix of tests for each of its cells, the empty ones as well.
void walkExaminationCells(Walk& walk, const HistoryPtr& history) {
    ui::ExaminationModel model;
    model.setHistory(history);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const ui::CellWords words = model.words(model.index(row, column));
            walk.read(QStringLiteral("examination cell"), {words.title, words.note});
        }
    }
}

/// Where room is short the summary folds its panels into lines of their own.
void walkFoldedSummary(Walk& walk, const HistoryPtr& history) {
    ui::SummaryPage page;
    page.setHistory(history);
    test::present(page, 1000, 420);
    readPage(walk, QStringLiteral("folded summary"), page);
}

/// Everything a search can find: letters of the readings, codes, and the suspected names, whole and as they are typed.
void walkSearch(Walk& walk, const HistoryPtr& history) {
    ui::SearchPage search;
    search.setHistory(history);
    test::present(search);
    QStringList typed;
    for (const auto* word : {"の", "1", "6", "病", "錠", "症", "ア", "し", "疑"})
        typed << QString::fromUtf8(word);
    for (const QString& name : walk.suspected())
        typed << name << name.left(2);
    for (const QString& words : typed) {
        search.findChild<ui::SearchField*>()->setText(words);
        const QString where = QStringLiteral("search ") + words;
        QStringList said = test::spokenTexts(search);
        said.removeAll(words); // the field says what was typed into it
        walk.read(where, said);
        for (const auto* model : search.findChildren<ui::HistoryModel*>())
            walk.read(where, test::everyText(*model));
    }
}

void walkTimeline(Walk& walk, const HistoryPtr& history) {
    ui::TimelinePage page;
    page.setHistory(history);
    test::present(page);
    auto* view = page.findChild<ui::TimelineView*>();
    for (int step = 0; step < 36; ++step) { // the line below says each month in words
        test::press(*view, Qt::Key_Left);
        walk.read(QStringLiteral("time line, months back"), test::spokenTexts(page));
    }
}

void walkBanner(Walk& walk, const HistoryPtr& history) {
    ui::PatientHeading heading;
    heading.person = history->patient;
    heading.insurerName = QStringLiteral("練習国保");
    heading.newestMonth = history->newestMonth;
    ui::PatientBanner banner;
    banner.show(heading, history->today);
    banner.resize(1366, 58);
    banner.setVisible(true);
    walk.read(QStringLiteral("banner"), test::spokenTexts(banner));
}

/// Up to three receipts of one derived word, on paper and as recorded. The receipts' own lines are theirs; the words
/// around them are ours.
void readEvidence(Walk& walk, ui::EvidencePanel& panel, const QString& title,
                  const std::vector<history::Evidence>& lines, const HistoryPtr& history) {
    panel.show(title, lines, history);
    for (int sheet = 0; sheet < 3; ++sheet) {
        for (const auto* table : panel.findChildren<QTableView*>())
            walk.readReceipt(QStringLiteral("evidence lines"), test::everyText(*table->model()));
        for (const QObject* child : panel.children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (widget != nullptr && qobject_cast<const QTableView*>(widget) == nullptr)
                walk.read(QStringLiteral("evidence"), {widget->accessibleName(), widget->accessibleDescription()});
        }
        walk.read(QStringLiteral("evidence"), {panel.accessibleName(), panel.accessibleDescription()});
        for (auto* button : panel.findChildren<ui::KeyButton*>()) {
            if (button->text() == QCoreApplication::translate("kmixr::ui::EvidencePanel", "Next") &&
                button->isEnabled())
                button->click();
        }
    }
}

void walkEvidence(Walk& walk, const HistoryPtr& history) {
    QWidget window;
    auto* page = new QWidget(&window);
    window.resize(1366, 649);
    page->resize(1366, 649);
    auto* panel = new ui::EvidencePanel(page);
    window.show();
    const auto ask = [&](const ui::EvidenceAsk& of) { readEvidence(walk, *panel, of.title, of.evidence, history); };
    ui::DiseasesPage diseases; // every problem, suspected ones by their own model: the titles are the pages' own
    ui::MedicationPage medication;
    for (ui::PatientPage* of : {static_cast<ui::PatientPage*>(&diseases), static_cast<ui::PatientPage*>(&medication)}) {
        of->setHistory(history);
        for (const auto* model : of->findChildren<ui::HistoryModel*>()) {
            for (int row = 0; row < model->rowCount(); ++row)
                ask(model->ask(model->index(row, 0)));
        }
    }
    for (const auto& flag : history->flags)
        ask({ui::Words::shown(flag.words), flag.evidence});
}

/// A sentence on paper is drawn in pieces: each is read as the sentence of the screen it belongs to, or by itself.
void walkPrint(Walk& walk, const HistoryPtr& history) {
    const auto bare = [](QString text) { return text.removeIf([](QChar character) { return character.isSpace(); }); };
    ui::SheetPage page;
    page.setHistory(history);
    test::present(page);
    const QStringList screen = test::spokenTexts(page);
    QString whole;
    for (const QString& piece : test::printedTexts(history)) {
        whole += bare(piece);
        const auto sentence = std::find_if(screen.begin(), screen.end(),
                                           [&](const QString& text) { return bare(text).contains(bare(piece)); });
        walk.read(QStringLiteral("print"), {sentence == screen.end() ? piece : *sentence});
    }
    walk.readWhole(QStringLiteral("print"), whole);
}

Walk walked(const HistoryPtr& history) {
    Walk walk(*history);
    walkPage<ui::SummaryPage>(walk, "summary", history);
    walkPage<ui::DiseasesPage>(walk, "diseases", history);
    walkPage<ui::ProceduresPage>(walk, "procedures", history);
    walkPage<ui::MedicationPage>(walk, "medication", history);
    walkPage<ui::ExaminationsPage>(walk, "examinations", history);
    walkExaminationCells(walk, history);
    walkFoldedSummary(walk, history);
    walkPage<ui::TimelinePage>(walk, "timeline", history);
    walkPage<ui::SheetPage>(walk, "sheet", history);
    walkPage<ui::FacingPage>(walk, "facing", history);
    walkPage<ui::SearchPage>(walk, "search", history);
    walkSearch(walk, history);
    walkTimeline(walk, history);
    walkBanner(walk, history);
    walkEvidence(walk, history);
    walk.forget();
    walkPrint(walk, history);
    return walk;
}

bool complains(const QStringList& wrong, const char* of) {
    return std::any_of(wrong.begin(), wrong.end(),
                       [of](const QString& line) { return line.startsWith(QString::fromUtf8(of)); });
}

} // namespace

TEST_CASE("§12 what is shown to the patient names no disease, no sensitive drug and no sensitive operation") {
    int hidden = 0;
    for (const auto& [id, history] : history::test::practicePeople()) {
        INFO(id);
        ui::FacingPage page;
        page.setHistory(history);
        test::present(page);
        QStringList texts = test::spokenTexts(page);
        for (const auto* model : page.findChildren<ui::HistoryModel*>())
            texts << test::everyText(*model);
        QString said = texts.join(u'\n');
        for (const auto& problem : history->problems) {
            INFO(problem.name);
            CHECK_FALSE(said.contains(ui::Words::shown(problem.name)));
        }
        // An operation that is shown may be named like its device ("植込型除細動器移植術"): the name of the act, no
        // flag.
        for (const auto& act : history->procedures) {
            if (!act.sensitive)
                said.replace(ui::Words::shown(act.name), QStringLiteral("〓"));
        }
        for (const auto& flag : history->flags) {
            INFO(flag.words);
            CHECK_FALSE(said.contains(ui::Words::shown(flag.words)));
        }
        for (const auto& drug : history->medications) {
            INFO(drug.name);
            hidden += drug.sensitive && said.contains(QStringLiteral("表示していない薬")) ? 1 : 0;
            CHECK((!drug.sensitive || !said.contains(ui::Words::shown(drug.name))));
        }
        for (const auto& act : history->procedures) {
            INFO(act.name);
            CHECK((!act.sensitive || !said.contains(ui::Words::shown(act.name))));
        }
        CHECK_FALSE(said.contains(QStringLiteral("悪性腫瘍")));
    }
    CHECK(hidden > 0);
}

TEST_CASE("§0 nothing of any practice person that is seen, heard or printed claims more than receipts know") {
    REQUIRE(history::test::practicePeople().size() == 26);
    int withSuspicion = 0;
    for (const auto& [id, history] : history::test::practicePeople()) {
        const Walk walk = walked(history);
        INFO(id << "\n" << walk.wrong().join(u'\n').toStdString());
        CHECK(walk.wrong().isEmpty());
        CHECK(walk.lines() > 10); // on paper alone
        withSuspicion += walk.suspected().isEmpty() ? 0 : 1;
    }
    CHECK(withSuspicion >= 5); // the walk meets suspected names at all
}

TEST_CASE(
    "§0 the walk can fail: a history that forgot a suspicion is found out on every page, in search, evidence, print") {
    const auto& people = history::test::practicePeople();
    const auto person = std::find_if(people.begin(), people.end(), [](const auto& each) { return each.id == "K10"; });
    REQUIRE(person != people.end());
    History value = *person->history;
    const auto forgotten = std::find_if(value.problems.begin(), value.problems.end(), [](const auto& problem) {
        return problem.grade == Grade::Suspected && problem.name == "大腸癌の疑い";
    });
    REQUIRE(forgotten != value.problems.end());
    forgotten->name = "大腸癌"; // what every rule here is there to prevent
    forgotten->grade = Grade::Treated;
    const Walk walk = walked(std::make_shared<const History>(value));
    for (const auto* where : {"summary", "diseases", "search", "evidence", "print"}) {
        INFO(where << "\n" << walk.wrong().join(u'\n').toStdString());
        CHECK(complains(walk.wrong(), (std::string("a suspected name without its suspicion: ") + where).c_str()));
    }
}

TEST_CASE("§0 the walk can fail: absence without a month, something taken without an estimate, a promise") {
    History value = history::test::practicePerson("K05");
    value.medications.front().drugClass = "服用中";
    value.hints.front().limit = "必ず中止";
    // No month, another month than the data's, the month in another sentence.
    for (const auto* basis : {"該当なし", "該当なし(2025年7月診療分まで)", "2025年8月診療分まで。該当なし"}) {
        value.riskPacks.front().factors.front().basis = basis;
        const Walk walk = walked(std::make_shared<const History>(value));
        INFO(walk.wrong().join(u'\n').toStdString());
        CHECK(complains(walk.wrong(), "absence without its month: summary"));
        CHECK(complains(walk.wrong(), "taken without an estimate: medication"));
        CHECK(complains(walk.wrong(), "a word that claims too much: medication"));
    }
}

TEST_CASE("§0 the check of one text: each complaint, and what is allowed") {
    History value = history::test::practicePerson("K05");
    auto suspected = value.problems.front();
    suspected.grade = Grade::Suspected;
    suspected.name = "大腸癌の疑い";
    value.problems.push_back(suspected);
    const test::ClaimsCheck check(value);
    CHECK(check.suspected().contains(QStringLiteral("大腸癌")));
    for (const auto* wrong :
         {"アレルギーなし", "該当する記録はありません", "重なりは見つかりません", "アレルギーなし(2025年8月)",
          "アレルギーなし 8/10", "該当する記録はありません(2025年7月診療分まで)",
          "該当する記録はありません(2024年8月診療分まで)", "データ 2025年8月診療分まで。アレルギーなし",
          "コードなし アレルギーなし", "病名の記載がない", "服用中", "大腸癌", "大腸癌(2025年8月)", "腎機能は正常",
          "問題ありません(2025年8月診療分まで)", "リスク 12%"}) {
        INFO(wrong);
        CHECK_FALSE(check.complaints(QString::fromUtf8(wrong)).isEmpty());
    }
    for (const auto* right : {"該当する記録はありません(2025年8月診療分まで)", "記載なし 2025年8月分まで",
                              "服用中と推定", "大腸癌の疑い", "コードなし", "レセプトに検査の値はありません"}) {
        INFO(right);
        CHECK(check.complaints(QString::fromUtf8(right)).isEmpty());
    }
    CHECK(check.complaintsAboutReceipt(QStringLiteral("症状なし")).isEmpty()); // the institution's own comment
    CHECK_FALSE(check.complaintsAboutReceipt(QStringLiteral("大腸癌")).isEmpty());
}
