// What is particular to DPC and dental receipts: every record typed, every value with its line.
#include "core/receipt/reader.h"
#include "tests/core_receipt/receipts.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;

namespace {

const Group& groupWith(const Receipt& receipt, std::string_view code) {
    const auto found = std::find_if(receipt.groups.begin(), receipt.groups.end(), [code](const Group& group) {
        return group.units.front().lines.front().code == code;
    });
    REQUIRE(found != receipt.groups.end());
    return *found;
}

Receipt dpcWith(std::string_view what, std::string_view by) {
    return samples::readOne(samples::replaced(samples::sample("dpc"), what, by));
}

} // namespace

TEST_CASE("a DPC stay: classification, dates, diseases by category, per-diem points") {
    const Receipt receipt = samples::readOne(samples::sample("dpc"));
    REQUIRE(receipt.dpc);
    const DpcStay& stay = *receipt.dpc;
    CHECK(stay.line == 7);
    CHECK(stay.diagnosisGroup == "050210xx97000x");
    CHECK(stay.admitted == 2024y / February / 9);
    CHECK(stay.discharged == 2024y / February / 16);
    CHECK(stay.outcome == '2');
    CHECK(stay.admission == '3');
    CHECK(stay.ageOnAdmission == 73);
    CHECK(stay.comaScale == "0");
    REQUIRE(stay.acts.size() == 1);
    CHECK(stay.acts[0].code == "150140210");
    CHECK(stay.acts[0].day == 2024y / February / 11);
    REQUIRE(stay.absences.size() == 1);
    CHECK(stay.absences[0].days == std::string(31, '0'));
    CHECK(stay.absences[0].coefficient == "1.4520");
    REQUIRE(stay.perDiem.size() == 2);
    CHECK(stay.perDiem[1].points == 2150);
    CHECK(stay.perDiem[1].days == 5);
    CHECK(stay.perDiem[0].subtotal + stay.perDiem[1].subtotal == stay.totals.at(0).subtotal);
    CHECK(stay.totals[0].evaluated == 29156);
    CHECK(stay.totals[0].total == 29156);

    REQUIRE(receipt.diseases.size() == 4);
    CHECK(receipt.diseases[0].category == "01");
    CHECK(receipt.diseases[0].icd10 == "I442");
    CHECK(receipt.diseases[0].main);
    CHECK_FALSE(receipt.diseases[2].main);
    CHECK(receipt.diseases[3].start == 2024y / February / 9); // SB has no date of its own
    CHECK(receipt.diseases[0].outcome == DiseaseOutcome::Continuing);
    CHECK(receipt.insurance->meals == 21);
    CHECK(receipt.insurance->mealsYen == 14490);
    CHECK(receipt.copayment == "00");
}

TEST_CASE("coding data are kept apart, and the same act of several days is one group with its days") {
    const Receipt receipt = samples::readOne(samples::sample("dpc"));
    const Group& ecg = groupWith(receipt, "160068410");
    CHECK(ecg.coding);
    CHECK(ecg.division == "60");
    CHECK_FALSE(ecg.units[0].points);
    CHECK(ecg.units[0].count == 2);
    CHECK(ecg.units[0].days[8] == 1);
    CHECK(ecg.units[0].days[11] == 1);
    CHECK(ecg.units[0].lines[0].line == 23);
    CHECK(ecg.units[0].lines[0].alsoLines == std::vector<LineNumber>{27});
    const Group& drug = groupWith(receipt, "620003736");
    CHECK(drug.units[0].lines[0].kind == LineKind::Drug);
    CHECK(drug.units[0].lines[0].amount->text() == "2");
    CHECK_FALSE(groupWith(receipt, "150140210").coding);
}

TEST_CASE("coding rows of one act stay together; what SI has too is counted once and said") {
    const std::string rows = "CD,20240213,33,0009,001,620003736,1,,,2,\nCD,20240213,33,0009,002,130004670,,1,,2,\n"
                             "CD,20240211,50,0010,001,150140210,,,,1,\nCD,2024021x,33,0011,001,620003736,1,,,2,\n"
                             "CD,20240301,33,0012,001,620003736,1,,,2,\n";
    const Receipt receipt = dpcWith("GO,1", rows + "GO,1");
    const auto joined = std::find_if(receipt.groups.begin(), receipt.groups.end(),
                                     [](const Group& group) { return group.units[0].lines.size() == 2; });
    REQUIRE(joined != receipt.groups.end());
    CHECK(joined->units[0].count == 2);
    CHECK(joined->units[0].days[12] == 2);
    // The operation stands in SI on the same day; the third row has no date; the last is of another month and kept.
    REQUIRE(receipt.unread.size() == 2);
    CHECK(receipt.unread[0] == UnreadLine{33, "CD", "not a date", 1});
    CHECK(receipt.unread[1] == UnreadLine{32, "CD", "stands in the fee-for-service lines too: counted once", -1});
    CHECK(receipt.groups.back().units[0].count == 2);
    CHECK(receipt.groups.back().units[0].days == std::array<std::uint16_t, 31>{});
}

