#include "core/qr/patient_card_token.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using kmixr::qr::PatientCardToken;
    const std::string text = "KMIXR1:" + std::string(kmixr::textOf({data, size}));
    for (const std::string_view candidate : {std::string_view(text), std::string_view(text).substr(7)}) {
        const auto token = PatientCardToken::read(candidate);
        if (token && (token->text() != candidate || token->ending().size() != 4))
            std::abort();
    }
    if (size >= 16) { // whatever is printed can be read again
        std::array<std::uint8_t, 16> random{};
        std::copy_n(data, random.size(), random.begin());
        const auto printed = PatientCardToken::of(random);
        const auto read = PatientCardToken::read(printed.text());
        if (!read || read->hash() != kmixr::sha256(kmixr::ByteView(random)))
            std::abort();
    }
    return 0;
}
