// Any bytes as a source of codes and as a compiled table.
#include "core/common/bytes.h"
#include "core/receipt/master_compiler.h"
#include "core/receipt/master_format.h"
#include "core/receipt/masters.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>

using namespace kmixr::receipt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    MasterCompiler compiler;
    (void)compiler.add(bytes);
    (void)compiler.table();

    // Behind a right header and checksum, so that the rows themselves are tried.
    static const auto file = std::filesystem::temp_directory_path() / ("kmixr-table-fuzz-" + std::to_string(getpid()));
    if (bytes.size() >= format::headerSize) {
        std::copy(format::magic.begin(), format::magic.end(), bytes.begin());
        format::put(bytes, format::versionAt, format::version);
        format::put(bytes, format::sizeAt, static_cast<std::uint64_t>(bytes.size()));
        const auto digest = kmixr::sha256(std::string_view(bytes).substr(format::headerSize));
        std::copy(digest.begin(), digest.end(), bytes.begin() + format::digestAt);
    }
    std::ofstream(file, std::ios::binary) << bytes;
    (void)Masters::open(file);
    std::filesystem::remove(file);
    return 0;
}
