// Any bytes into the reader and the splitter; what they promise to each other must hold.
#include "core/receipt/masters.h"
#include "core/receipt/reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace kmixr::receipt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const ReadResult result = read(bytes);
    const auto texts = split(bytes);
    if (texts.size() != result.receipts.size()) {
        std::abort();
    }
    static const Masters masters;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Receipt& receipt = texts[i].receipt;
        if (receipt.patient != result.receipts[i].patient ||
            receipt.computedPoints() != result.receipts[i].computedPoints()) {
            std::abort();
        }
        for (const Disease& disease : receipt.diseases) {
            (void)composeDiseaseName(disease, masters, receipt.month);
        }
        for (const Comment& comment : receipt.remarks) {
            (void)renderComment(comment, masters, receipt.month);
        }
    }
    return 0;
}
