// Any bytes as a source of codes and as a compiled table that is asked for its own codes.
#include "core/common/bytes.h"
#include "core/receipt/master_compiler.h"
#include "core/receipt/master_format.h"
#include "core/receipt/masters.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

using namespace kmixr::receipt;

namespace {

// Touches every byte of what was found, so that a view which leaves the file is seen.
std::size_t touched(std::initializer_list<std::string_view> fields) {
    std::size_t sum = 0;
    for (const std::string_view field : fields) {
        for (const char c : field) {
            sum += static_cast<std::uint8_t>(c);
        }
    }
    return sum;
}

std::size_t lookUp(const Masters& masters, std::string_view code, kmixr::Month month) {
    std::size_t sum = 0;
    if (const auto e = masters.disease(code, month)) {
        sum += touched({e->code, e->name, e->kana, e->icd10, e->icd10Second, e->dentalName});
    }
    if (const auto e = masters.modifier(code, month)) {
        sum += touched({e->code, e->name});
    }
    if (const auto e = masters.act(code, month)) {
        sum += touched({e->code, e->name, e->kana, e->unit, e->sectionNumber, e->outpatientTotal, e->inpatientTotal});
    }
    if (const auto e = masters.drug(code, month)) {
        sum += touched({e->code, e->name, e->kana, e->unit, e->priceListCode, e->genericName});
    }
    if (const auto e = masters.material(code, month)) {
        sum += touched({e->code, e->name, e->unit});
    }
    if (const auto e = masters.comment(code, month)) {
        sum += touched({e->code, e->text, e->pattern, e->columns});
    }
    return sum;
}

/// Everything in the file that could be a code of a table: its own digits, and what the samples hold.
void lookUpAll(const Masters& masters, std::string_view bytes) {
    using namespace std::chrono;
    volatile std::size_t sum = touched({masters.edition()});
    for (const kmixr::Month month : {1990y / January, 2025y / August, 2099y / December}) {
        for (std::size_t at = 0, tries = 0; at < bytes.size() && tries < 64; ++at) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                continue;
            }
            for (const std::size_t length : {std::size_t{4}, std::size_t{7}, std::size_t{9}}) {
                sum = sum + lookUp(masters, bytes.substr(at, length), month);
            }
            ++tries;
        }
        for (const std::string_view code : {"", "1", "3", "4"}) {
            sum = sum + lookUp(masters, code, month);
        }
    }
}

/// Behind a right header and checksum, so that the rows themselves are tried.
void tryTable(std::string bytes, const std::filesystem::path& file) {
    std::copy(format::magic.begin(), format::magic.end(), bytes.begin());
    format::put(bytes, format::versionAt, format::version);
    format::put(bytes, format::sizeAt, static_cast<std::uint64_t>(bytes.size()));
    const auto digest = kmixr::sha256(std::string_view(bytes).substr(format::headerSize));
    std::copy(digest.begin(), digest.end(), bytes.begin() + format::digestAt);
    std::ofstream(file, std::ios::binary) << bytes;
    if (const auto masters = Masters::open(file)) {
        lookUpAll(**masters, std::string_view(bytes).substr(format::headerSize));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    static const auto file = std::filesystem::temp_directory_path() / ("kmixr-table-fuzz-" + std::to_string(getpid()));
    MasterCompiler compiler;
    (void)compiler.add(bytes);
    std::string made = compiler.table();
    tryTable(made, file);

    // What the compiler wrote with one word of it changed: always in the present form, whatever the seeds are.
    const std::uint64_t dice = std::hash<std::string_view>{}(bytes);
    format::put(made, format::headerSize + dice % (made.size() - format::headerSize - 3),
                static_cast<std::uint32_t>(dice >> 32 & (dice & 1 ? 0xFF : 0xFFFFFFFF)));
    tryTable(std::move(made), file);

    if (bytes.size() >= format::headerSize) {
        tryTable(std::move(bytes), file);
    }
    std::filesystem::remove(file);
    return 0;
}
