// Everything the generator writes, read again by `kmixr-gateway inspect`: every identity of uke.md §13 holds in both
// outer forms, and one changed number is found.
#include "app/gateway/inspect/survey.h"
#include "app/practice/files.h"
#include "app/practice/people/population_folder.h"
#include "tests/app_practice/practice_plans.h"
#include "tests/app_practice/practice_world.h"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <set>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

struct Seen {
    std::map<receipt::Kind, int> kinds;
    int receipts = 0, corrected = 0, returned = 0, volumes = 0, notes = 0;
};

std::set<std::filesystem::path> filesBelow(const std::filesystem::path& folder) {
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() != ".json") {
            files.insert(entry.path());
        }
    }
    return files;
}

Seen survey(const std::filesystem::path& folder) {
    Seen seen;
    gateway::Surveyor surveyor;
    for (const auto& file : filesBelow(folder)) {
        INFO(file.string());
        const gateway::FileSurvey found = surveyor.survey(file, [&seen](const gateway::ReceiptSurvey& one) {
            for (const gateway::Difference& difference : one.differences) {
                FAIL_CHECK(difference.identity << " at line " << difference.line);
            }
            seen.kinds[one.kind] += 1;
            seen.receipts += 1;
            seen.corrected += one.corrections > 0 ? 1 : 0;
            seen.returned += one.standing == receipt::Standing::Returned ? 1 : 0;
            seen.notes += static_cast<int>(one.unread.size());
        });
        CHECK(found.good());
        CHECK(found.cp932);
        seen.volumes += found.claim && found.claim->continues ? 1 : 0;
    }
    return seen;
}

Generated written(std::uint64_t people, int months, Form form, const std::filesystem::path& folder) {
    static const Population population = readPopulation(test::resources() / "practice" / "population.json").value();
    const std::atomic<bool> stop{false};
    const auto made = writePopulation(
        {people, {20250825, months}, form, test::newest, 2}, population, test::plans(), test::prices(), folder,
        [](const Generated&) {}, stop);
    REQUIRE(made);
    return *made;
}

} // namespace

TEST_CASE("identities hold in everything the generator writes") {
    for (const Form form : {Form::Claim, Form::Insurer, Form::Deliveries}) {
        INFO(static_cast<int>(form));
        const test::WorldFolder folder("kmixr-practice-identities-test");
        const Generated made = written(3'000, 4, form, folder.path());
        const Seen seen = survey(folder.path());
        CHECK(seen.receipts >= static_cast<int>(made.receipts));
        for (const receipt::Kind kind : {receipt::Kind::MedicalOutpatient, receipt::Kind::MedicalInpatient,
                                         receipt::Kind::Dpc, receipt::Kind::Dental, receipt::Kind::Dispensing}) {
            INFO(static_cast<int>(kind));
            CHECK(seen.kinds.contains(kind));
        }
        CHECK((seen.corrected > 0) == (form != Form::Claim));
        CHECK((seen.returned > 0) == (form != Form::Claim));
        CHECK((seen.volumes > 0) == (form == Form::Claim));
    }
}

TEST_CASE("identities hold in all receipts of the practice people, in both forms") {
    for (const Form form : {Form::Claim, Form::Insurer}) {
        const test::WorldFolder folder("kmixr-practice-identities-26-test");
        REQUIRE(writeClaimFolder(filesOf(test::everybody(), form), folder.path()));
        const Seen seen = survey(folder.path());
        CHECK(seen.receipts >= 2'000);
        CHECK(seen.kinds.size() == 5);
    }
}

TEST_CASE("one changed number of points is found") {
    const test::WorldFolder folder("kmixr-practice-mutated-test");
    written(600, 1, Form::Claim, folder.path());
    std::mt19937 random(3);
    int changed = 0;
    for (const auto& file : filesBelow(folder.path())) {
        const auto good = readText(file);
        REQUIRE(good);
        std::vector<std::size_t> places; // the comma behind a number of points: ",12,1," of SI, IY, SS
        for (std::size_t line = good->find("\r\nSI,"); line != std::string::npos;
             line = good->find("\r\nSI,", line + 1)) {
            std::size_t comma = line + 4;
            for (int field = 1; field <= 5; ++field) {
                comma = good->find(',', comma + 1);
            }
            if (good->at(comma - 1) != ',' && good->compare(line + 5, 2, "97") != 0) {
                places.push_back(comma);
            }
        }
        if (places.empty()) {
            continue;
        }
        std::string bad = *good;
        const std::size_t place = places[random() % places.size()] - 1;
        bad[place] = bad[place] == '9' ? '8' : static_cast<char>(bad[place] + 1);
        REQUIRE(writePrivate(file, bad));
        int differences = 0;
        const std::size_t line =
            static_cast<std::size_t>(std::count(bad.begin(), bad.begin() + static_cast<std::ptrdiff_t>(place), '\n')) +
            1;
        gateway::Surveyor surveyor;
        surveyor.survey(file, [&](const gateway::ReceiptSurvey& one) {
            if (!one.differences.empty()) {
                ++differences;
                CHECK(one.firstLine <= line);
                CHECK(line <= one.lastLine);
            }
        });
        INFO(file.string());
        CHECK(differences == 1);
        ++changed;
    }
    CHECK(changed >= 10);
}
