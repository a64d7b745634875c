// What inspect and masters compile say and how they end.
#include "app/gateway/inspect/inspect.h"
#include "app/gateway/inspect/survey.h"
#include "app/gateway/masters/masters_command.h"
#include "core/receipt/masters.h"
#include "tests/core_receipt/samples.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

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

namespace {

/// The only difference that inspect reports, wherever it stands.
nlohmann::json differenceIn(const std::string& bytes) {
    ScratchFolder folder;
    const Inspection inspection = inspect(true, {folder.write("a.UKE", bytes)});
    CHECK(inspection.status == 1);
    const auto file = nlohmann::json::parse(inspection.text)["files"][0];
    CHECK(file["ok"] == false);
    nlohmann::json found = nlohmann::json::array();
    for (const auto& receipt : file["receipts"]) {
        for (const auto& one : receipt["differences"]) {
            found.push_back(one);
        }
    }
    if (file.contains("claim")) {
        for (const auto& one : file["claim"]["differences"]) {
            found.push_back(one);
        }
    }
    CAPTURE(found.dump());
    REQUIRE(found.size() == 1);
    return found[0];
}

nlohmann::json difference(const char* identity, int line, const char* record, int field, int stated, int found) {
    return {{"identity", identity}, {"line", line},     {"record", record},
            {"field", field},       {"stated", stated}, {"found", found}};
}

} // namespace

TEST_CASE("every identity can fail, and inspect says where") {
    const std::string medical = samples::sample("medical_outpatient");
    CHECK(differenceIn(samples::replaced(medical, "SI,25,1,120001210,,42,", "SI,25,1,120001210,,43,")) ==
          difference("points", 3, "HO", 5, 687, 688));
    CHECK(differenceIn(samples::replaced(medical, "SI,25,1,120001210,,42,1,,,,,,,,,,,,,,,,,,,,,,,,1,",
                                         "SI,25,1,120001210,,42,1,,,,,,,,,,,,,,,,,,,,,,,,2,")) ==
          difference("days", 11, "SI", 6, 1, 2));
    CHECK(differenceIn(samples::replaced(medical, "GO,1,687", "GO,1,688")) ==
          difference("total", 17, "GO", 2, 688, 687));
    CHECK(differenceIn(samples::replaced(medical, "GO,1,687", "GO,2,687")) == difference("claims", 17, "GO", 1, 2, 1));

    const std::string pharmacy = samples::sample("dispensing");
    CHECK(differenceIn(samples::replaced(pharmacy, "SH,01,1,006,,3,", "SH,01,1,006,,4,"))["identity"] == "drug_fee");
    const std::string dpc = samples::sample("dpc");
    CHECK(differenceIn(samples::replaced(dpc, "HH,202402,2,1,1,1,3110,3,9330", "HH,202402,2,1,1,1,3110,2,9330")) ==
          difference("per_diem", 15, "HH", 8, 9330, 6220));
    CHECK(differenceIn(samples::replaced(dpc, "GT,202402,2,1,1,20080,", "GT,202402,2,1,1,20081,"))["record"] == "GT");
    const std::string dental = samples::sample("dental");
    CHECK(inspect(true, {}).status == 0);
    ScratchFolder folder;
    CHECK(inspect(true, {folder.write("d.UKE", dental)}).status == 0);
}

TEST_CASE("every payer's sum is held against the lines charged to it") {
    const auto text = [](const std::string& payers) {
        return "IR,1,37,1,9910030,,医院,202509,00,\nRE,1,1122,202508,丸亀　そら,1,20190430\n" + payers +
               "SI,12,2,112007410,,75,1\nSI,60,5,160010010,,49,1\n";
    };
    const std::string good = text("HO,01379999,１,２,1,75\nKO,28379995,9900176,,1,124\n") + "GO,2,75,99\n";
    ScratchFolder folder;
    CHECK(inspect(true, {folder.write("a.UKE", good)}).status == 0);
    CHECK(differenceIn(samples::replaced(good, ",1,124", ",1,75")) == difference("points", 4, "KO", 5, 75, 124));
    CHECK(differenceIn(text("HO,01379999,１,２,1,124\nKO,28379995,9900176,,1,124\n") + "GO,2,124,99\n") ==
          difference("points", 3, "HO", 5, 124, 75));
    CHECK(inspect(true, {folder.write("b.UKE", samples::replaced(good, ",1,124", ",1,"))}).status == 0); // left out
}

