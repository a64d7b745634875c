#include "app/practice/world/patient_token.h"

#include <algorithm>

namespace kmixr::practice {

qr::PatientCardToken tokenOf(const std::string& patient, int issue) {
    const Sha256 hash = sha256("kmixr-practice-v1|" + patient + "|" + std::to_string(issue));
    std::array<std::uint8_t, 16> random{};
    std::copy_n(hash.begin(), random.size(), random.begin());
    return qr::PatientCardToken::of(random);
}

} // namespace kmixr::practice
