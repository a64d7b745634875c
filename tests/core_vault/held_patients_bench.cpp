// Finding one of 2,000 patients by the presented card, each with ten receipts (DESIGN §10: cached summary in 0.1 s).
#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace kmixr::vault;
using namespace kmixr::vault::test;

namespace {

constexpr int patients = 2000;
constexpr int receipts = 10;

double millisecondsOf(const auto& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

TEST_CASE("a card finds its patient among 2,000") {
    const Folder folder;
    const auto place = placeIn(folder);
    const double filled = millisecondsOf([&] {
        Vault vault = opened(place);
        for (int number = 0; number < patients; ++number) {
            std::vector<ReceiptChange> changes;
            for (int receipt = 0; receipt < receipts; ++receipt)
                changes.push_back(add(number, receipt));
            REQUIRE(vault.store(patient(number), consent(number), changes, "c", at(number)));
        }
    });
    std::vector<double> warm;
    double open = 0;
    double cold = 0;
    {
        std::optional<Vault> vault;
        open = millisecondsOf([&] { vault.emplace(opened(place)); });
        cold = millisecondsOf([&] { REQUIRE(vault->findByToken(patient(1234).tokenHash)); });
        for (int i = 0; i < 300; ++i)
            warm.push_back(millisecondsOf([&] {
                const auto held = vault->findByToken(patient(i * 37 % patients).tokenHash);
                REQUIRE(held);
                REQUIRE(held->receipts.size() == receipts);
            }));
    }
    std::ranges::sort(warm);
    std::printf("%d patients x %d receipts: store %.2f ms each, open %.1f ms, first find %.2f ms, then median %.2f ms, "
                "p95 %.2f ms; file %.1f MB\n",
                patients, receipts, filled / patients, open, cold, warm[150], warm[285],
                static_cast<double>(std::filesystem::file_size(place.databaseFile())) / 1e6);
    CHECK(cold < 50);
    CHECK(warm[285] < 20);
}
