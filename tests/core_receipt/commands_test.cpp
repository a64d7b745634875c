// What inspect and masters compile say and how they end.
#include "app/gateway/inspect/inspect.h"
#include "app/gateway/masters/masters_command.h"
#include "core/receipt/masters.h"
#include "tests/core_receipt/samples.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace kmixr;
using namespace kmixr::gateway;
using receipt::samples::ScratchFolder;
namespace samples = receipt::samples;

namespace {

struct Inspection {
    int status = -1;
    std::string text;
};

Inspection inspect(bool json, std::vector<std::filesystem::path> files) {
    std::ostringstream out;
    const int status = inspectCommand({json, std::move(files)}, out);
    return {status, out.str()};
}

} // namespace

TEST_CASE("inspect says what a file holds and nothing about the person") {
    ScratchFolder folder;
    const auto file = folder.write("RECEIPTC.UKE", samples::toCp932(samples::sample("medical_outpatient")));
    const auto pharmacy = folder.write("RECEIPTY.UKE", samples::sample("dispensing"));
    const Inspection inspection = inspect(true, {file, pharmacy});
    CHECK(inspection.status == 0);
    const auto json = nlohmann::json::parse(inspection.text);
    CHECK(json["ok"] == true);
    REQUIRE(json["files"].size() == 2);
    const auto& one = json["files"][0];
    CHECK(one["encoding"] == "cp932");
    CHECK(one["claim"]["agrees"] == true);
    CHECK(one["claim"]["counted_points"] == 687);
    REQUIRE(one["receipts"].size() == 1);
    const auto& receipt = one["receipts"][0];
    CHECK(receipt["kind"] == "medical_outpatient");
    CHECK(receipt["month"] == "2025-07");
    CHECK(receipt["claimed"] == "2025-08");
    CHECK(receipt["institution"]["key"] == "37-1-9910048");
    CHECK(receipt["records"] ==
          nlohmann::json{
              {"RE", 1}, {"HO", 1}, {"SN", 1}, {"JD", 1}, {"MF", 1}, {"SY", 1}, {"SI", 7}, {"IY", 1}, {"CO", 1}});
    CHECK(receipt["stated_points"] == 687);
    CHECK(receipt["computed_points"] == 687);
    CHECK(receipt["sum_agrees"] == true);
    CHECK(json["files"][1]["receipts"][0]["computed_points"] == 498);

    for (const std::string& text : {inspection.text, inspect(false, {file, pharmacy}).text}) {
        for (const char* personal :
             {"宇多津", "梨花", "ウタヅ", "観音寺", "９９９９００２２", "００２３", "19750815", "1975"}) {
            CAPTURE(personal);
            CHECK(text.find(personal) == std::string::npos);
        }
    }
}

TEST_CASE("inspect ends with 1 when a sum differs or a file cannot be read") {
    ScratchFolder folder;
    const std::string good = samples::sample("medical_outpatient");
    const auto ends = [&](const std::string& bytes) { return inspect(true, {folder.write("a.UKE", bytes)}).status; };
    CHECK(ends(good) == 0);
    CHECK(ends(samples::replaced(good, "SI,25,1,120001210,,42,", "SI,25,1,120001210,,43,")) == 1);
    CHECK(ends(samples::replaced(good, "GO,1,687", "GO,1,688")) == 1);
    CHECK(ends(samples::replaced(good, "GO,1,687", "GO,2,687")) == 1);
    CHECK(ends("") == 1);
    CHECK(ends("not a claim file\n") == 1);
    const auto good2 = folder.write("b.UKE", good);
    const Inspection mixed = inspect(true, {good2, folder.path() / "missing.UKE"});
    CHECK(mixed.status == 1);
    const auto json = nlohmann::json::parse(mixed.text);
    CHECK(json["files"][0]["ok"] == true);
    CHECK(json["files"][1]["ok"] == false);
    CHECK(json["files"][1].contains("problem"));
}

TEST_CASE("inspect names every line it could not read by place and reason, never by content") {
    ScratchFolder folder;
    const std::string text =
        samples::replaced(samples::sample("medical_outpatient"), "GO,1", "ZZ,秘密\n山田太郎\nGO,1");
    const auto file = folder.write("a.UKE", text);
    const Inspection inspection = inspect(true, {file});
    CHECK(inspection.status == 0);
    const auto json = nlohmann::json::parse(inspection.text);
    const auto& unread = json["files"][0]["receipts"][0]["unread"];
    REQUIRE(unread.size() == 2);
    CHECK(unread[0] ==
          nlohmann::json{{"line", 17}, {"record", "ZZ"}, {"field", nullptr}, {"reason", "unknown record"}});
    CHECK(unread[1]["record"] == "?");
    CHECK(inspection.text.find("秘密") == std::string::npos);
    CHECK(inspection.text.find("山田") == std::string::npos);
    const std::string plain = inspect(false, {file}).text;
    CHECK(plain.find("line 17 ZZ: unknown record") != std::string::npos);
    CHECK(plain.find("山田") == std::string::npos);
}

TEST_CASE("inspect adds the per-diem total of a DPC receipt to its lines") {
    ScratchFolder folder;
    const Inspection inspection = inspect(true, {folder.write("d.UKE", samples::sample("dpc"))});
    CHECK(inspection.status == 0);
    const auto receipt = nlohmann::json::parse(inspection.text)["files"][0]["receipts"][0];
    CHECK(receipt["kind"] == "dpc");
    CHECK(receipt["computed_points"] == 115476);
    CHECK(receipt["sum_agrees"] == true);
    CHECK(receipt["records"]["CD"] == 7);
    CHECK(receipt["unread"].empty());
}

TEST_CASE("masters compile makes a table that opens, or says why not") {
    ScratchFolder folder;
    std::ostringstream out;
    std::ostringstream err;
    CompileMastersOptions options;
    options.out = folder.path() / "practice.kmt";
    options.practice = {KMIXR_SOURCE_DIR "/resources/masters/practice.tsv"};
    CHECK(compileMastersCommand(options, out, err) == 0);
    CHECK(out.str().find("practice 2025-09") != std::string::npos);
    CHECK(out.str().find("y 132") != std::string::npos);
    CHECK(err.str().empty());
    REQUIRE(receipt::Masters::open(options.out));

    options.edition = "2025-10 test";
    CHECK(compileMastersCommand(options, out, err) == 0);
    CHECK(receipt::Masters::open(options.out).value()->edition() == "2025-10 test");

    options.sources = {folder.write("letter.txt", "dear sir")};
    CHECK(compileMastersCommand(options, out, err) == 1);
    CHECK(err.str().find("receipt.masters-source") != std::string::npos);
    CHECK(receipt::Masters::open(options.out)); // the former table stays
    CHECK(compileMastersCommand({folder.path() / "x.kmt", {}, {}, {}}, out, err) == 1);
}
