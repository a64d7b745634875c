// Any bytes into the reader, the splitter and the stream; what they promise to each other must hold.
#include "core/receipt/masters.h"
#include "core/receipt/reader.h"
#include "core/receipt/sheet.h"

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
    // Cut at a place that the bytes themselves choose.
    std::size_t streamed = 0;
    StreamReader stream([&](ReceiptText&& one) {
        if (streamed >= texts.size() || one.text != texts[streamed].text || !(one.receipt == texts[streamed].receipt)) {
            std::abort();
        }
        ++streamed;
    });
    const std::size_t cut = size == 0 ? 0 : data[size / 2] * size / 256;
    stream.feed(bytes.substr(0, cut));
    stream.feed(bytes.substr(cut));
    if (stream.finish().unread.size() != result.unread.size() || streamed != texts.size()) {
        std::abort();
    }
    static const Masters masters;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Receipt& receipt = texts[i].receipt;
        if (receipt.patient != result.receipts[i].patient ||
            receipt.computedPoints() != result.receipts[i].computedPoints()) {
            std::abort();
        }
        (void)sheetOf(receipt, masters);
    }
    return 0;
}
