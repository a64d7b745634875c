// The special deliveries of practice-patients.md §B.1.
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/uke_writer.h"
#include "core/receipt/reader.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::practice;
using namespace std::chrono_literals;

namespace {

std::string textOf(std::string_view person, std::string_view institution, Month month) {
    std::vector<Claim> found;
    for (const Claim& claim : test::claimsOf(person)) {
        if (claim.receipt.institution.code == institution && claim.receipt.month == month) {
            found.push_back(claim);
        }
    }
    INFO(person);
    REQUIRE(found.size() == 1);
    return writeClaimFile(found);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* h1 = "9910014";
constexpr const char* c1 = "9910030";

} // namespace

TEST_CASE("suspected diseases keep their modifiers in the order of the plan, and stand behind the lines") {
    const std::string text = textOf("K09", c1, 2025y / 2);
    CHECK(has(text, "SY,5319009,20250203,1,40128002,,,\r\n"));
    CHECK(has(text, "SY,5329002,20250203,1,80024012,,,\r\n"));
    CHECK(has(text, "SY,0000999,20250203,1,,胃癌疑,,\r\n"));
    CHECK(text.find("\r\nSY,") > text.rfind("\r\nSI,"));
    CHECK(has(textOf("K17", "9910089", 2025y / 8), ",,胃瘻造設後状態,,\r\n"));
}

TEST_CASE("codes that no master has are written all the same") {
    CHECK(has(textOf("K15", "9910048", 2025y / 6), ",160999910,,100,1,"));
    CHECK(has(textOf("K15", "9940015", 2025y / 6), "IY,1,629999999,1,"));
    CHECK(has(textOf("K11", h1, 2023y / 2), "SI,92,2,190620001,,0,25,"));
}

TEST_CASE("one month of one person carries an insurer number with a wrong check digit") {
    CHECK(has(textOf("K15", "9910048", 2025y / 1), "HO,  379991,"));
    CHECK(has(textOf("K15", "9910048", 2025y / 2), "HO,  379990,"));
}

TEST_CASE("comments carry their dates as the reference writes them") {
    CHECK(has(textOf("K05", "9910071", 2022y / 4), ",840000007,０４０４０２\r\n"));
    CHECK(has(textOf("K12", "9910071", 2022y / 4), ",840000008,０４０４０７\r\n"));
    CHECK_FALSE(has(textOf("K12", "9910071", 2022y / 5), "840000008"));
    CHECK(has(textOf("K11", h1, 2025y / 8), ",850100049,５０５０２０５\r\n"));
    CHECK(has(textOf("K13", h1, 2024y / 5), ",850100053,５０６０２１１\r\n"));
    CHECK(has(textOf("K08", c1, 2024y / 10), ",850100064,５０６１０１０\r\n"));
    CHECK(has(textOf("K21", h1, 2024y / 8), ",850190032,５０５０８１１\r\n"));
    CHECK(has(textOf("K21", h1, 2025y / 8), ",850190032,５０６０８１１\r\n"));
    CHECK(has(textOf("K10", h1, 2025y / 6), ",880100018,５０７０６１００００００６．８\r\n"));
    CHECK(has(textOf("K24", "9910048", 2025y / 6), ",890000001,２０４９\r\n"));
    CHECK(has(textOf("K01", "9910063", 2025y / 7), "CO,99,1,810000001,予防接種同日　湿疹の診察\r\n"));
}

TEST_CASE("the donor's block stands behind the recipient's lines") {
    const std::string text = textOf("K11", h1, 2023y / 2);
    const auto donor = text.find("\r\nTI,1,1,");
    REQUIRE(donor != std::string::npos);
    CHECK(text.find("\r\nTR,1,1991,202302,,2,19760202,,20230203,") > donor);
    CHECK(text.find("\r\nTS,10,70050,,\r\n") > donor);
    CHECK(text.find("SY,8835576,") > donor);
    CHECK(text.find(",150338510,") > donor);
    CHECK(has(textOf("K11", h1, 2023y / 3), ",150196410,,1200,1,"));
}

TEST_CASE("a test that will be cut stands on its own rows, with its own points") {
    const std::string text = textOf("K06", c1, 2025y / 5);
    const auto first = text.find(",160010010,,49,1,");
    REQUIRE(first != std::string::npos);
    CHECK(text.find(",160010010,,49,1,", first + 1) != std::string::npos);
}

TEST_CASE("a receipt that was returned is claimed again with its search number") {
    const std::string text = textOf("K13", c1, 2025y / 2);
    CHECK(text.starts_with("IR,2,37,1,9910030,,青波駅前内科クリニック,202505,")); // in month -3
    CHECK(has(text, ",99999910030202502130,"));
    CHECK(has(text, ",160162350,,130,1,"));
}

namespace {

/// The files of one kind of name that reach the gateway on account of one person.
std::vector<receipt::Receipt> delivered(std::string_view id, std::string_view nameBegins, Month month) {
    auto set = practice::claimsOf(test::person(id), test::plans(), test::prices(), test::newest);
    REQUIRE(set);
    std::vector<receipt::Receipt> found;
    for (const ClaimFile& file : deliveries(*std::move(set))) {
        if (file.name.starts_with(nameBegins)) {
            for (receipt::Receipt& one : receipt::read(file.text).receipts) {
                if (one.month == month) {
                    found.push_back(std::move(one));
                }
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("the payer's correction: the second HbA1c of the month is cut, the total is lower by it") {
    const auto claimed = delivered("K06", "37-1-9910030", 2025y / 5);
    REQUIRE(claimed.size() == 1);
    const auto reviewed = delivered("K06", "insurer-01379999", 2025y / 5);
    REQUIRE(reviewed.size() == 1);
    const receipt::Receipt& receipt = reviewed.front();
    CHECK(receipt.unread.empty());
    CHECK(receipt.statedPoints() == claimed.front().statedPoints() - 49);
    CHECK(receipt.computedPoints() == receipt.statedPoints());
    REQUIRE(receipt.corrections.size() == 2);
    CHECK(receipt.corrections[0].reasons == "C");
    int cut = 0;
    for (const receipt::Group& group : receipt.groups) {
        for (const receipt::CountUnit& unit : group.units) {
            if (unit.cut()) {
                ++cut;
                CHECK(unit.lines.front().code == "160010010");
                CHECK(unit.days[22] == 1);
            }
        }
    }
    CHECK(cut == 1);
}

TEST_CASE("a receipt that came back is delivered twice, first without what was forgotten") {
    const auto twice = delivered("K13", "37-1-9910030", 2025y / 2);
    REQUIRE(twice.size() == 2);
    CHECK(twice[0].claimed == 2025y / 3);
    CHECK(twice[0].searchNumber.empty());
    CHECK(twice[1].claimed == 2025y / 5);
    CHECK(twice[1].statedPoints() - twice[0].statedPoints() == 130); // ＢＮＰ
}

TEST_CASE("a receipt that is taken back is delivered, and then marked as returned") {
    CHECK(delivered("K24", "37-1-9910048", 2025y / 6).size() == 1);
    const auto back = delivered("K24", "insurer-06379994", 2025y / 6);
    REQUIRE(back.size() == 1);
    CHECK(back.front().standing == receipt::Standing::Returned);
    CHECK(back.front().institution.code == "9910048");
}

TEST_CASE("the writer of clinical narratives splits one over two records") {
    const std::string text = textOf("K16", h1, 2025y / 2);
    CHECK(has(text, "\r\nSJ,01,肺炎から敗血症性ショック"));
    CHECK(has(text, "\r\nSJ,,無尿となり"));
    CHECK(has(text, ",831110001,１４００２３５１０\r\n"));
    CHECK(has(text, ",850100445,５０７０２０３\r\n"));
    CHECK(has(textOf("K05", h1, 2024y / 7), ",880100018,５０６０７０５０００００６．２\r\n"));
}

TEST_CASE("files look as they did in their month") {
    const std::string old = textOf("K23", c1, 2016y / 3);
    CHECK(old.starts_with("IR,2,37,1,9910030,,青波駅前内科クリニック,42804,"));
    CHECK(has(old, "SY,8840107,3640106,1,,,01,\r\nSY,8844446,4010110,1,,,,\r\n")); // 昭和64年, 平成元年
    CHECK_FALSE(has(old, "カンオンジオサム"));
    CHECK_FALSE(has(old, "\r\nJD,"));
    const std::string newer = textOf("K23", c1, 2021y / 9);
    CHECK(has(newer, "SY,8840107,19890106,1,,,01,\r\n"));
    CHECK(has(newer, "カンオンジオサム"));
    CHECK(has(newer, "\r\nJD,1,"));
    CHECK_FALSE(has(textOf("K23", c1, 2021y / 8), "\r\nJD,1,"));
}

TEST_CASE("公費 stand beside the insurer, on every line and in the sums") {
    const std::string text = textOf("K17", "9910089", 2025y / 8);
    CHECK(has(text, "\r\nRE,1,1122,202508,"));
    CHECK(has(text, "\r\nKO,54379995,9900176,,"));
    CHECK(has(text, "\r\nSI,14,2,114001110,"));
    CHECK(has(text, "\r\nJD,2,"));
    CHECK(has(text, "\r\nGO,2,"));
    CHECK_FALSE(has(textOf("K19", c1, 2025y / 8), "\r\nKO,")); // 精神通院 does not pay for the sleeping pills of C1
}
