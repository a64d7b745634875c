// Every claim file of the fixed anchor, read back by the project's own reader: what was planned arrives, and the sums
// hold.
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/japanese_text.h"
#include "core/receipt/reader.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <numeric>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

const std::vector<ClaimFile>& files() {
    static const std::vector<ClaimFile> made = claimFiles(test::everybody().claims);
    return made;
}

struct ReadFile {
    std::string name;
    receipt::ReadResult result;
};

const std::vector<ReadFile>& readBack() {
    static const std::vector<ReadFile> all = [] {
        std::vector<ReadFile> read;
        for (const ClaimFile& file : files()) {
            const auto bytes = toCp932(file.text);
            REQUIRE(bytes);
            read.push_back({file.name, receipt::read(*bytes)});
        }
        return read;
    }();
    return all;
}

/// Line numbers tell where a value was read; a planned value has none.
void forgetLines(receipt::Receipt& receipt) {
    const auto forget = [](auto& values) {
        for (auto& value : values) {
            value.line = 0;
        }
    };
    const auto forgetDetail = [&forget](std::vector<receipt::DetailLine>& lines) {
        forget(lines);
        for (receipt::DetailLine& line : lines) {
            forget(line.comments);
            line.alsoLines.clear();
        }
    };
    if (receipt.insurance) {
        receipt.insurance->line = 0;
    }
    forget(receipt.publicExpenses);
    forget(receipt.diseases);
    forget(receipt.remarks);
    forget(receipt.fees);
    forget(receipt.prescriptions);
    for (receipt::Prescription& prescription : receipt.prescriptions) {
        forget(prescription.fills);
        forgetDetail(prescription.lines);
    }
    for (receipt::Group& group : receipt.groups) {
        for (receipt::CountUnit& unit : group.units) {
            forgetDetail(unit.lines);
        }
    }
    forget(receipt.narratives);
    if (receipt.dpc) {
        receipt.dpc->line = 0;
        forget(receipt.dpc->acts);
        forget(receipt.dpc->absences);
        forget(receipt.dpc->perDiem);
        forget(receipt.dpc->totals);
    }
    receipt.firstLine = receipt.lastLine = 0;
    receipt.donorLines = 0;
    receipt.number.clear();
}

/// What a file of that month cannot hold: no kana before 2018, no visit days and no branch before 2021.
receipt::Receipt asRecorded(const Claim& claim) {
    receipt::Receipt receipt = claim.receipt;
    std::vector<receipt::Narrative> narratives;
    for (const receipt::Narrative& narrative : receipt.narratives) {
        if (narrative.kind.empty() && !narratives.empty()) { // the next paragraph of the same item
            narratives.back().text += "\n" + narrative.text;
        } else {
            narratives.push_back(narrative);
        }
    }
    receipt.narratives = std::move(narratives);
    const Month claimed = receipt.claimed;
    if (claimed < std::chrono::year{2018} / std::chrono::May) {
        receipt.patient.kana.clear();
    }
    if (claimed < std::chrono::year{2021} / std::chrono::October) {
        receipt.visitDays.clear();
        receipt.insurance->branch.clear();
    }
    return receipt;
}

std::string keyOf(const receipt::Receipt& receipt) {
    return receipt.institution.key() + " " + isoMonth(receipt.claimed) + " " + isoMonth(receipt.month) + " " +
           receipt.insurance->insurerNumber + " " + receipt.insurance->symbol + " " + receipt.insurance->number + " " +
           (receipt.prescriber ? receipt.prescriber->key() : std::string(receipt.inpatient() ? "in" : "out")) +
           (receipt.kind == receipt::Kind::Dpc ? " dpc" : "");
}

} // namespace

TEST_CASE("no line of any claim file is strange to the reader") {
    for (const ReadFile& file : readBack()) {
        INFO(file.name);
        CHECK(file.result.cp932);
        CHECK(file.result.unread.empty());
        for (const receipt::Receipt& receipt : file.result.receipts) {
            CHECK(receipt.unread.empty());
        }
    }
}

