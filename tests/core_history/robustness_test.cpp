// Damaged receipts: whatever the bytes say, the derivation comes to an end, points only at lines that exist, and calls
// nothing a diagnosis that a receipt suspects.
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

std::vector<ReceiptInput> oneOfEverything() {
    Claim ward(hospital, "2025-07", {}, true);
    ward.visit({3, 4, 5})
        .sy({"1533003", "20250703", "", "1", true})
        .siOpen("50", "150375210", {4})
        .to("", "710010026", "1", {4})
        .co("", "810000001", "右冠動脈")
        .iy("21", "613990096", "8", 3, 3)
        .iy("33", "620006725", "1", 1, 4);
    Claim clinic(clinicA, "2025-08");
    clinic.visit({6})
        .sy({"8833421", "20140103"})
        .sy({"1539004", "20250806", "8002"})
        .sy({"0000999", "20250806", "", "1", false, "胃癌疑"})
        .siOpen("60", "160008010", {6})
        .si("", "160010010", {6})
        .si("14", "114028410", {6})
        .iy("14", "620007536", "2", 1, 6);
    return {ward.input(), clinic.input(),
            Dispensed(pharmacy, clinicA, "2025-08")
                .drug('1', "613330003", "2", 28, "2025-08-06")
                .drug('5', "620009048", "50", 1, "2025-08-06")
                .input(),
            Dispensed(otherPharmacy, hospital, "2025-08").drug('1', "622341601", "1", 56, "2025-08-13").input()};
}

void damage(std::string& text, std::mt19937& random) {
    const auto place = [&](std::size_t size) {
        return std::uniform_int_distribution<std::size_t>(0, size == 0 ? 0 : size - 1)(random);
    };
    static constexpr std::string_view bytes = "0123456789,\n,,,9A\x83\xE7\x1A\"";
    for (int times = 1 + static_cast<int>(place(6)); times > 0 && !text.empty(); --times) {
        const auto at = place(text.size());
        switch (place(4)) {
        case 0:
            text[at] = bytes[place(bytes.size())];
            break;
        case 1:
            text.erase(at, place(12));
            break;
        case 2:
            text.insert(at, std::string(1 + place(9), bytes[place(bytes.size())]));
            break;
        default:
            text.insert(at, text.substr(place(text.size()), place(80)));
        }
    }
}

void checkEvidence(const History& history, const std::vector<Evidence>& evidence) {
    for (const auto& place : evidence) {
        REQUIRE(place.receipt < history.receipts.size());
        CHECK(history.receipts[place.receipt].use == ReceiptUse::Used);
        CHECK_FALSE(lineOf(history, place).empty());
    }
}

} // namespace

TEST_CASE("damaged receipts never break the derivation") {
    std::mt19937 random(20250831);
    for (int run = 0; run < 400; ++run) {
        INFO("run " << run);
        auto receipts = oneOfEverything();
        for (auto& receipt : receipts) {
            damage(receipt.text, random);
        }
        const auto history = derived(std::move(receipts));
        for (const auto& problem : history->problems) {
            checkEvidence(*history, problem.evidence);
            INFO(lineOf(*history, problem.evidence.front()) << " | " << problem.name);
            CHECK((problem.grade == Grade::Suspected || problem.name.find("疑") == std::string::npos));
        }
        for (const auto& drug : history->medications) {
            checkEvidence(*history, drug.evidence);
            CHECK(daysBetween(drug.supplies.front().start, drug.end) < 800);
        }
        for (const auto& act : history->procedures) {
            checkEvidence(*history, act.evidence);
        }
        for (const auto& raised : history->flags) {
            checkEvidence(*history, raised.evidence);
        }
        CHECK(history->coverage.size() < 500);
    }
}
