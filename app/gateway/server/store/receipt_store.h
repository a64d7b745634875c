// Receipts at rest: one row for each place a claim can fill, packed, each with an id that stays and a cursor that grows
// whenever its text changes.
#pragma once

#include "app/gateway/server/store/database.h"
#include "app/gateway/server/store/person_store.h"
#include "core/protocol/messages.h"
#include "core/receipt/receipt.h"

#include <optional>
#include <string>
#include <vector>

namespace kmixr::server {

/// What a later 請求年月 supersedes (uke.md §11), with the prescriber: a pharmacy writes one receipt for each.
struct ReceiptPlace {
    std::string institution, payer, month, prescriber;
    int kind = 0;
    int ordinal = 0; ///< several receipts of one file may share the rest

    auto operator<=>(const ReceiptPlace&) const = default;
};
ReceiptPlace placeOf(const receipt::Receipt& receipt);

enum class Kept : std::uint8_t {
    Added,
    Unchanged,
    Replaced,
    Superseded, ///< a later claim is here already
    Withdrawn
};

struct StoredPlace {
    ReceiptPlace place;
    std::string insurerNumber, claimed; ///< claimed: "2025-09"
};

struct Coverage {
    std::int64_t receipts = 0;
    std::string insurerNumber;        ///< of the newest receipt
    std::optional<Month> newestMonth; ///< for which that insurer has delivered receipts of anybody
};

/// Thread: any.
class ReceiptStore {
public:
    explicit ReceiptStore(Database& database) : database_(database) {}

    Outcome<Kept> keep(PersonId person, const StoredPlace& at, const std::string& text);
    /// 返戻, 取下げ: the receipt of that claim counts no longer; who holds it is told. The place is remembered, so that
    /// the same claim does not come back with an old file; a later claim does.
    Outcome<Kept> withdraw(PersonId person, const StoredPlace& at);
    /// Gives a stranger's receipts to the person they turned out to be, as if they came now.
    Outcome<std::int64_t> move(PersonId from, PersonId to);
    Outcome<Coverage> coverageOf(PersonId person);
    /// At most `most` deliveries behind `since`, oldest change first. `knownBefore` is the cursor the client began
    /// with: a receipt it may hold already is a replacement, any other an addition.
    Outcome<std::vector<protocol::Delivery>> changes(PersonId person, std::int64_t since, std::int64_t knownBefore,
                                                     int most);

private:
    struct Held;
    Outcome<std::optional<Held>> held(PersonId person, const ReceiptPlace& place);
    Outcome<void> write(PersonId person, const StoredPlace& at, const std::optional<Held>& held, const Sha256& hash,
                        const Bytes& packed);

    Database& database_;
};

/// Cursors on the wire are text; nullopt when a client sends one we never gave. Empty is the beginning.
std::optional<std::int64_t> parseCursor(std::string_view text);

} // namespace kmixr::server
