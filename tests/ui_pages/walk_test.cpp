// §0 of the clinical rules on every page of every practice person, as a screen reader would hear it: nothing is said to
// be absent without its month, no suspected name stands without its suspicion, nothing is taken without being an
// estimate, and no number is invented.
#include "tests/core_history/people.h"
#include "tests/ui_pages/said.h"
#include "ui/details/controls.h"
#include "ui/details/diseases_page.h"
#include "ui/details/examinations_page.h"
#include "ui/details/medication_page.h"
#include "ui/details/procedures_page.h"
#include "ui/details/words.h"
#include "ui/facing/facing_page.h"
#include "ui/search/search_page.h"
#include "ui/sheet/sheet_page.h"
#include "ui/summary/summary_page.h"
#include "ui/timeline/timeline_page.h"

#include <QRegularExpression>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using history::Grade;
using history::History;

namespace {

/// Names that come from masters and receipts: what they say is not our sentence.
struct Names {
    QStringList ofOthers;  ///< drugs, acts, tests, institutions, diagnosed diseases; the longest first
    QStringList suspected; ///< without の疑い

    explicit Names(const History& of) {
        QSet<QString> all;
        const auto add = [&all](const std::string& name) {
            const QString shown = ui::Words::shown(name);
            if (shown.size() > 1)
                all.insert(shown);
        };
        for (const auto& drug : of.medications) {
            add(drug.name);
            if (const QString generic = ui::Words::generic(drug); generic.size() > 1)
                all.insert(generic);
            for (const auto& supply : drug.supplies)
                add(supply.name);
        }
        for (const auto& act : of.procedures) {
            add(act.name);
            for (const auto& detail : act.details)
                add(detail);
        }
        for (const auto& test : of.examinations)
            add(test.name);
        for (const auto& fee : of.bundledFees)
            add(fee.fee);
        for (const auto& pack : of.riskPacks)
            add(pack.title);
        for (const auto& at : of.institutions)
            add(at.name);
        for (const auto& problem : of.problems) {
            if (problem.grade != Grade::Suspected)
                add(problem.name);
        }
        ofOthers = all.values();
        std::sort(ofOthers.begin(), ofOthers.end(),
                  [](const QString& a, const QString& b) { return a.size() > b.size(); });
        for (const auto& problem : of.problems) {
            if (problem.grade != Grade::Suspected)
                continue;
            QString name = ui::Words::shown(problem.name);
            name.remove(QStringLiteral("の疑い")).remove(QRegularExpression(QStringLiteral("[\\((].*[\\))]$")));
            if (name.size() > 1 && !name.contains(u'疑'))
                suspected << name;
        }
    }

    [[nodiscard]] QString ownWords(QString line) const {
        for (const QString& name : ofOthers)
            line.replace(name, QStringLiteral("〓"));
        return line;
    }
};

class Walk {
public:
    explicit Walk(const History& of) : names_(of) {}

    void read(const QString& where, const QStringList& said) {
        for (const QString& text : said) {
            if (seen_.contains(text))
                continue;
            seen_.insert(text);
            check(where, QString(text).replace(u'\n', u' '));
        }
    }
    [[nodiscard]] qsizetype lines() const { return seen_.size(); }

private:
    void check(const QString& where, const QString& line) const {
        static const QRegularExpression month(QStringLiteral("[0-9]+月|[0-9]+/[0-9]+"));
        const QString own = names_.ownWords(line);
        const auto fail = [&](const char* why) {
            FAIL_CHECK(why << ": " << where.toStdString() << ": " << line.toStdString());
        };
        if ((own.contains(QStringLiteral("なし")) || own.contains(QStringLiteral("ありません")) ||
             own.contains(QStringLiteral("見つかりません"))) &&
            !own.contains(month) && !allowedAbsence(own))
            fail("absence without a month");
        if (own.contains(QStringLiteral("服用中")) && !own.contains(QStringLiteral("推定")))
            fail("taken without an estimate");
        for (const QString& name : names_.suspected) {
            if (own.contains(name) && !own.contains(u'疑'))
                fail("a suspected name without its suspicion");
        }
        for (const auto* word : {"正常", "問題ありません", "必ず", "%", "%", "スコア", "確率"}) {
            if (own.contains(QString::fromUtf8(word)))
                fail("a word that claims too much");
        }
    }

    /// What is said of the screen or of receipts as such, not of a patient.
    static bool allowedAbsence(const QString& line) {
        static const QStringList allowed{QStringLiteral("レセプトに検査の値はありません"),
                                         QStringLiteral("この条件に合う行はありません"), QStringLiteral("コードなし"),
                                         QStringLiteral("この下に行はありません"), // of the screen
                                         QStringLiteral("移植を受けた記録ではありません")};
        return std::any_of(allowed.begin(), allowed.end(), [&](const QString& words) { return line.contains(words); });
    }

    Names names_;
    QSet<QString> seen_;
};

void readPage(Walk& walk, const QString& where, QWidget& page) {
    walk.read(where, test::spokenTexts(page));
    for (const auto* model : page.findChildren<ui::HistoryModel*>())
        walk.read(where, test::everyText(*model));
}

template <class Page>
void walkPage(Walk& walk, const char* name, const std::shared_ptr<const History>& history) {
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

TEST_CASE("§0 no page of any practice person claims more than receipts know") {
    REQUIRE(history::test::practicePeople().size() == 26);
    for (const auto& [id, history] : history::test::practicePeople()) {
        INFO(id);
        Walk walk(*history);
        walkPage<ui::SummaryPage>(walk, "summary", history);
        walkPage<ui::DiseasesPage>(walk, "diseases", history);
        walkPage<ui::ProceduresPage>(walk, "procedures", history);
        walkPage<ui::MedicationPage>(walk, "medication", history);
        walkPage<ui::ExaminationsPage>(walk, "examinations", history);
        walkPage<ui::TimelinePage>(walk, "timeline", history);
        walkPage<ui::SheetPage>(walk, "sheet", history);
        walkPage<ui::FacingPage>(walk, "facing", history);
        walkPage<ui::SearchPage>(walk, "search", history);
        ui::SearchPage search; // everything it can find: each letter of the readings, and the codes
        search.setHistory(history);
        test::present(search);
        for (const auto* typed : {"の", "1", "6", "病", "錠", "症", "ア", "し", "疑"}) {
            search.findChild<ui::SearchField*>()->setText(QString::fromUtf8(typed));
            readPage(walk, QStringLiteral("search ") + QString::fromUtf8(typed), search);
        }
        CHECK(walk.lines() > 60);
    }
}
