#include "tests/ui_pages/chiyoko.h"

#include "tests/ui_pages/patient_builder.h"

#include <algorithm>
#include <utility>

namespace kmixr::test {

using namespace history;

namespace {

const std::vector<int> everyMonth{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

struct Places {
    InstitutionIndex dialysis, clinic, hospital, bones, eyes, teeth, pharmacy, seaPharmacy;
};

Places addPlaces(PatientBuilder& of) {
    return {of.institution("みどり橋透析クリニック", "みどり橋透析", '1'),
            of.institution("オリーブ丘内科", "オリーブ丘", '1'),
            of.institution("瀬戸見総合病院", "瀬戸見", '1'),
            of.institution("栗見整形外科医院", "栗見整形", '1'),
            of.institution("しおかぜ眼科", "しおかぜ眼科", '1'),
            of.institution("ひうち歯科", "ひうち歯科", '3'),
            of.institution("まるがめ薬局", "まるがめ薬局", '4'),
            of.institution("なぎさ薬局", "なぎさ薬局", '4')};
}

void addProblems(PatientBuilder& of, const Places& at) {
    const auto treated = Grade::Treated;
    of.problem("慢性腎不全・維持透析中", treated, at.dialysis, day(2019, 6, 3), everyMonth, {"維持透析"}, true);
    of.problem("心房細動", treated, at.clinic, day(2017, 9, 20), everyMonth, {"ワルファリン"});
    of.problem("2型糖尿病性腎症", treated, at.clinic, day(2008, 4, 11), everyMonth, {"インスリン", "DPP-4"}, true);
    of.problem("2型糖尿病性腎症", treated, at.dialysis, day(2019, 6, 3), everyMonth, {"インスリン"});
    of.problem("本態性高血圧症", treated, at.clinic, day(2003, 5, 14), everyMonth, {"Ca拮抗", "ARB"});
    of.problem("本態性高血圧症", treated, at.dialysis, day(2019, 6, 3), everyMonth, {"Ca拮抗"});
    of.problem("陳旧性心筋梗塞", treated, at.hospital, day(2024, 3, 12), {0, 1, 4, 7, 10}, {"アスピリン"}, true);
    of.problem("慢性心不全", treated, at.hospital, day(2024, 3, 12), {0, 1, 4, 7, 10}, {"ARB"});
    of.problem("二次性副甲状腺機能亢進症", treated, at.dialysis, day(2020, 1, 8), everyMonth, {"エボカルセト"});
    of.problem("高脂血症", treated, at.clinic, day(2010, 2, 3), everyMonth, {"スタチン"});
    of.problem("両変形性膝関節症", treated, at.bones, day(2016, 11, 7), {0, 2, 4, 7, 8, 9, 11}, {"NSAIDs外用"}, true);
    of.problem("開放隅角緑内障", treated, at.eyes, day(2021, 8, 23), {0, 2, 4, 6, 8, 10}, {"点眼"}, true);
    of.problem("腎性貧血", Grade::Continuing, at.dialysis, day(2019, 6, 3), everyMonth);
    of.problem("骨粗鬆症", Grade::Continuing, at.bones, day(2018, 3, 19), {0, 2, 4, 7, 8, 9, 11});
    of.problem("歯周炎", Grade::Continuing, at.teeth, day(2025, 10, 6), {1, 5, 6}, {}, true);
    of.problem("急性上気道炎", Grade::SingleMonth, at.clinic, day(2026, 1, 15), {3});
    of.problem("便秘症", Grade::SingleMonth, at.clinic, day(2025, 8, 14), {8});
    of.problem("大腸癌の疑い", Grade::Suspected, at.clinic, day(2026, 2, 12), {2});
    of.problem("肺炎の疑い", Grade::Suspected, at.hospital, day(2026, 2, 24), {2}).suspicionGone = month(2026, 3);
    of.problem("甲状腺機能低下症の疑い", Grade::Suspected, at.clinic, day(2025, 9, 18), {7});
    const std::pair<const char*, InstitutionIndex> past[] = {
        {"肺炎", at.hospital},  {"大腿骨頸部骨折", at.hospital}, {"急性心筋梗塞", at.hospital},
        {"白内障", at.eyes},    {"帯状疱疹", at.clinic},         {"膀胱炎", at.clinic},
        {"腰部打撲", at.bones}, {"根尖性歯周炎", at.teeth},      {"結膜炎", at.eyes}};
    int months = 5;
    for (const auto& [name, where] : past) {
        auto& problem = of.problem(name, Grade::Past, where, day(2025 - months / 5, 11, 18), {months});
        problem.outcome = months == 5 ? receipt::DiseaseOutcome::Cured : receipt::DiseaseOutcome::Stopped;
        months += 4;
    }
}

std::vector<Day> monthly(unsigned dayOfMonth, int count, int step = 1) {
    std::vector<Day> days;
    for (int i = count - 1; i >= 0; --i) {
        const Month of = month(2026, 4) - std::chrono::months(i * step);
        days.push_back(Day{of / std::chrono::day{dayOfMonth}});
    }
    return days;
}

std::vector<Day> every(int days, Day last, int count) {
    std::vector<Day> result;
    for (int i = count - 1; i >= 0; --i)
        result.push_back(addDays(last, -days * i));
    return result;
}

void addDrugs(PatientBuilder& of, const Places& at) {
    const auto d = [](unsigned m, unsigned n) { return day(2026, m, n); };
    of.drug({"抗凝固", "ワーファリン錠1mg", "ワルファリンカリウム", "錠", 20, 28, at.clinic, DrugUse::Oral,
             "血液凝固阻止剤"},
            every(28, d(4, 16), 13));
    of.drug(
        {"抗血小板", "バイアスピリン錠100mg", "アスピリン", "錠", 10, 90, at.hospital, DrugUse::Oral, "血液凝固阻止剤"},
        every(90, d(4, 17), 5));
    of.drug({"インスリン", "ランタスXR注ソロスター", "インスリン グラルギン", "本", 10, 1, at.clinic,
             DrugUse::HomeInjection, "膵臓ホルモン剤"},
            every(28, d(4, 16), 12));
    of.drug({"糖尿病", "トラゼンタ錠5mg", "リナグリプチン", "錠", 10, 28, at.clinic, DrugUse::Oral, "糖尿病用剤"},
            every(28, d(4, 16), 13));
    of.drug({"高血圧", "アムロジピンOD錠5mg「瀬戸」", "アムロジピン", "錠", 10, 28, at.clinic},
            every(28, d(4, 16), 13));
    of.drug({"高血圧", "アムロジピン錠2.5mg「讃」", "アムロジピン", "錠", 10, 14, at.dialysis}, every(14, d(4, 28), 5));
    of.drug({"高血圧", "オルメサルタンOD錠20mg「讃」", "オルメサルタン", "錠", 10, 90, at.hospital},
            every(90, d(4, 17), 5));
    of.drug({"胃酸", "ランソプラゾールOD錠15mg「瀬戸」", "ランソプラゾール", "錠", 10, 90, at.hospital},
            every(90, d(4, 17), 5));
    of.drug({"胃酸", "タケキャブ錠10mg", "ボノプラザン", "錠", 10, 28, at.clinic}, every(28, d(4, 16), 3));
    of.drug({"リン吸着", "炭酸ランタンOD錠250mg「讃」", "炭酸ランタン", "錠", 30, 14, at.dialysis},
            every(14, d(4, 28), 26));
    auto& evocalcet =
        of.drug({"副甲状腺", "オルケディア錠2mg", "エボカルセト", "錠", 10, 14, at.dialysis}, every(14, d(4, 28), 17));
    for (std::size_t i = 0; i < 11; ++i) {
        evocalcet.supplies[i].name = "オルケディア錠1mg";
        evocalcet.supplies[i].code = "622700001";
    }
    of.drug({"脂質", "アトルバスタチン錠10mg「瀬戸」", "アトルバスタチン", "錠", 10, 28, at.clinic},
            every(28, d(4, 16), 13));
    of.drug({"便秘", "グーフィス錠5mg", "エロビキシバット", "錠", 20, 28, at.clinic}, every(28, d(4, 16), 10));
    of.drug({"睡眠", "デエビゴ錠2.5mg", "レンボレキサント", "錠", 10, 28, at.clinic}, every(28, d(4, 16), 8));
    of.drug(
        {"鎮痛貼付", "ロキソプロフェンNaテープ100mg「讃」", "ロキソプロフェン", "枚", 350, 1, at.bones,
         DrugUse::External},
        {day(2025, 5, 14), day(2025, 7, 9), day(2025, 8, 6), day(2025, 9, 11), day(2025, 12, 16), d(2, 18), d(4, 21)});
    of.drug({"緑内障", "ラタノプロスト点眼液0.005%「瀬戸」", "ラタノプロスト", "mL", 25, 1, at.eyes, DrugUse::External},
            monthly(9, 6, 2));
    of.drug({"抗菌", "クラリスロマイシン錠200mg「瀬戸」", "クラリスロマイシン", "錠", 20, 5, at.teeth}, {d(4, 28)});
    of.drug({"鎮痛", "カロナール錠200", "アセトアミノフェン", "錠", 20, 5, at.teeth, DrugUse::AsNeeded}, {d(4, 28)});
    for (const char* ended :
         {"クロピドグレル錠75mg", "フロセミド錠20mg", "レバミピド錠100mg", "メチコバール錠500μg", "ゾルピデム錠5mg"})
        of.drug({"", ended, "", "錠", 10, 28, at.hospital}, every(28, day(2025, 9, 1), 3));
    for (const char* given : {"ヘパリンNa透析用500単位/mL", "エポエチンアルファBS注750シリンジ",
                              "マキサカルシトール静注透析用", "フェジン静注40mg", "生理食塩液1L"})
        of.drug({"", given, "", "管", 10, 1, at.dialysis, DrugUse::DuringAct}, every(28, d(4, 28), 12));
    of.duplicate('A', DuplicateLevel::SameIngredientRoute, 4, 5, d(3, 5), d(5, 11));
    of.duplicate('B', DuplicateLevel::SameClass, 7, 8, d(2, 19), d(5, 13));
    // As core/history counts: 14 days and more by mouth, not ended; two strengths of one ingredient once.
    for (std::uint32_t i = 0; i < of.history.medications.size(); ++i) {
        const auto& drug = of.history.medications[i];
        if (drug.use != DrugUse::Oral || !drug.longTerm || drug.today == history::DrugState::Ended)
            continue;
        auto& counted = of.history.oralIngredients;
        const auto place = std::find_if(counted.begin(), counted.end(),
                                        [&drug](const auto& one) { return one.key == drug.genericName; });
        (place == counted.end() ? counted.emplace_back(drug.genericName, drug.genericName) : *place).drugs.push_back(i);
    }
}

void addProcedures(PatientBuilder& of, const Places& at) {
    using G = ProcedureGroup;
    for (int i = 0; i < 83; ++i) {
        const Month when = month(2026, 4) - std::chrono::months(i);
        of.procedure(G::Treatment, "人工腎臓(慢性維持透析1)", "J038", Day{when / std::chrono::day{28}}, 13, at.dialysis,
                     Kind::MedicalOutpatient);
    }
    of.procedure(G::Home, "在宅自己注射指導管理料", "C101", day(2026, 4, 16), 1, at.clinic, Kind::MedicalOutpatient);
    of.procedure(G::Management, "慢性維持透析患者外来医学管理料", "B001", day(2026, 4, 28), 1, at.dialysis,
                 Kind::MedicalOutpatient);
    of.procedure(G::ImagingEndoscopy, "胸部CT(単純)", "E200", day(2026, 2, 24), 1, at.hospital,
                 Kind::MedicalOutpatient);
    of.procedure(G::ImagingEndoscopy, "胸部CT(単純)", "E200", day(2025, 11, 18), 2, at.hospital, Kind::Dpc);
    of.procedure(G::Treatment, "酸素吸入", "J024", day(2025, 11, 18), 4, at.hospital, Kind::Dpc);
    of.procedure(G::Treatment, "歯周基本治療", "I011", day(2025, 10, 20), 3, at.teeth, Kind::Dental);
    of.procedure(G::Surgery, "経皮的冠動脈ステント留置術", "K549", day(2024, 2, 28), 1, at.hospital, Kind::Dpc);
    of.procedure(G::ImagingEndoscopy, "冠動脈造影", "D206", day(2024, 2, 27), 1, at.hospital, Kind::Dpc);
    of.procedure(G::Anaesthesia, "閉鎖循環式全身麻酔", "L008", day(2022, 11, 9), 1, at.hospital, Kind::Dpc);
    of.procedure(G::Surgery, "骨折観血的手術(大腿)左", "K046", day(2022, 11, 9), 1, at.hospital, Kind::Dpc);
    of.procedure(G::ImagingEndoscopy, "股関節MRI", "E202", day(2022, 11, 8), 1, at.hospital, Kind::Dpc);
    of.procedure(G::Surgery, "水晶体再建術(眼内レンズ挿入)右", "K282", day(2021, 10, 14), 1, at.eyes,
                 Kind::MedicalOutpatient);
    of.procedure(G::Anaesthesia, "脊椎麻酔", "L004", day(2019, 5, 22), 1, at.hospital, Kind::Dpc);
    of.procedure(G::Surgery, "内シャント設置術", "K612", day(2019, 5, 22), 1, at.hospital, Kind::Dpc);
    of.procedure(G::Surgery, "生体腎移植術(提供者の療養上の費用)加算", "K780-2", day(2018, 5, 22), 1, at.hospital,
                 Kind::MedicalInpatient)
        .exclusion = "提供者の費用です";
    std::stable_sort(of.history.procedures.begin(), of.history.procedures.end(),
                     [](const auto& a, const auto& b) { return a.day > b.day; });
    const std::pair<Day, Day> stays[] = {{day(2019, 5, 20), day(2019, 6, 1)},
                                         {day(2022, 11, 8), day(2022, 12, 20)},
                                         {day(2024, 2, 27), day(2024, 3, 12)},
                                         {day(2025, 11, 18), day(2025, 11, 29)}};
    for (const auto& [from, to] : stays) {
        for (Month when = monthOf(from); when <= monthOf(to); when += std::chrono::months(1)) {
            VisitMonth visit{at.hospital, when, 0, true, {}, {}, {of.line(at.hospital, when).receipt}};
            for (Day d = std::max(from, firstOf(when)); d <= std::min(to, lastOf(when)); d = addDays(d, 1))
                visit.dayNumbers.push_back(static_cast<int>(unsigned(d.day())));
            visit.days = static_cast<int>(visit.dayNumbers.size());
            of.history.visits.push_back(visit);
        }
    }
}

void addTests(PatientBuilder& of, const Places& at) {
    using G = ExaminationGroup;
    const auto c = [&at](int y, unsigned m, unsigned d) { return std::pair(day(y, m, d), at.clinic); };
    const auto h = [&at](int y, unsigned m, unsigned d) { return std::pair(day(y, m, d), at.hospital); };
    const auto e = [&at](int y, unsigned m, unsigned d) { return std::pair(day(y, m, d), at.eyes); };
    const auto b = [&at](int y, unsigned m, unsigned d) { return std::pair(day(y, m, d), at.bones); };
    const std::vector s1{c(2025, 9, 18), c(2025, 10, 16), c(2025, 11, 20), c(2025, 12, 18),
                         c(2026, 1, 15), c(2026, 2, 12),  c(2026, 3, 12),  c(2026, 4, 16)};
    auto pt = s1;
    for (const unsigned m : {5U, 6U, 7U, 8U})
        pt.push_back(c(2025, m, 15));
    of.test(G::Blood, "PT", pt);
    of.test(G::Blood, "末梢血液一般",
            {c(2025, 9, 18), h(2025, 11, 18), c(2026, 1, 15), h(2026, 2, 24), h(2026, 4, 17)});
    of.test(G::Blood, "凝固 APTT", {h(2025, 11, 18), h(2026, 2, 24)});
    of.test(G::Chemistry, "HbA1c",
            {c(2025, 7, 15), c(2025, 9, 18), c(2025, 11, 20), c(2026, 1, 15), c(2026, 3, 12), c(2026, 4, 16)});
    of.test(G::Chemistry, "グルコース", s1);
    of.test(G::Chemistry, "LDL-コレステロール", {c(2025, 10, 16), c(2026, 1, 15), c(2026, 4, 16)});
    of.test(G::Hormone, "BNP", {h(2025, 11, 18), h(2026, 2, 24), h(2026, 4, 17)});
    of.test(G::Hormone, "TSH", {c(2025, 9, 18)});
    of.test(G::Infection, "HBs抗原", {h(2025, 11, 18)});
    of.test(G::UrineStool, "便潜血", {c(2026, 2, 12)});
    of.test(G::Physiology, "心電図12誘導",
            {h(2025, 11, 18), c(2026, 1, 15), h(2026, 2, 24), c(2026, 4, 16), h(2026, 4, 17)});
    of.test(G::Physiology, "心エコー", {h(2025, 11, 18), h(2026, 2, 24)});
    of.test(G::Other, "精密眼圧",
            {e(2025, 6, 12), e(2025, 8, 14), e(2025, 10, 9), e(2025, 12, 11), e(2026, 2, 12), e(2026, 4, 9)});
    of.test(G::Other, "精密眼底検査(両)", {e(2025, 10, 9), e(2026, 4, 9)});
    of.test(G::Imaging, "単純撮影(膝)", {b(2025, 9, 11), b(2026, 1, 22)});
    of.test(G::Imaging, "胸部CT(単純)", {h(2025, 11, 18), h(2026, 2, 24)});
    of.history.bundledFees.push_back({"透析の管理料に含まれる検査は個別に現れません",
                                      "慢性維持透析患者外来医学管理料",
                                      at.dialysis,
                                      month(2019, 6),
                                      month(2026, 4),
                                      {of.line(at.dialysis, month(2026, 4))}});
    of.test(G::Chemistry, "生化学的検査(1)判断料", s1);
    of.history.examinations.back().feeOnly = true;
}

void addRest(PatientBuilder& of, const Places& at) {
    of.visits(at.dialysis, {13, 13, 14, 13, 13, 14, 12, 13, 13, 12, 13, 13});
    of.visits(at.clinic, {1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1});
    of.visits(at.hospital, {0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1});
    of.visits(at.bones, {1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 1});
    of.visits(at.eyes, {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
    of.visits(at.teeth, {0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 1, 0});
    of.visits(at.pharmacy, {1, 2, 1, 2, 2, 2, 1, 2, 1, 2, 1, 2});
    of.visits(at.seaPharmacy, {1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2});
    of.coverage(11);
    of.flag("維持透析の算定あり", "dialysis", FlagBasis::Act, month(2026, 4), at.dialysis);
    of.flag("抗凝固薬 該当あり", "capsule", FlagBasis::Drug, month(2026, 4), at.clinic, "ワルファリン");
    of.flag("抗血小板薬 該当あり", "capsule", FlagBasis::Drug, month(2026, 4), at.hospital, "アスピリン");
    of.flag("インスリン自己注射", "syringe", FlagBasis::Act, month(2026, 4), at.clinic);
    of.flag("冠動脈ステント 2年4か月", "stent", FlagBasis::Act, month(2024, 2), at.hospital);
    of.flag("造影剤アレルギー", "allergy", FlagBasis::Name, month(2024, 2), at.hospital);
    RiskPack pack{"COVID-19 重症化リスク因子", "手引き 第10.1版", {}};
    const auto add = [&pack, &of, &at](RiskAnswer answer, const char* name, const char* basis = "") {
        pack.factors.push_back({name, answer, basis, {}});
        if (answer == RiskAnswer::Recorded)
            pack.factors.back().evidence.push_back(of.line(at.clinic, month(2026, 4)));
    };
    add(RiskAnswer::Recorded, "65歳以上", "84歳");
    add(RiskAnswer::Recorded, "腎臓病・透析", "算定");
    add(RiskAnswer::Recorded, "糖尿病", "病名+投薬");
    add(RiskAnswer::Recorded, "高血圧症", "病名+投薬");
    add(RiskAnswer::Recorded, "心疾患", "病名+手術");
    add(RiskAnswer::Recorded, "脂質異常症", "病名+投薬");
    for (const char* name : {"がん", "COPD", "脳血管疾患", "移植", "免疫抑制"})
        add(RiskAnswer::NotRecorded, name);
    for (const char* name : {"BMI 30以上", "喫煙", "妊娠後期", "免疫不全の程度"})
        add(RiskAnswer::CannotKnow, name);
    of.history.riskPacks.push_back(std::move(pack));
}

} // namespace

history::History chiyokoValue() {
    PatientBuilder of(day(2026, 7, 8), month(2026, 4));
    of.history.patient = {"丸岡 千代子", "マルオカ チヨコ", receipt::Sex::Female, day(1942, 2, 11)};
    const Places at = addPlaces(of);
    addProblems(of, at);
    addDrugs(of, at);
    addProcedures(of, at);
    addTests(of, at);
    addRest(of, at);
    return std::move(of.history);
}

std::shared_ptr<const history::History> chiyoko() {
    return std::make_shared<history::History>(chiyokoValue());
}

} // namespace kmixr::test
