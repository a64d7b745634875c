// Any bytes as one receipt: the derivation ends and does not crash.
#include "tests/core_history/derived.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kmixr::history;
    const std::string text(reinterpret_cast<const char*>(data), size);
    (void)test::derived({{"fuzz", text}, {"again", text}});
    return 0;
}
