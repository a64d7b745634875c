// Small words: folding for search, doses, strengths, estimates, stays.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/patient_builder.h"
#include "tests/ui_pages/said.h"
#include "ui/details/fold.h"
#include "ui/details/medication_model.h"
#include "ui/details/stays.h"
#include "ui/details/type_face.h"
#include "ui/details/words.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using ui::Words;

TEST_CASE("search folds width, capitals and kana") {
    CHECK(ui::folded(QStringLiteral("ＨｂＡ１ｃ")) == QStringLiteral("hba1c"));
    CHECK(ui::folded(QStringLiteral("わるふぁりん")) == ui::folded(QStringLiteral("ﾜﾙﾌｧﾘﾝ")));
    CHECK(
        ui::SearchQuery(QStringLiteral("おりーぶ　糖尿")).foundIn(ui::folded(QStringLiteral("2型糖尿病 オリーブ丘"))));
    CHECK(ui::SearchQuery(QStringLiteral("２型")).foundIn(ui::folded(QStringLiteral("2型糖尿病"))));
    CHECK_FALSE(ui::SearchQuery(QStringLiteral("1型")).foundIn(ui::folded(QStringLiteral("2型糖尿病"))));
    CHECK(ui::SearchQuery(QString()).foundIn(QString()));
}

TEST_CASE("text of receipts for the screen: half width, and no exchanged signs") {
    CHECK(Words::shown("アムロジピンＯＤ錠５ｍｇ「トーワ」") == QStringLiteral("アムロジピンOD錠5mg「トーワ」"));
    CHECK(Words::shown("インスリン（１ｍＬ≧１００単位）") == QStringLiteral("インスリン(1mL≧100単位)"));
    CHECK(Words::shown("≥ ≤") == QStringLiteral("≧ ≦"));
}

TEST_CASE("a span over the turn of a year says both years") {
    const auto on = [](int year, unsigned month, unsigned day) {
        return Day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    };
    const Day today = on(2025, 10, 8);
    CHECK(Words::span(on(2025, 3, 5), on(2025, 5, 11), today) == QStringLiteral("3/5〜5/11"));
    CHECK(Words::span(on(2023, 2, 13), on(2025, 9, 2), today) == QStringLiteral("2023/2/13〜2025/9/2"));
    CHECK(Words::span(on(2024, 3, 5), on(2024, 5, 11), today) == QStringLiteral("2024/3/5〜5/11"));
}

TEST_CASE("strength in a drug's name") {
    CHECK(Words::strength(QStringLiteral("アムロジピンOD錠2.5mg「讃」")) == QStringLiteral("2.5mg"));
    CHECK(Words::strength(QStringLiteral("ラタノプロスト点眼液0.005%")) == QStringLiteral("0.005%"));
    CHECK(Words::strength(QStringLiteral("ノボラピッド注フレックスペン 300単位")) == QStringLiteral("300単位"));
    CHECK(Words::strength(QStringLiteral("ツムラ大建中湯")).isEmpty());
}

TEST_CASE("doses and today's estimate") {
    const auto history = test::chiyoko();
    const auto& drugs = history->medications;
    CHECK(Words::dose(drugs[0]) == QStringLiteral("2錠×28日"));
    CHECK(Words::dose(drugs[2]) == QStringLiteral("1本(14日)"));
    CHECK(Words::dose(drugs[14]) == QStringLiteral("35枚"));
    CHECK(Words::dose(drugs[15]) == QStringLiteral("2.5mL"));
    CHECK(Words::todaysEstimate(drugs[0], history->today) == QStringLiteral("日数切れ 56日"));
    CHECK(Words::todaysEstimate(drugs[1], history->today) == QStringLiteral("残 8日"));
    CHECK(Words::todaysEstimate(drugs[2], history->today) == QStringLiteral("14日と推定"));
    CHECK(Words::todaysEstimate(drugs[18], history->today).startsWith(QStringLiteral("終了と推定")));
    CHECK(Words::dose({}).isEmpty());
}