TEST_CASE("the outcome of a stay is that of the disease it was for; death ends all") {
    const Receipt cured = dpcWith("20240216,2,", "20240216,1,");
    CHECK(cured.diseases[0].outcome == DiseaseOutcome::Cured);
    CHECK(cured.diseases[2].outcome == DiseaseOutcome::Cured); // the same disease under another category
    CHECK(cured.diseases[3].outcome == DiseaseOutcome::Continuing);
    const Receipt died = dpcWith("20240216,2,", "20240216,7,急変");
    CHECK(died.diseases[3].outcome == DiseaseOutcome::Died);
    CHECK(died.dpc->causeOfDeath == "急変");
}

TEST_CASE("a past correction may be negative, and what was claimed before is not counted again") {
    const std::string gt = "GT,202402,2,1,1,20080,29156,,29156,93,,\n";
    CHECK(dpcWith(gt, gt + "GT,202401,3,1,1,100,145,-20,-20,93,,\n").computedPoints() == 115476 - 20);
    CHECK(dpcWith(gt, gt + "GT,202401,1,1,1,100,145,,145,93,,\n").computedPoints() == 115476);
}

TEST_CASE("a summary and its parts: totals once, content in the parts") {
    const std::string submitter = "IR,2,37,1,9910014,,青波総合病院,202403,00,087-000-0001\n";
    const auto re = [](char role) {
        return std::string("RE,1,1117,202402,三豊　静江,2,19501201,80,20240209,,,29,,,,,,,") + role +
               ",,,,,,,,,,ミトヨシズエ,\n";
    };
    const std::string file = submitter + re('1') +
                             "HO,  379990,練習国,００１３,8,300,,,,,,,,,,\nCO,01,1,810000001,総括\n" + re('2') +
                             "HO,  379990,練習国,００１３,8,200,,,,,,,,,,\nBU,050210xx97000x,20240209,,2,\n"
                             "SI,50,1,150140210,,200,1,,,,,,,,,,,,,,,,,1\n" +
                             re('3') +
                             "HO,  379990,練習国,００１３,3,100,,,,,,,,,,\nGR,04,\nSY,4260002,20240209,1,,,01,\n"
                             "SI,90,1,190117710,,100,1\nGO,1,300,99\n";
    const ReadResult result = read(file);
    REQUIRE(result.receipts.size() == 3);
    CHECK(result.receipts[0].role == DpcRole::Summary);
    CHECK(result.receipts[0].kind == Kind::Dpc);
    CHECK(result.receipts[0].remarks.size() == 1);
    CHECK(result.receipts[1].role == DpcRole::PartDpc);
    CHECK(result.receipts[2].role == DpcRole::PartMedical);
    CHECK(result.receipts[2].kind == Kind::MedicalInpatient);
    CHECK(result.receipts[2].patient.kana == "ミトヨシズエ"); // RE has the columns of a DPC file
    CHECK(result.receipts[2].exclusionReasons == std::vector<std::string>{"04"});
    CHECK(result.receipts[0].statedPoints() ==
          result.receipts[1].computedPoints() + result.receipts[2].computedPoints());
}

TEST_CASE("a dental receipt: teeth, additions, medicines by use, materials") {
    const std::string text = samples::sample("dental");
    const Receipt receipt = samples::readOne(text);
    CHECK(receipt.kind == Kind::Dental);
    CHECK(receipt.unread.empty());
    CHECK(receipt.institution.name == "かもめ歯科医院");
    CHECK(receipt.treatmentStart == 2025y / July / 6);
    CHECK(receipt.statedPoints() == 593);
    CHECK(receipt.computedPoints() == 593);

    REQUIRE(receipt.diseases.size() == 2);
    CHECK(receipt.diseases[0].teeth == std::vector<std::string>{"100000"});
    CHECK(receipt.diseases[1].teeth == std::vector<std::string>{"101600", "101700"});
    CHECK(receipt.diseases[1].modifiers == std::vector<std::string>{"8002"});
    CHECK(receipt.diseases[1].line == 6);

    REQUIRE(receipt.groups.size() == 5);
    const CountUnit& visit = receipt.groups[0].units[0];
    CHECK(visit.lines[0].code == "301001610");
    CHECK(visit.points == 58);
    CHECK(visit.count == 2);
    CHECK(visit.days[5] == 1);
    CHECK(visit.days[12] == 1);
    const DetailLine& scaling = receipt.groups[1].units[0].lines[0];
    CHECK(scaling.amount->text() == "3");
    CHECK(scaling.secondAmount->text() == "2");
    REQUIRE(scaling.additions.size() == 2);
    CHECK(scaling.additions[0] == Addition{"AB001", parseQuantity("2")});
    CHECK_FALSE(scaling.additions[1].amount);
    REQUIRE(scaling.comments.size() == 1);
    CHECK(scaling.comments[0].teeth == std::vector<std::string>{"101600"});
    const CountUnit& drug = receipt.groups[2].units[0];
    CHECK(drug.lines[0].kind == LineKind::Drug);
    CHECK(drug.lines[0].drugUse == '1');
    CHECK(drug.days[5] == 3);
    CHECK(receipt.groups[3].units[0].lines[0].code == "160008010");
    const DetailLine& material = receipt.groups[4].units[0].lines[0];
    CHECK(material.unitCode == "016");
    CHECK(material.productName == "製品名");
    CHECK(material.additions.at(0).code == "AB003");
    CHECK(receipt.groups[4].units[0].points == 293);
}
