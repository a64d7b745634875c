// Which table of codes is used, and that looking a code up touches no memory of its own.
#include "core/receipt/master_compiler.h"
#include "core/receipt/master_editions.h"
#include "core/receipt/master_format.h"
#include "core/receipt/problems.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <new>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace kmixr::receipt::samples;
namespace trouble = kmixr::receipt::problems;
using namespace std::chrono;

namespace {

std::atomic<std::size_t> allocations{0};

} // namespace

// NOLINTBEGIN(misc-new-delete-overloads): counts every allocation of this program. Not inlined: GCC would see free()
// beside a new that it did not inline and take the two for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
// NOLINTEND(misc-new-delete-overloads)

namespace {

/// A table whose one material bears this name since that day.
std::string tableOf(const std::string& name, const std::string& changed) {
    std::string row = "\"5\",\"T\",\"710000001\",\"2\",\"" + name + "\"";
    for (int column = 6; column <= 37; ++column) {
        row += column == 28 ? ",\"" + changed + "\"" : column == 30 ? ",\"99999999\"" : ",\"\"";
    }
    MasterCompiler compiler;
    REQUIRE(compiler.add(row + "\r\n"));
    return compiler.table();
}

/// The program's own table of 2025-06-01 and a delivered one.
struct Editions {
    explicit Editions(const std::string& deliveredTable = tableOf("B", "20250901")) {
        own = folder.write("own.kmt", tableOf("A", "20250601"));
        table = folder.write("codes.kmt", deliveredTable);
        trusted.trust(key.publicKey(), purpose::masters);
    }
    void sign(const SigningKey& with, std::string_view what = purpose::masters) const {
        std::ofstream(signatureFileOf(table)) << with.sign(what, bytesOf(MappedFile::open(table)->bytes())).toText();
    }
    [[nodiscard]] ChosenMasters chosen() const {
        auto result = chooseMasters(own, table, trusted);
        REQUIRE(result);
        return *result;
    }
    void refusedAs(ProblemCode code) const {
        const ChosenMasters masters = chosen();
        REQUIRE(masters.refused);
        CHECK(masters.refused->is(code));
        CHECK_FALSE(masters.delivered);
        CHECK(masters.masters->material("710000001", 2025y / October)->name == "A");
    }

    ScratchFolder folder;
    std::filesystem::path own, table;
    SigningKey key = SigningKey::generate();
    TrustedKeys trusted;
};

} // namespace

TEST_CASE("masters: a newer table with a good signature takes the place of the program's own") {
    Editions editions;
    editions.sign(editions.key);
    const ChosenMasters chosen = editions.chosen();
    CHECK_FALSE(chosen.refused);
    CHECK(chosen.delivered);
    CHECK(chosen.masters->issued() == 20250901);
    CHECK(chosen.masters->material("710000001", 2025y / October)->name == "B");
}

TEST_CASE("masters: nothing delivered is no trouble, nor is the same edition again") {
    Editions editions(tableOf("A", "20250601"));
    editions.sign(editions.key);
    CHECK_FALSE(editions.chosen().refused);
    CHECK_FALSE(editions.chosen().delivered);
    std::filesystem::remove(editions.table);
    CHECK_FALSE(editions.chosen().refused);
}

TEST_CASE("masters: of two tables of the same day the delivered one is the correction") {
    Editions editions(tableOf("B", "20250601"));
    editions.sign(editions.key);
    CHECK(editions.chosen().delivered);
    CHECK(editions.chosen().masters->material("710000001", 2025y / October)->name == "B");
}

