// Any recorded text behind every pattern of comment.
#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

using namespace kmixr::receipt;

namespace {

std::shared_ptr<const Masters> table() {
    const auto file = std::filesystem::temp_directory_path() / "kmixr-comment-fuzz.kmt";
    MasterCompiler compiler;
    if (!compiler.addFile(KMIXR_FUZZ_TABLE) || !compiler.write(file)) {
        std::abort();
    }
    auto masters = Masters::open(file);
    std::filesystem::remove(file);
    return masters ? *masters : nullptr;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto masters = table();
    constexpr std::array<const char*, 9> codes{"830181530", "831110001", "840000007", "850100049", "880100018",
                                               "890000001", "842999999", "853999999", "810000001"};
    const std::string text(reinterpret_cast<const char*>(data), size);
    constexpr kmixr::Month month{std::chrono::year{2025}, std::chrono::August};
    for (const char* code : codes) {
        (void)renderComment({1, code, text}, *masters, month);
    }
    return 0;
}
