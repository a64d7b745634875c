#include "tests/ui_frame/samples.h"

#include "core/receipt/reader.h"

namespace kmixr::ui::test {

using namespace std::chrono;

namespace {

constexpr const char* receiptText =
    "IR,1,37,1,9910030,,オリーブ丘内科,202605,00,0877000000\n"
    "RE,1,1318,202604,丸岡　千代子,2,19420211,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,マルオカ　チヨコ\n"
    "HO,39370000,,0007314,2,1186,,,,,,,,\n"
    "SY,8835393,20170920,1,,,01\n"
    "SY,2720004,20100202,1,,,\n"
    "SI,12,1,112007410,,75,1,,,,,,,,,,,,,,,,,,,,,,1\n"
    "IY,21,1,613330003,2,2,28,,,,,,,,,,,,,,,,,,,,,,28\n"
    "SI,60,1,160012710,,18,1,,,,,,,,,,,,,,,,,,,,,,1\n";

history::SourceReceipt receiptOf(Month month, const char* id) {
    history::SourceReceipt source;
    source.id = id;
    source.text = receiptText;
    source.value = receipt::read(receiptText).receipts.at(0);
    source.value.month = month;
    return source;
}

receipt::Person person() {
    receipt::Person who;
    who.name = "丸岡　千代子";
    who.kana = "マルオカ　チヨコ";
    who.sex = receipt::Sex::Female;
    who.birth = 1942y / 2 / 11;
    return who;
}

} // namespace

const Clock& clock() {
    static const FixedClock standing(*parseRfc3339("2026-07-08T10:12:00+09:00"));
    return standing;
}

card::ReaderStatus reader(card::ReaderState state) {
    return {.state = state, .reader = "Practice Reader 00", .insertion = 1};
}

SignInFacts facts(std::optional<int> triesLeft) {
    SignInFacts all;
    all.holder.name = "香西　直樹";
    all.holder.cardName = "医師資格証";
    all.holder.pinOffice = card::PinOffice::IssuingAssociation;
    all.holder.role = "Medical Doctor";
    all.holder.validFrom = 2023y / 4 / 1;
    all.holder.validUntil = 2028y / 3 / 31;
    all.pinRule = {.minLength = 4, .maxLength = 4, .digitsOnly = true};
    all.pinState = {.triesLeft = triesLeft, .blocked = triesLeft == 0};
    all.clockOffset = milliseconds(400);
    return all;
}

protocol::SignedIn doctor() {
    protocol::SignedIn who;
    who.doctorName = "香西 直樹";
    who.doctorKana = "コウザイ ナオキ";
    who.institutionName = "オリーブ丘内科";
    who.terminalName = "端末 03";
    return who;
}

PatientHeading heading() {
    PatientHeading head;
    head.person = person();
    head.insurerName = QStringLiteral("香川県後期高齢者医療広域連合");
    head.cardEnding = QStringLiteral("K7Q2");
    head.newestMonth = 2026y / 4;
    head.presentedAt = *parseRfc3339("2026-07-08T10:11:00+09:00");
    return head;
}

std::shared_ptr<const history::History> patientHistory() {
    auto all = std::make_shared<history::History>();
    all->patient = person();
    all->today = 2026y / 7 / 8;
    all->newestMonth = 2026y / 4;
    history::InstitutionInfo clinic;
    clinic.id = receiptOf(2026y / 4, "").value.institution;
    clinic.name = "オリーブ丘内科";
    clinic.shortName = "オリーブ丘";
    all->institutions.push_back(clinic);
    all->receipts = {receiptOf(2026y / 4, "r-2"), receiptOf(2026y / 3, "r-1")};

    history::ClinicalProblem fibrillation;
    fibrillation.name = "心房細動";
    fibrillation.code = "8835393";
    fibrillation.grade = history::Grade::Treated;
    fibrillation.treatments = {"ワルファリン"};
    fibrillation.start = 2017y / 9 / 20;
    fibrillation.firstMonth = 2026y / 3;
    fibrillation.lastMonth = 2026y / 4;
    fibrillation.months = {{2026y / 3, true}, {2026y / 4, true}};
    fibrillation.evidence = {{0, 4}, {0, 7}, {0, 8}, {1, 4}, {1, 7}};
    all->problems.push_back(fibrillation);
    history::ClinicalProblem suspected = fibrillation;
    suspected.name = "甲状腺機能低下症の疑い";
    suspected.grade = history::Grade::Suspected;
    suspected.treatments.clear();
    suspected.evidence = {{0, 5}};
    all->problems.push_back(suspected);

    history::Supply fill;
    fill.start = 2026y / 4 / 16;
    fill.end = 2026y / 5 / 13;
    fill.amount = *receipt::parseQuantity("2");
    fill.quantity = 28;
    fill.code = "613330003";
    fill.name = "ワーファリン錠1mg";
    fill.evidence = {{0, 7}};
    history::MedicationCourse warfarin;
    warfarin.code = fill.code;
    warfarin.name = fill.name;
    warfarin.drugClass = "抗凝固";
    warfarin.highRiskClass = "血液凝固阻止剤";
    warfarin.unit = "錠";
    warfarin.longTerm = true;
    warfarin.supplies = {fill};
    warfarin.atDataEnd = history::DrugState::Taking;
    warfarin.today = history::DrugState::UntilDataEnd;
    warfarin.end = fill.end;
    warfarin.evidence = fill.evidence;
    all->medications.push_back(warfarin);
    all->oralIngredients = {{"3332001", "ワルファリン", {0}}};

    history::Flag flag;
    flag.id = "anticoagulant";
    flag.words = "抗凝固薬 該当あり";
    flag.icon = "capsule";
    flag.basis = history::FlagBasis::Drug;
    flag.lastMonth = 2026y / 4;
    flag.detail = "ワルファリン 4/16";
    flag.evidence = {{0, 7}};
    all->flags.push_back(flag);

    history::Examination test;
    test.name = "ＰＴ";
    test.code = "160012710";
    test.sectionNumber = "D006";
    test.group = history::ExaminationGroup::Blood;
    test.done = {{2026y / 4 / 16, 0, {0, 8}}};
    test.inTwelveMonths = 1;
    all->examinations.push_back(test);

    for (const unsigned month : {3U, 4U}) {
        history::VisitMonth visit;
        visit.month = Month(2026y, std::chrono::month(month));
        visit.days = 1;
        visit.dayNumbers = {16};
        visit.receipts = {month == 4 ? 0U : 1U};
        all->visits.push_back(visit);
    }
    for (const unsigned month : {3U, 4U, 5U, 6U, 7U}) {
        history::CoverageMonth covered;
        covered.month = Month(2026y, std::chrono::month(month));
        covered.state = month <= 4 ? history::CoverageState::Arrived : history::CoverageState::NotYet;
        all->coverage.push_back(covered);
    }
    return all;
}

MainWindow::Options options(bool practice) {
    return {.practice = practice,
            .institutionName = QStringLiteral("オリーブ丘内科"),
            .terminalName = QStringLiteral("端末 03"),
            .clock = &clock()};
}

QStringList patientWords() {
    return {QStringLiteral("丸岡"),         QStringLiteral("千代子"),   QStringLiteral("チヨコ"),
            QStringLiteral("1942"),         QStringLiteral("広域連合"), QStringLiteral("K7Q2"),
            QStringLiteral("心房細動"),     QStringLiteral("甲状腺"),   QStringLiteral("ワーファリン"),
            QStringLiteral("ワルファリン"), QStringLiteral("0007314"),  QStringLiteral("613330003")};
}

} // namespace kmixr::ui::test
