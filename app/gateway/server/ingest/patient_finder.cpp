#include "app/gateway/server/ingest/patient_finder.h"

namespace kmixr::server {

namespace {

std::string keyOf(const Identification& id) {
    return payerBody(id.payer) + "/" + id.number;
}

bool sameName(const Identification& a, const Identification& b) {
    return (!a.name.empty() && a.name == b.name) || (!a.kana.empty() && a.kana == b.kana);
}

/// What is recorded must agree. A branch that one side does not record (receipts before 2021-09 have none) or a payer
/// with a wrong check digit is no contradiction, but then the name must speak: twins share everything else.
bool fits(const Identification& receipt, const Identification& person) {
    if (receipt.symbol != person.symbol || receipt.birth != person.birth || receipt.sex != person.sex) {
        return false;
    }
    if (receipt.branch == person.branch && receipt.payer == person.payer) {
        return !receipt.branch.empty() || sameName(receipt, person);
    }
    const bool branchMissing = receipt.branch.empty() || person.branch.empty();
    return (receipt.branch == person.branch || branchMissing) && sameName(receipt, person);
}

} // namespace

PatientFinder::PatientFinder(const Registry& registry) {
    for (std::size_t i = 0; i < registry.patients.size(); ++i) {
        for (const Identity& identity : registry.patients[i].identities) {
            const Identification id = identificationOf(registry.patients[i], identity);
            byNumber_[keyOf(id)].push_back({i, id});
        }
    }
}

Match PatientFinder::find(const Identification& receipt) const {
    Match match;
    if (!receipt.whole()) {
        return match;
    }
    const auto candidates = byNumber_.find(keyOf(receipt));
    if (candidates == byNumber_.end()) {
        return match;
    }
    for (const Candidate& candidate : candidates->second) {
        if (!fits(receipt, candidate.identification) || match.patient == candidate.patient) {
            continue;
        }
        if (match.patient) {
            return {std::nullopt, true};
        }
        match.patient = candidate.patient;
    }
    return match;
}

} // namespace kmixr::server
