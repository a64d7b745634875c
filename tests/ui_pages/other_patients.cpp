#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/patient_builder.h"

namespace kmixr::test {

using namespace history;

std::shared_ptr<const History> nobodysReceipts() {
    auto history = std::make_shared<History>();
    history->patient = {"白紙 太郎", "ハクシ タロウ", receipt::Sex::Male, day(1989, 1, 7)};
    history->today = day(2026, 7, 8);
    return history;
}

std::shared_ptr<const History> threeReceipts() {
    PatientBuilder of(day(2026, 7, 8), month(2026, 4));
    of.history.patient = {"三木 小枝", "ミキ サエ", receipt::Sex::Female, day(2019, 5, 1)};
    const auto clinic = of.institution("つくし野小児科", "つくし野小児科", '1');
    const auto pharmacy = of.institution("白砂みなと薬局", "白砂みなと", '4');
    of.problem("急性上気道炎", Grade::SingleMonth, clinic, day(2026, 4, 9), {0}, {"去痰"}, true);
    of.problem("インフルエンザの疑い", Grade::Suspected, clinic, day(2026, 4, 9), {0});
    of.drug({"去痰", "ムコダインDS50%", "カルボシステイン", "ｇ", 8, 5, clinic}, {day(2026, 4, 9)});
    of.test(ExaminationGroup::Infection, "インフルエンザウイルス抗原定性", {{day(2026, 4, 9), clinic}});
    of.visits(clinic, {2});
    of.visits(pharmacy, {1});
    of.coverage(0);
    return std::make_shared<History>(std::move(of.history));
}

std::shared_ptr<const History> longLife(int receipts) {
    PatientBuilder of(day(2026, 7, 8), month(2026, 4));
    of.history.patient = {"長生 百歳", "ナガイキ モモトシ", receipt::Sex::Male, day(1921, 3, 15)};
    constexpr int places = 11;
    for (int i = 0; i < places; ++i) {
        const std::string number = std::to_string(i + 1);
        of.institution("医療法人青空会 第" + number + "青空総合病院附属クリニック", "青空" + number,
                       i < 8 ? '1' : (i == 8 ? '3' : '4'));
    }
    const int perMonth = std::max(1, receipts / 120);
    for (int back = 119; back >= 0; --back) {
        const Month when = month(2026, 4) - std::chrono::months(back);
        for (int i = 0; i < perMonth; ++i)
            of.line(static_cast<InstitutionIndex>(i % places), when + std::chrono::months((i / places) % 2));
    }
    std::vector<int> all(120);
    for (int i = 0; i < 120; ++i)
        all[static_cast<std::size_t>(i)] = i;
    for (int i = 0; i < 120; ++i) {
        const auto grade = static_cast<Grade>(i % 5);
        const auto where = static_cast<InstitutionIndex>(i % 8);
        const std::string name =
            "長い名前を持つ慢性疾患その" + std::to_string(i) + (grade == Grade::Suspected ? "の疑い" : "");
        of.problem(name, grade, where, day(2016, 5, 1), all,
                   grade == Grade::Treated ? std::vector<std::string>{"治療薬"} : std::vector<std::string>{});
    }
    for (int i = 0; i < 60; ++i) {
        std::vector<Day> fills;
        for (int n = 0; n < 120; ++n)
            fills.push_back(addDays(day(2026, 4, 20 - i % 15), -28 * (119 - n)));
        of.drug(
            {i % 3 == 0 ? "高血圧" : "",
             "ロキソプロフェンナトリウム水和物長期保存用徐放性配合剤カプセル" + std::to_string(i) + "mg「長寿製薬」",
             "一般名" + std::to_string(i), "錠", 10, 28, static_cast<InstitutionIndex>(i % 8)},
            fills);
    }
    for (int i = 0; i < 40; ++i) {
        std::vector<std::pair<Day, InstitutionIndex>> done;
        for (int n = 0; n < 120; n += 1 + i % 3)
            done.emplace_back(
                Day{(month(2026, 4) - std::chrono::months(n)) / std::chrono::day{1U + static_cast<unsigned>(i % 25)}},
                static_cast<InstitutionIndex>(i % 8));
        of.test(static_cast<ExaminationGroup>(i % 11), "検査項目の名前その" + std::to_string(i), done);
    }
    for (int n = 0; n < 120; ++n) {
        for (int i = 0; i < 6; ++i)
            of.procedure(static_cast<ProcedureGroup>(i), "処置の名前その" + std::to_string(i + n % 7 * 10), "J038",
                         Day{(month(2026, 4) - std::chrono::months(n)) / std::chrono::day{15}}, 1 + n % 4,
                         static_cast<InstitutionIndex>(i), Kind::MedicalOutpatient);
    }
    for (int i = 0; i < places; ++i)
        of.visits(static_cast<InstitutionIndex>(i), std::vector<int>(120, 1 + i));
    of.coverage(119);
    for (int i = 0; i < 10; ++i)
        of.flag("旗の言葉その" + std::to_string(i), "warning", FlagBasis::Act, month(2026, 4), 0);
    return std::make_shared<History>(std::move(of.history));
}

} // namespace kmixr::test
