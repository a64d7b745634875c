// Any bytes in any chunks: whole deliveries or a problem, and the same ones however the bytes were cut.
#include "core/protocol/messages.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kmixr;
    const std::string_view bytes = textOf({data, size});
    protocol::DeliveryReader whole;
    const auto expected = whole.feed(bytes);
    const std::size_t cut = size == 0 ? 0 : data[0] % size;
    protocol::DeliveryReader chunked;
    auto first = chunked.feed(bytes.substr(0, cut));
    auto second = first ? chunked.feed(bytes.substr(cut)) : first;
    if (expected.has_value() != second.has_value() ||
        (expected && expected->size() != first->size() + second->size())) {
        std::abort();
    }
    return 0;
}
