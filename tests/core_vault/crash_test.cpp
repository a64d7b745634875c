#include "tests/core_vault/disk_faults.h"
#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>

using namespace kmixr;
using namespace kmixr::vault;
using namespace kmixr::vault::test;

namespace {

/// Replaces receipt 1, withdraws receipt 2, adds forty more: many pages in one transaction.
std::vector<ReceiptChange> manyChanges() {
    std::vector<ReceiptChange> changes{{Change::Replace, "receipt-1", "second edition\n"},
                                       {Change::Withdraw, "receipt-2", ""}};
    for (int receipt = 10; receipt < 50; ++receipt) {
        std::string text;
        for (const auto byte : randomBytes(3000)) // does not compress away
            text += static_cast<char>(byte);
        changes.push_back({Change::Add, "receipt-" + std::to_string(receipt), text});
    }
    return changes;
}

void firstFetch(const VaultPlace& place) {
    Vault vault = opened(place);
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1), add(1, 2)}, "old", at(1)));
}

/// "old", "new" or what is wrong; consent, cursor, time and receipts must all be of one edition.
std::string edition(const Outcome<HeldPatient>& held) {
    if (!held)
        return held.error().logLine();
    const bool old = held->cursor == "old" && held->consent.viewId == "view-1" && held->fetched == at(1) &&
                     held->receipts.size() == 2 && held->receipts[0].text == receiptText(1, 1);
    const bool fresh = held->cursor == "new" && held->consent.viewId == "view-2" && held->fetched == at(2) &&
                       held->receipts.size() == 41 && held->receipts[0].text == "second edition\n";
    return old ? "old" : fresh ? "new" : "a mixture";
}

/// How many writes one whole second fetch takes, opening and closing included.
int writesOfSecondFetch() {
    const Folder folder;
    firstFetch(placeIn(folder));
    const DiskFault count(AtWrite::NoSpace, 0);
    {
        Vault vault = opened(placeIn(folder));
        REQUIRE(vault.store(patient(1), consent(2), manyChanges(), "new", at(2)));
    }
    return DiskFault::writes();
}

std::vector<int> momentsIn(int writes) {
    std::vector<int> moments;
    for (int moment = 1; moment <= writes; moment += std::max(1, writes / 40))
        moments.push_back(moment);
    return moments;
}

} // namespace

TEST_CASE("a program that dies at any write leaves the old data or the new, with their own consent") {
    const int writes = writesOfSecondFetch();
    REQUIRE(writes > 20);
    std::set<std::string> seen;
    for (const int moment : momentsIn(writes)) {
        CAPTURE(moment, writes);
        const Folder folder;
        firstFetch(placeIn(folder));
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const DiskFault dying(AtWrite::Die, moment);
            {
                Vault vault = opened(placeIn(folder));
                (void)vault.store(patient(1), consent(2), manyChanges(), "new", at(2));
            }
            _exit(0);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        auto after = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
        REQUIRE(after);
        CHECK_FALSE(after->setAside);
        seen.insert(edition(after->vault.find("person-1")));
        CHECK(after->vault.store(patient(2), consent(3), {add(2, 1)}, "c", at(3)));
    }
    CHECK(seen == std::set<std::string>{"old", "new"}); // both sides of the commit were met, and nothing else
}

TEST_CASE("a full disk is said, the old data stay, and work goes on when there is room again") {
    const int writes = writesOfSecondFetch();
    int refused = 0;
    for (const int moment : momentsIn(writes)) {
        CAPTURE(moment, writes);
        const Folder folder;
        firstFetch(placeIn(folder));
        Vault vault = opened(placeIn(folder));
        std::string expected = "new";
        {
            const DiskFault full(AtWrite::NoSpace, moment);
            const auto stored = vault.store(patient(1), consent(2), manyChanges(), "new", at(2));
            if (!stored) {
                CHECK(stored.error().code == "vault.disk-full");
                expected = "old";
                ++refused;
            }
            CHECK(edition(vault.find("person-1")) == expected);
        }
        CHECK(edition(vault.find("person-1")) == expected);
        CHECK(vault.store(patient(1), consent(2), manyChanges(), "new", at(2)));
    }
    CHECK(refused > 5);
}

TEST_CASE("where the consent cannot be written, what is held does not come out") {
    const Folder folder;
    firstFetch(placeIn(folder));
    Vault vault = opened(placeIn(folder));
    {
        const DiskFault full(AtWrite::NoSpace, 1);
        const auto shown = vault.reopen("person-1", consent(2));
        REQUIRE_FALSE(shown);
        CHECK(shown.error().code == "vault.disk-full");
    }
    const auto shown = vault.reopen("person-1", consent(2));
    REQUIRE(shown);
    CHECK(shown->consent.viewId == consent(2).viewId);
}

TEST_CASE("no room for a new vault is said") {
    const Folder folder;
    {
        const DiskFault full(AtWrite::NoSpace, 1);
        const auto tried = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
        REQUIRE_FALSE(tried);
        CHECK(tried.error().code == "vault.disk-full");
    }
    CHECK(Vault::open(placeIn(folder), cardSecret(), deviceSecret()));
}