TEST_CASE("a line that belongs to no receipt is lost, and inspect ends with 1") {
    ScratchFolder folder;
    const std::string good = samples::sample("medical_outpatient");
    const auto ends = [&](const std::string& text) { return inspect(true, {folder.write("a.UKE", text)}).status; };
    CHECK(ends(good + "SY,8840107,20250501,1\n") == 1);
    CHECK(ends(samples::replaced(good, "GO,1,687", "RE,2,1112,2025xx,別の人,1,19800101\nGO,1,687")) == 1);
    CHECK(ends(samples::replaced(good, "GO,1,687", "ZZ,1\nGO,1,687")) == 0); // kept, and shown with its receipt
}

TEST_CASE("a claim in volumes is summed over its files; a file that was cut short is said") {
    ScratchFolder folder;
    const std::string whole = samples::sample("medical_outpatient");
    const std::string lineEnd = whole.find("\r\n") == std::string::npos ? "\n" : "\r\n";
    const auto first = folder.write("0.UKE", samples::replaced(whole, "GO,1,687,99", "GO,,,01"));
    const std::string rest = samples::replaced(whole, ",202508,00,", ",202508,01,");
    const auto last = folder.write("1.UKE", samples::replaced(rest, "GO,1,687,99", "GO,2,1374,99"));
    CHECK(inspect(true, {first, last}).status == 0);
    const auto wrong = folder.write("2.UKE", samples::replaced(rest, "GO,1,687,99", "GO,2,1375,99"));
    CHECK(inspect(true, {first, wrong}).status == 1);
    const Inspection alone = inspect(true, {last});
    CHECK(alone.status == 1);
    CHECK(alone.text.find("former volumes") != std::string::npos);

    const std::string cut = whole.substr(0, whole.find("GO,1,687"));
    const Inspection shortened = inspect(false, {folder.write("3.UKE", cut)});
    CHECK(shortened.status == 1);
    CHECK(shortened.text.find("cut short after line 16") != std::string::npos);
}

TEST_CASE("inspect says why a file gives nothing, and holds one receipt of a long one") {
    ScratchFolder folder;
    const auto trouble = [&](const std::filesystem::path& file) {
        const Inspection inspection = inspect(true, {file});
        CHECK(inspection.status == 1);
        return nlohmann::json::parse(inspection.text)["files"][0].value("problem", "");
    };
    CHECK(trouble(folder.path() / "missing.UKE") == "there is no such file");
    CHECK(trouble(folder.path()) == "is no file");
    CHECK(trouble(folder.write("empty.UKE", "")) == "is empty");
    std::string noise(200'000, '\0');
    std::mt19937 random(7);
    for (char& byte : noise) {
        byte = static_cast<char>(random());
    }
    CHECK(trouble(folder.write("noise.UKE", noise)) == "holds no receipt");
    const std::string whole = samples::sample("medical_outpatient");
    const Inspection huge = inspect(true, {folder.write("huge.UKE", std::string(3U << 20U, 'x') + "\n" + whole)});
    CHECK(huge.status == 1); // a line that belongs to no receipt may have been one
    CHECK(nlohmann::json::parse(huge.text)["files"][0]["unread"][0]["reason"] == "line longer than 1 MiB");

    // What is printed is not kept: memory for ten times the receipts is the same.
    const std::string body = whole.substr(0, whole.find("GO,1,687"));
    const auto heldBy = [&](int receipts) {
        std::string text;
        for (int i = 0; i < receipts; ++i) {
            text += body;
        }
        const auto file = folder.write("long.UKE", text);
        Surveyor surveyor;
        const auto inUse = [] { return static_cast<std::int64_t>(mallinfo2().uordblks + mallinfo2().hblkhd); };
        const std::int64_t before = inUse();
        std::int64_t peak = 0;
        surveyor.survey(file, [&](const ReceiptSurvey&) { peak = std::max(peak, inUse() - before); });
        return peak;
    };
    (void)heldBy(10);
    const std::int64_t few = heldBy(500);
    CHECK(heldBy(5'000) < few + 200'000);
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
