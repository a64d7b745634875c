// Keys and signed editions of the rules, as whoever runs the gateway makes them.
#include "app/gateway/signing/signing_command.h"
#include "core/common/data_folder.h"
#include "core/receipt/master_compiler.h"
#include "core/receipt/master_editions.h"

#include <catch2/catch_test_macros.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace kmixr;
namespace fs = std::filesystem;

namespace {

struct Desk {
    fs::path folder = fs::temp_directory_path() / ("signing-" + std::to_string(::getpid()));
    fs::path key = folder / "council.key";
    fs::path rules = folder / "rules";
    std::ostringstream out, err;

    Desk() {
        fs::create_directories(rules);
        write("pack.json", R"({"kind": "pack", "number": 7})");
        write("flags.json", "{}");
    }
    ~Desk() { fs::remove_all(folder); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void write(const char* name, const std::string& text) const { std::ofstream(rules / name) << text; }
    int newKey(std::vector<std::string> purposes = {}) {
        return gateway::newKeyCommand({key, std::move(purposes)}, out, err);
    }
    int sign() { return gateway::signRulesCommand({key, rules}, out, err); }
    [[nodiscard]] SignatureCheck check(const TrustedKeys& trusted) const {
        std::stringstream line;
        line << std::ifstream(rules / folderSignatureFile).rdbuf();
        const auto signature = Signature::fromText(line.str());
        REQUIRE(signature);
        const auto files = jsonFilesOf(rules, ProblemCode{"test.unreadable"});
        REQUIRE(files);
        return trusted.check(purpose::rules, bytesToSign(*files), *signature);
    }
};

} // namespace

TEST_CASE("a key is made for its owner alone, and what it signs holds under the list that was printed") {
    Desk desk;
    REQUIRE(desk.newKey() == 0);
    CHECK((fs::status(desk.key).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
    const auto trusted = TrustedKeys::read(desk.out.str());
    REQUIRE(trusted);
    CHECK(desk.newKey() != 0); // never over another key

    REQUIRE(desk.sign() == 0);
    CHECK(desk.check(*trusted) == SignatureCheck::Good);
    desk.write("flags.json", "{ }");
    CHECK(desk.check(*trusted) == SignatureCheck::Wrong);
    CHECK(desk.sign() == 0); // the next edition
    CHECK(desk.check(*trusted) == SignatureCheck::Good);
}

TEST_CASE("a key for one purpose is trusted for no other") {
    Desk desk;
    REQUIRE(desk.newKey({"masters"}) == 0);
    const auto trusted = TrustedKeys::read(desk.out.str());
    REQUIRE(trusted);
    REQUIRE(desk.sign() == 0);
    CHECK(desk.check(*trusted) == SignatureCheck::KeyUnknown);
}

TEST_CASE("no signature by a key that others can read or that is none, nor over a folder without a number") {
    Desk desk;
    REQUIRE(desk.newKey() == 0);
    SECTION("readable") {
        fs::permissions(desk.key, fs::perms::group_read, fs::perm_options::add);
    }
    SECTION("no key") {
        fs::permissions(desk.key, fs::perms::owner_all);
        std::ofstream(desk.key) << "0123";
    }
    SECTION("missing") {
        fs::remove(desk.key);
    }
    SECTION("no number") {
        desk.write("pack.json", "{}");
    }
    SECTION("no folder") {
        fs::remove_all(desk.rules);
    }
    CHECK(desk.sign() != 0);
    CHECK_FALSE(desk.err.str().empty());
    CHECK_FALSE(fs::exists(desk.rules / folderSignatureFile));
}

TEST_CASE("a table of codes is signed and judged as a laptop judges it") {
    Desk desk;
    REQUIRE(desk.newKey() == 0);
    const fs::path table = desk.folder / "codes.kmt", installed = desk.folder / "installed.kmt",
                   trusted = desk.folder / "trusted.json";
    std::ofstream(trusted) << desk.out.str();
    const auto compile = [](const fs::path& file, const std::string& name, const std::string& day) {
        std::string row = "\"5\",\"T\",\"710000001\",\"2\",\"" + name + "\"";
        for (int column = 6; column <= 37; ++column) {
            row += column == 28 ? ",\"" + day + "\"" : column == 30 ? ",\"99999999\"" : ",\"\"";
        }
        receipt::MasterCompiler compiler;
        REQUIRE(compiler.add(row + "\r\n"));
        REQUIRE(compiler.write(file));
    };
    const auto sign = [&] { return gateway::signMastersCommand({desk.key, {}, {}, table}, desk.out, desk.err); };
    const auto verify = [&](const fs::path& beside = {}) {
        desk.out.str({});
        return gateway::verifyMastersCommand({{}, trusted, beside, table}, desk.out, desk.err);
    };
    compile(table, "A", "20250901");
    compile(installed, "A", "20250601");

    CHECK(verify() == 1); // unsigned
    CHECK(desk.err.str().find("receipt.masters-unsigned") != std::string::npos);
    REQUIRE(sign() == 0);
    CHECK(desk.out.str().find("20250901: signed with key ") != std::string::npos);
    CHECK(verify() == 0);
    CHECK(verify(installed) == 0);
    CHECK(desk.out.str().find(": good") != std::string::npos);
    CHECK(verify(table) == 0);
    CHECK(desk.out.str().find("installed already") != std::string::npos);

    compile(installed, "A", "20251001");
    CHECK(verify(installed) == 1);
    CHECK(desk.err.str().find("receipt.masters-older") != std::string::npos);
    compile(table, "B", "20251001"); // with the signature of the former
    CHECK(verify(installed) == 1);
    CHECK(desk.err.str().find("receipt.masters-changed") != std::string::npos);

    fs::remove(receipt::signatureFileOf(table));
    std::ofstream(table, std::ios::trunc) << "no table";
    CHECK(sign() == 1);
    CHECK_FALSE(fs::exists(receipt::signatureFileOf(table)));
    fs::remove(table);
    CHECK(sign() == 1);
}
