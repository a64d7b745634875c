// Who the receipts belong to: people of the registry, and strangers who so far only appear on receipts.
#pragma once

#include "app/gateway/server/ingest/identification.h"
#include "app/gateway/server/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace kmixr::server {

using PersonId = std::int64_t;

struct RegisteredPerson {
    PersonId id = 0;
    std::string patientKey; ///< opaque, stable for the person
};

struct Stranger {
    PersonId id = 0;
    Identification identification;
};

/// Thread: any.
class PersonStore {
public:
    explicit PersonStore(Database& database) : database_(database) {}

    /// The person of that label; made when the label is new.
    Outcome<RegisteredPerson> registered(const std::string& label);
    /// The stranger that this identification describes; made when never met. `otherwise` tells apart people whose
    /// identification is not whole (it then belongs to one receipt only).
    Outcome<PersonId> stranger(const Identification& identification, std::string_view otherwise);
    Outcome<std::vector<Stranger>> strangers();
    /// The stranger turned out to be somebody: forgotten, once no receipt is theirs.
    Outcome<void> forgetStranger(PersonId id);

private:
    Database& database_;
};

} // namespace kmixr::server