TEST_CASE("the sums of every receipt and file hold") {
    std::size_t units = 0;
    for (const ReadFile& file : readBack()) {
        INFO(file.name);
        std::int64_t points = 0;
        std::int64_t payers = 0;
        for (const receipt::Receipt& receipt : file.result.receipts) {
            INFO(isoMonth(receipt.month) << " " << receipt.type);
            CHECK(receipt.computedPoints() == receipt.statedPoints());
            CHECK(receipt.statedPoints() > 0);
            points += receipt.statedPoints();
            payers += 1 + static_cast<std::int64_t>(receipt.publicExpenses.size());
            if (!receipt.visitDays.empty() && receipt.kind != receipt::Kind::Dispensing) {
                CHECK(static_cast<int>(receipt.visitDays.size()) == receipt.insurance->days);
            }
            for (const receipt::Group& group : receipt.groups) {
                for (const receipt::CountUnit& unit : group.units) {
                    CHECK(std::accumulate(unit.days.begin(), unit.days.end(), 0) == unit.count);
                    CHECK(unit.points.has_value() != group.coding);
                    units += 1;
                }
            }
            for (const receipt::PublicExpense& expense : receipt.publicExpenses) {
                CHECK(expense.points == receipt.statedPoints());
            }
        }
        CHECK(file.result.statedPoints == points);
        CHECK(file.result.statedReceipts == payers);
    }
    CHECK(units > 9'000);
}

TEST_CASE("every claim comes back as it was planned") {
    std::map<std::string, receipt::Receipt> read;
    for (const ReadFile& file : readBack()) {
        for (const receipt::Receipt& receipt : file.result.receipts) {
            CHECK(read.emplace(keyOf(receipt), receipt).second); // a key names one receipt
        }
    }
    CHECK(read.size() == test::everybody().claims.size());
    for (const Claim& claim : test::everybody().claims) {
        const auto found = read.find(keyOf(claim.receipt));
        INFO(claim.person << " " << keyOf(claim.receipt));
        REQUIRE(found != read.end());
        receipt::Receipt back = found->second;
        forgetLines(back);
        const receipt::Receipt planned = asRecorded(claim);
        CHECK(back.type == planned.type);
        CHECK(back.patient == planned.patient);
        CHECK(back.insurance == planned.insurance);
        CHECK(back.publicExpenses == planned.publicExpenses);
        CHECK(back.admitted == planned.admitted);
        CHECK(back.visitDays == planned.visitDays);
        CHECK(back.diseases == planned.diseases);
        CHECK(back.groups == planned.groups);
        CHECK(back.dpc == planned.dpc);
        CHECK(back.narratives == planned.narratives);
        CHECK(back.treatmentStart == planned.treatmentStart);
        CHECK(back.prescriptions == planned.prescriptions);
        CHECK(back.fees == planned.fees);
        CHECK(back.remarks == planned.remarks);
    }
}

TEST_CASE("days of supply and days of claim agree for every prescription") {
    for (const Claim& claim : test::everybody().claims) {
        for (const receipt::Prescription& prescription : claim.receipt.prescriptions) {
            for (const receipt::Fill& fill : prescription.fills) {
                INFO(claim.person << " " << isoDay(*fill.dispensed));
                CHECK(*fill.prescribed <= *fill.dispensed);
                CHECK(daysBetween(*fill.prescribed, *fill.dispensed) <= 1);
                CHECK(monthOf(*fill.dispensed) == claim.receipt.month);
                const auto& days = claim.receipt.visitDays;
                const int day = static_cast<int>(static_cast<unsigned>(fill.dispensed->day()));
                CHECK(std::find(days.begin(), days.end(), day) != days.end());
            }
        }
    }
}

TEST_CASE("the same plans give the same bytes, and names of files hold no personal data") {
    auto again = allClaims(test::plans(), test::prices(), test::newest);
    REQUIRE(again);
    const std::vector<ClaimFile> second = claimFiles(std::move(again->claims));
    REQUIRE(second.size() == files().size());
    for (std::size_t i = 0; i < second.size(); ++i) {
        CHECK(second[i].name == files()[i].name);
        CHECK(second[i].text == files()[i].text);
        CHECK(second[i].name.find_first_not_of("0123456789-.DUKE") == std::string::npos);
    }
}
