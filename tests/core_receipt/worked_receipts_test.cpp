// The three worked receipts: every sum and every field that a page will show.
#include "core/receipt/reader.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;

namespace {

Receipt only(std::string_view text) {
    ReadResult result = read(text);
    REQUIRE(result.unread.empty());
    REQUIRE(result.receipts.size() == 1);
    return std::move(result.receipts.front());
}

} // namespace

TEST_CASE("E.1: an out-patient receipt is read whole") {
    const std::string text = samples::sample("medical_outpatient");
    const Receipt receipt = only(text);

    CHECK(receipt.kind == Kind::MedicalOutpatient);
    CHECK(receipt.unread.empty());
    CHECK(receipt.institution.key() == "37-1-9910048");
    CHECK(receipt.institution.name == "汐見整形外科医院");
    CHECK(receipt.claimed == 2025y / August);
    CHECK(receipt.month == 2025y / July);
    CHECK(receipt.number == "1");
    CHECK(receipt.type == "1112");
    CHECK(receipt.firstLine == 2);
    CHECK(receipt.lastLine == 16);

    CHECK(receipt.patient.name == "宇多津　梨花");
    CHECK(receipt.patient.kana == "ウタヅリカ");
    CHECK(receipt.patient.sex == Sex::Female);
    CHECK(receipt.patient.birth == 1975y / August / 15);

    REQUIRE(receipt.insurance);
    CHECK(receipt.insurance->line == 3);
    CHECK(receipt.insurance->insurerNumber == "01379999");
    CHECK(receipt.insurance->symbol == "９９９９００２２");
    CHECK(receipt.insurance->number == "２２");
    CHECK(receipt.insurance->branch == "01");
    CHECK(receipt.insurance->days == 1);
    CHECK(receipt.visitDays == std::vector<int>{18});

    REQUIRE(receipt.diseases.size() == 1);
    CHECK(receipt.diseases[0].code == "8450012");
    CHECK(receipt.diseases[0].modifiers == std::vector<std::string>{"2056"});
    CHECK(receipt.diseases[0].start == 2025y / July / 18);
    CHECK(receipt.diseases[0].outcome == DiseaseOutcome::Continuing);
    CHECK(receipt.diseases[0].main);

    REQUIRE(receipt.groups.size() == 6);
    const Group& drugs = receipt.groups[1];
    CHECK(drugs.division == "21");
    REQUIRE(drugs.units.size() == 1);
    CHECK(drugs.units[0].lines[0].kind == LineKind::Drug);
    CHECK(drugs.units[0].lines[0].code == "620099201");
    CHECK(drugs.units[0].lines[0].amount->text() == "3");
    CHECK(drugs.units[0].points == 3);
    CHECK(drugs.units[0].count == 7);
    CHECK(drugs.units[0].days[17] == 7);

    // Trap 6: the three lines of the picture are one unit, and only its last line has points.
    const Group& picture = receipt.groups[5];
    CHECK(picture.division == "70");
    REQUIRE(picture.units.size() == 1);
    REQUIRE(picture.units[0].lines.size() == 3);
    CHECK(picture.units[0].points == 287);
    REQUIRE(picture.units[0].lines[2].comments.size() == 1);
    CHECK(picture.units[0].lines[2].comments[0] == Comment{16, "830181530", "右　２方向"});

    CHECK(receipt.statedPoints() == 687);
    CHECK(receipt.computedPoints() == 687);
    const ReadResult result = read(text);
    CHECK(result.statedReceipts == 1);
    CHECK(result.statedPoints == 687);
    CHECK_FALSE(result.cp932);
}

TEST_CASE("E.2: a pharmacy's receipt is read whole") {
    const Receipt receipt = only(samples::sample("dispensing"));

    CHECK(receipt.kind == Kind::Dispensing);
    CHECK(receipt.unread.empty());
    CHECK(receipt.institution.key() == "37-4-9940015");
    CHECK(receipt.institution.name == "青波薬局本店");
    CHECK(receipt.claimed == 2025y / August);
    REQUIRE(receipt.prescriber);
    CHECK(receipt.prescriber->key() == "37-1-9910030");
    CHECK(receipt.prescriber->name == "青波駅前内科クリニック");
    CHECK(receipt.patient.kana == "カンオンジオサム");
    REQUIRE(receipt.insurance);
    CHECK(receipt.insurance->insurerNumber == "379990"); // blanks in front are padding
    CHECK(receipt.visitDays == std::vector<int>{25});

    REQUIRE(receipt.prescriptions.size() == 2);
    const Prescription& first = receipt.prescriptions[0];
    CHECK(first.form == '1');
    CHECK(first.usage == "006");
    REQUIRE(first.fills.size() == 1);
    CHECK(first.fills[0].prescribed == 2025y / July / 25);
    CHECK(first.fills[0].dispensed == 2025y / July / 25);
    CHECK(first.fills[0].quantity == 90);
    CHECK(first.fills[0].preparationPoints == 24);
    CHECK(first.fills[0].drugPoints == 270);
    CHECK(first.fills[0].totalPoints == 294);
    REQUIRE(first.lines.size() == 2);
    CHECK(first.lines[1].code == "622535601");
    CHECK(first.lines[1].amount->text() == "1");

    REQUIRE(receipt.fees.size() == 2);
    CHECK(receipt.fees[1].code == "440006710");
    CHECK(receipt.fees[1].count == 1);
    CHECK(receipt.fees[1].day == 2025y / July / 25);

    CHECK(receipt.statedPoints() == 498);
    CHECK(receipt.computedPoints() == 498);
}

TEST_CASE("E.2 before 2022: without a total the parts of CZ are added up") {
    const std::string text = samples::sample("dispensing");
    const Receipt receipt = only(samples::replaced(samples::replaced(text, ",294,,,,", ",,,,,"), ",114,,,,", ",,,,,"));
    CHECK(receipt.computedPoints() == 498);
}

TEST_CASE("E.3: a DPC receipt is recognised and nothing of it is lost") {
    const Receipt receipt = only(samples::sample("dpc"));

    CHECK(receipt.kind == Kind::Dpc);
    CHECK(receipt.inpatient());
    CHECK(receipt.patient.kana == "ミトヨシズエ");
    CHECK(receipt.admitted == 2024y / February / 9);
    CHECK(receipt.statedPoints() == 115476);
    CHECK(receipt.visitDays.size() == 8);
    REQUIRE(receipt.groups.size() == 2 + 5); // SI TO, and the acts of CD
    CHECK(receipt.groups[0].division == "50");
    REQUIRE(receipt.groups[0].units.size() == 1);
    REQUIRE(receipt.groups[0].units[0].lines.size() == 3);
    CHECK(receipt.groups[0].units[0].points == 86320);
    CHECK(receipt.groups[0].units[0].lines[2].comments.size() == 1);
    CHECK(receipt.computedPoints() == 115476);
    CHECK(receipt.unread.empty());
}
