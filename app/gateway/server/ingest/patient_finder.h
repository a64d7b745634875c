// Finds the person of the registry whose receipt this is: insurer number + symbol + number + branch + birth date + sex
// (DESIGN §5). Never a guess: two people who both fit, or none, is "nobody".
#pragma once

#include "app/gateway/server/ingest/identification.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kmixr::server {

struct Match {
    std::optional<std::size_t> patient; ///< index into Registry::patients
    bool ambiguous = false;             ///< more than one person fits
};

/// Refers to nothing: keeps its own copy of the identities. Thread: any.
class PatientFinder {
public:
    explicit PatientFinder(const Registry& registry);
    [[nodiscard]] Match find(const Identification& receipt) const;

private:
    struct Candidate {
        std::size_t patient;
        Identification identification;
    };
    std::unordered_map<std::string, std::vector<Candidate>> byNumber_; ///< payer body + number
};

} // namespace kmixr::server
