// What the payer's review deleted or reduced (査定, JY): it happened, counts like anything else, and says so.
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

const std::string amlodipine = "620007870", loxoprofen = "620099201", haemoglobinA1c = "160010010", ct = "170011810",
                  hypertension = "8833421";

/// The claim as an insurer holds it, each line that begins so deleted by the review.
ReceiptInput reviewed(const Claim& claim, const std::vector<std::string>& deleted) {
    const auto input = claim.input();
    std::istringstream lines(input.text);
    std::string rows = "2,1,0,MN,9999000000000001,香川県,,,,\n", corrections;
    int row = 1;
    std::vector<int> targets;
    for (std::string line; std::getline(lines, line);) {
        rows += "1," + std::to_string(++row) + ",0," + line + "\n";
        for (const auto& begin : deleted) {
            if (line.starts_with(begin)) {
                targets.push_back(row);
            }
        }
    }
    REQUIRE(targets.size() == deleted.size());
    for (const int target : targets) {
        rows += "2," + std::to_string(++row) + ",0,JY,3," + std::to_string(target) + ",0,,C,,,\n";
    }
    return {input.id, rows};
}

Claim august() {
    Claim claim(clinicA, "2025-08");
    claim.visit({20})
        .sy({hypertension, "20240105"})
        .iy("21", amlodipine, "1", 28, 20)
        .iy("21", loxoprofen, "3", 7, 20)
        .si("60", haemoglobinA1c, {20})
        .si("70", ct, {20});
    return claim;
}

} // namespace

TEST_CASE("§1 what the payer cut is counted like the rest and marked") {
    const auto plain = derived({august().input()});
    const auto history = derived({reviewed(august(), {"IY,21,1," + loxoprofen, "SI,70,1," + ct})});
    REQUIRE(history->receipts.size() == 1);
    CHECK(history->unreadLines == 0);

    const auto& cut = course(*history, loxoprofen);
    CHECK(cut.cutByPayer);
    CHECK(cut.supplies.front().cutByPayer);
    CHECK(cut.end == course(*plain, loxoprofen).end); // counted: state and period are the same
    CHECK(cut.today == course(*plain, loxoprofen).today);
    CHECK_FALSE(course(*history, amlodipine).cutByPayer);

    REQUIRE(examination(*history, ct) != nullptr);
    CHECK(examination(*history, ct)->cutByPayer);
    CHECK(examination(*history, ct)->done.front().cutByPayer);
    CHECK(examination(*history, ct)->inTwelveMonths == 1);
    CHECK_FALSE(examination(*history, haemoglobinA1c)->cutByPayer);
    CHECK_FALSE(problem(*history, hypertension).cutByPayer);
}

TEST_CASE("§1 a claim that nobody reviewed marks nothing") {
    const auto history = derived({august().input()});
    for (const auto& drug : history->medications) {
        CHECK_FALSE(drug.cutByPayer);
    }
    for (const auto& test : history->examinations) {
        CHECK_FALSE(test.cutByPayer);
    }
}

TEST_CASE("§2.3 a name the payer deleted is still named, and marked") {
    const auto history = derived({reviewed(august(), {"SY," + hypertension})});
    CHECK(problem(*history, hypertension).cutByPayer);
    CHECK(problem(*history, hypertension).grade == Grade::Treated);
}

TEST_CASE("§6 a flag whose every line was cut stands and is marked; one with other lines is not") {
    const auto month = [](std::string_view of) {
        Claim claim(dialysisClinic, of);
        claim.visit({4}).si("40", "140057810", {4});
        return claim;
    };
    const std::vector<std::string> line{"SI,40,1,140057810"};
    const auto all = derived({reviewed(month("2025-07"), line), reviewed(month("2025-08"), line)});
    REQUIRE(flag(*all, "dialysis") != nullptr);
    CHECK(flag(*all, "dialysis")->cutByPayer);
    CHECK(flag(*all, "dialysis")->detail.find("査定で減額・削除") != std::string::npos);
    const auto some = derived({month("2025-07").input(), reviewed(month("2025-08"), line)});
    REQUIRE(flag(*some, "dialysis") != nullptr);
    CHECK_FALSE(flag(*some, "dialysis")->cutByPayer);
    CHECK(procedure(*some, "140057810")->cutByPayer); // the newest month's record
}