TEST_CASE("§3.2 a supply of which only the month is known says so, and no day or length is made up") {
    history::History value;
    value.institutions.push_back({{}, "オリーブ丘内科", "オリーブ丘"});
    value.medications.emplace_back();
    auto& course = value.medications.back();
    course.name = "テスト錠";
    course.unit = "錠";
    history::Supply supply; // 14 days given on a day of August: perhaps from the first, perhaps from the last on
    supply.name = "テスト錠";
    supply.start = test::day(2025, 8, 1);
    supply.end = test::day(2025, 9, 13);
    supply.dayUnknown = true;
    supply.quantity = 14;
    supply.amount = {300'000};
    course.supplies = {supply};
    course.end = supply.end;
    course.today = history::DrugState::Taking;
    const Day today = test::day(2025, 9, 1);
    CHECK(Words::dose(course) == QStringLiteral("3錠×14日"));
    CHECK(Words::todaysEstimate(course, today) == QStringLiteral("日付不明(8月中)"));
    CHECK(Words::until(course) == QStringLiteral("日付不明(8月中)"));
    CHECK(Words::days(supply) == 14);
    ui::MedicationModel model;
    model.setHistory(std::make_shared<const history::History>(value));
    model.setFilter(ui::DrugFilter::All);
    REQUIRE(model.rowCount() == 1);
    CHECK(model.fillWords(0, 0) == QStringLiteral("テスト錠、2025年8月 日付不明(8月中)、14日分、オリーブ丘内科"));
    CHECK(model.askFill(0, 0).title == QStringLiteral("テスト錠 — 2025年8月"));
    for (const QString& text : test::everyText(model)) {
        INFO(text.toStdString());
        CHECK_FALSE(text.contains(QStringLiteral("9月13日")));
        CHECK_FALSE(text.contains(QStringLiteral("8月1日")));
    }
}

TEST_CASE("§3.2 drugs taken weekly are told by dose, their period as the days it is reckoned at") {
    history::MedicationCourse course;
    course.unit = "錠";
    history::Supply supply; // four doses, one a week
    supply.start = test::day(2025, 8, 20);
    supply.end = test::day(2025, 9, 16);
    supply.estimatedPeriod = true;
    supply.quantity = 4;
    supply.amount = {400'000};
    course.supplies = {supply};
    course.end = supply.end;
    course.today = history::DrugState::Taking;
    CHECK(Words::dose(course) == QStringLiteral("4錠×4回"));
    CHECK(Words::todaysEstimate(course, test::day(2025, 9, 1)) == QStringLiteral("28日と推定"));
}

TEST_CASE("the last day of a supply counts as a day left") {
    history::MedicationCourse course;
    course.supplies.emplace_back();
    course.today = history::DrugState::Taking;
    course.end = test::day(2026, 7, 8);
    CHECK(Words::todaysEstimate(course, test::day(2026, 7, 8)) == QStringLiteral("残 1日"));
    course.today = history::DrugState::UntilDataEnd;
    CHECK(Words::todaysEstimate(course, test::day(2026, 7, 9)) == QStringLiteral("日数切れ 1日"));
}

TEST_CASE("stays over the turn of a month are one; days without numbers count from admission") {
    auto history = test::chiyokoValue();
    auto stays = ui::staysOf(history);
    REQUIRE(stays.size() == 4);
    CHECK(stays[1].from == test::day(2022, 11, 8));
    CHECK(stays[1].to == test::day(2022, 12, 20));
    CHECK(stays[1].days() == 43);
    CHECK(ui::stayAt(stays, 2, test::day(2024, 3, 1), false) == &stays[2]);
    CHECK(ui::stayAt(stays, 2, test::day(2024, 2, 1), false) == nullptr);
    CHECK(ui::stayAt(stays, 2, test::day(2024, 2, 1), true) == &stays[2]);
    CHECK(ui::stayAt(stays, 1, test::day(2024, 3, 1), false) == nullptr);

    for (auto& visit : history.visits) {
        if (visit.inpatient && visit.month == test::month(2025, 11)) {
            visit.dayNumbers.clear();
            history.receipts[visit.receipts.front()].value.admitted = test::day(2025, 11, 18);
        }
    }
    stays = ui::staysOf(history);
    CHECK(stays.back().from == test::day(2025, 11, 18));
    CHECK(stays.back().to == test::day(2025, 11, 29));
}

TEST_CASE("no line ends inside the maker's name") {
    const QString name = QStringLiteral("ラタノプロスト点眼液0.005%「キッセイ」");
    for (int width = 80; width < ui::TypeFace::width(ui::faces::body, name); width += 7) {
        const QStringList lines = ui::TypeFace::broken(ui::faces::body, name, width);
        CHECK(lines.join(QString()) == name);
        CHECK(lines.constLast().contains(QStringLiteral("「キッセイ」")));
    }
}

TEST_CASE("long names break into lines that each fit") {
    const QString name =
        QStringLiteral("ロキソプロフェンナトリウム水和物長期保存用徐放性配合剤カプセル100mg「長寿製薬」");
    const QStringList lines = ui::TypeFace::broken(ui::faces::body, name, 200);
    CHECK(lines.size() >= 3);
    for (const QString& line : lines)
        CHECK(ui::TypeFace::width(ui::faces::body, line) <= 200);
    CHECK(lines.join(QString()) == name);
    CHECK(ui::TypeFace::lines(ui::faces::body, QStringLiteral("短い"), 200) == 1);
}
