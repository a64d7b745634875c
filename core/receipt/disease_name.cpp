// The name of a disease from its base and its modifiers (uke.md §7).
#include "core/receipt/masters.h"

namespace kmixr::receipt {

namespace {

constexpr std::string_view uncodedCode = "0000999";
enum class Words : std::uint8_t { Full, Dental };

// The base name, with what is to be said about it.
std::string baseName(const Disease& disease, const Masters& masters, Month month, Words words, ComposedName& composed) {
    composed.uncoded = disease.code == uncodedCode;
    const bool recorded = !disease.recordedName.empty();
    if (composed.uncoded && recorded) {
        return disease.recordedName;
    }
    if (const auto entry = masters.disease(disease.code, month)) {
        return std::string(words == Words::Dental && !entry->dentalName.empty() ? entry->dentalName : entry->name);
    }
    composed.unlisted = true;
    return recorded ? disease.recordedName : disease.code;
}

ComposedName compose(const Disease& disease, const Masters& masters, Month month, Words words) {
    ComposedName composed;
    const std::string base = baseName(disease, masters, month, words, composed);
    std::string prefixes;
    std::string suffixes;
    for (const std::string& code : disease.modifiers) {
        const auto entry = masters.modifier(code, month);
        composed.unlisted |= !entry;
        (code.starts_with('8') ? suffixes : prefixes) += !entry ? std::string_view(code) : entry->name;
    }
    composed.text = prefixes + base + suffixes;
    if (!disease.note.empty()) {
        composed.text += "（" + disease.note + "）";
    }
    return composed;
}

} // namespace

ComposedName composeDiseaseName(const Disease& disease, const Masters& masters, Month month) {
    return compose(disease, masters, month, Words::Full);
}

ComposedName composeDentalName(const Disease& disease, const Masters& masters, Month month) {
    return compose(disease, masters, month, Words::Dental);
}

} // namespace kmixr::receipt