TEST_CASE("masters: what is unsigned, foreign, changed, older or unreadable is refused by its own name") {
    SECTION("without a signature") {
        Editions().refusedAs(trouble::mastersUnsigned);
    }
    SECTION("with something else in its place") {
        Editions editions;
        std::ofstream(signatureFileOf(editions.table)) << "kmixr-ed25519 0011223344556677 AAAA\n";
        editions.refusedAs(trouble::mastersUnsigned);
    }
    SECTION("signed by a stranger") {
        Editions editions;
        editions.sign(SigningKey::generate());
        editions.refusedAs(trouble::mastersForeign);
    }
    SECTION("signed for another purpose") {
        Editions editions;
        editions.sign(editions.key, purpose::rules);
        editions.refusedAs(trouble::mastersChanged);
    }
    SECTION("trusted for another purpose") {
        Editions editions;
        editions.sign(editions.key);
        editions.trusted = {};
        editions.trusted.trust(editions.key.publicKey(), purpose::rules);
        editions.refusedAs(trouble::mastersForeign);
    }
    SECTION("one bit changed after it was signed") {
        Editions editions;
        editions.sign(editions.key);
        std::string bytes = tableOf("B", "20250901");
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
        editions.table = editions.folder.write("codes.kmt", bytes);
        editions.refusedAs(trouble::mastersChanged);
    }
    SECTION("older than the program's own") {
        Editions editions(tableOf("0", "20240601"));
        editions.sign(editions.key);
        editions.refusedAs(trouble::mastersOlder);
    }
    SECTION("signed well, but no table") {
        Editions editions("no table at all");
        editions.sign(editions.key);
        editions.refusedAs(trouble::mastersDelivered);
    }
}

TEST_CASE("masters: the program's own table must be right whatever was delivered") {
    Editions editions;
    editions.sign(editions.key);
    editions.own = editions.folder.write("own.kmt", "no table");
    const auto chosen = chooseMasters(editions.own, editions.table, editions.trusted);
    REQUIRE_FALSE(chosen);
    CHECK(chosen.error().is(trouble::mastersUnreadable));
}

TEST_CASE("masters: a look-up allocates nothing, whether the code is there or not") {
    MasterCompiler compiler;
    REQUIRE(compiler.addFile(std::filesystem::path(KMIXR_SOURCE_DIR) / "resources/masters/practice.tsv"));
    ScratchFolder folder;
    const auto masters = Masters::open(folder.write("table.kmt", compiler.table()));
    REQUIRE(masters);
    const Month month = 2025y / August;
    const auto before = allocations.load();
    std::size_t found = 0;
    for (int round = 0; round < 100; ++round) {
        found += (*masters)->disease("8830042", month) ? 1 : 0;
        found += (*masters)->modifier("8002", month) ? 1 : 0;
        found += (*masters)->act("150375410", month) ? 1 : 0;
        found += (*masters)->act("301000110", month) ? 1 : 0;
        found += (*masters)->drug("620007870", month) ? 1 : 0;
        found += (*masters)->material("710010935", month) ? 1 : 0;
        found += (*masters)->comment("840000007", month) ? 1 : 0;
        found += (*masters)->drug("629999999", month) ? 1 : 0;
        found += (*masters)->act("", month) ? 1 : 0;
    }
    const auto after = allocations.load();
    CHECK(found == 700);
    CHECK(after == before);
    const auto counts = allocations.load();
    const auto proof = std::make_unique<int>(1); // the counter does count
    CHECK(allocations.load() > counts);
}

TEST_CASE("masters: a right checksum does not make rows believed") {
    const std::string good = tableOf("A", "20250601");
    ScratchFolder folder;
    const auto opens = [&](std::size_t at, std::uint32_t value) {
        std::string bytes = good;
        format::put(bytes, at, value);
        const Sha256 digest = sha256(std::string_view(bytes).substr(format::headerSize));
        std::copy(digest.begin(), digest.end(), bytes.begin() + format::digestAt);
        return Masters::open(folder.write("table.kmt", bytes)).has_value();
    };
    CHECK(opens(format::issuedAt, 20250601));
    CHECK_FALSE(opens(format::editionAt, 0xFFFFFFFF));
    CHECK_FALSE(opens(format::sectionsAt, 0xFFFF));
    const std::size_t row = format::headerSize + format::kinds.size() * format::sectionSize;
    CHECK(opens(row, 710000001));
    CHECK_FALSE(opens(row, 710000002)); // a number that is not that of the code
    std::size_t refused = 0;
    for (std::size_t at = format::headerSize; at + 4 <= good.size(); at += 4) {
        refused += opens(at, 0xFFFFFFF0) ? 0 : 1;
    }
    CHECK(refused > format::kinds.size() * 3); // every kind, count and place, and the row's references
}
