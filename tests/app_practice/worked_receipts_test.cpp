// The three worked receipts of practice-patients.md §E, byte for byte.
#include "app/practice/people/uke_writer.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

std::string fileOf(const char* person, const char* institution, Month month) {
    std::vector<Claim> found;
    for (const Claim& claim : test::claimsOf(person)) {
        if (claim.receipt.institution.code == institution && claim.receipt.month == month) {
            found.push_back(claim);
        }
    }
    REQUIRE(found.size() == 1);
    return writeClaimFile(found);
}

std::string withCrLf(std::string_view lines) {
    std::string text;
    for (const char character : lines) {
        text += character == '\n' ? "\r\n" : std::string(1, character);
    }
    return text;
}

constexpr std::string_view medical = R"(IR,1,37,1,9910048,,汐見整形外科医院,202508,00,087-000-0004
RE,1,1112,202507,宇多津　梨花,2,19750815,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,ウタヅリカ,
HO,01379999,９９９９００２２,２２,1,687,,,,,,,,,
SN,1,01,,,,01,,
JD,1,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
MF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
SY,8450012,20250718,1,2056,,01,
SI,11,1,111000110,,291,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
IY,21,1,620099201,3,3,7,,,,,,,,,,,,,,,,,,,,,,,,7,,,,,,,,,,,,,
SI,21,1,120000710,,11,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
SI,25,1,120001210,,42,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
SI,40,1,140002210,,35,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
SI,70,1,170000410,2,,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
SI,,1,170027910,2,,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
SI,,1,170000210,,287,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,
CO,,1,830181530,右　２方向
GO,1,687,99
)";

constexpr std::string_view dispensing = R"(YK,2,37,4,9940015,青波薬局本店,202508,00,087-000-0011
RE,1,4118,202507,観音寺　修,1,19550210,80,29,37,1,9910030,青波駅前内科クリニック,香川県架空市青波町１－１,練習　一郎,,,,,,,,,,,,,,,,,,,,,,,,,,,カンオンジオサム
HO,  379990,練習国,００２３,1,498,,,,,,,,
SN,1,01,,,,01,,
JD,1,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,
MF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
SH,01,1,006,,3,,,,
CZ,1,20250725,20250725,1,90,1,1,,420000910,24,,,270,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,294,,,,
IY,1,620007870,1,,,,,,
IY,1,622535601,1,,,,,,
SH,02,1,012,,1,,,,
CZ,1,20250725,20250725,1,90,1,1,,420000910,24,,,90,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,114,,,,
IY,1,622571801,1,,,,,,
KI,20250725,1,1,410004110,45,,1,440006710,1,45,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
GO,1,498,99
)";

} // namespace

TEST_CASE("the worked out-patient receipt is written as the reference has it") {
    CHECK(fileOf("K22", "9910048", test::july) == withCrLf(medical));
}

TEST_CASE("the worked DPC receipt is written as the reference has it") {
    std::ifstream in(std::string(KMIXR_SOURCE_DIR) + "/tests/core_receipt/samples/dpc.uke");
    const std::string reference{std::istreambuf_iterator<char>(in), {}};
    REQUIRE_FALSE(reference.empty());
    CHECK(fileOf("K13", "9910014", std::chrono::year{2024} / std::chrono::February) == withCrLf(reference));
}

TEST_CASE("the worked dispensing receipt is written as the reference has it") {
    CHECK(fileOf("K23", "9940015", test::july) == withCrLf(dispensing));
}
