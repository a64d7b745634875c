#include "app/gateway/server/store/receipt_store.h"

#include "app/gateway/server/ingest/identification.h"
#include "app/gateway/server/problems.h"
#include "app/gateway/server/store/packed_text.h"

#include <charconv>

namespace kmixr::server {

namespace {

constexpr std::size_t receiptIdSize = 16;

/// What stands for the text of a receipt that was withdrawn; no packed text is so short.
const Bytes withdrawnMark{0};

struct Change {
    std::string receiptId;
    std::int64_t cursor = 0;
    bool known = false;
    Bytes packed;
};

bool same(const Bytes& held, const Sha256& fresh) {
    return std::equal(held.begin(), held.end(), fresh.begin(), fresh.end());
}

} // namespace

struct ReceiptStore::Held {
    std::int64_t id = 0;
    std::string claimed;
    Bytes hash;
    bool withdrawn = false;
};

ReceiptPlace placeOf(const receipt::Receipt& receipt) {
    return {receipt.institution.key(),      payerBody(identificationOf(receipt).payer),
            isoMonth(receipt.month),        receipt.prescriber ? receipt.prescriber->key() : std::string(),
            static_cast<int>(receipt.kind), 0};
}

Outcome<std::optional<ReceiptStore::Held>> ReceiptStore::held(PersonId person, const ReceiptPlace& place) {
    return database_.first(
        "SELECT id, claimed, hash, length(packed) = 1 FROM receipts WHERE person = ? AND institution = ? AND payer = ?"
        " AND month = ? AND kind = ? AND prescriber = ? AND ordinal = ?",
        [](const Row& row) { return Held{row.integer(0), row.text(1), row.blob(2), row.integer(3) != 0}; }, person,
        place.institution, place.payer, place.month, place.kind, place.prescriber, place.ordinal);
}

Outcome<void> ReceiptStore::write(PersonId person, const StoredPlace& at, const std::optional<Held>& held,
                                  const Sha256& hash, const Bytes& packed) {
    const auto cursor = database_.nextNumber();
    if (!cursor) {
        return fail(cursor.error());
    }
    const ReceiptPlace& place = at.place;
    return held
               ? database_.run("UPDATE receipts SET insurer_number = ?, claimed = ?, cursor = ?, hash = ?, packed = ? "
                               "WHERE id = ?",
                               at.insurerNumber, at.claimed, *cursor, hash, packed, held->id)
               : database_.run(
                     "INSERT INTO receipts (receipt_id, person, institution, payer, month, kind, prescriber, ordinal,"
                     " insurer_number, claimed, added, cursor, hash, packed)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     toHex(randomBytes(receiptIdSize)), person, place.institution, place.payer, place.month, place.kind,
                     place.prescriber, place.ordinal, at.insurerNumber, at.claimed, *cursor, *cursor, hash, packed);
}

Outcome<Kept> ReceiptStore::keep(PersonId person, const StoredPlace& at, const std::string& text) {
    const auto known = held(person, at.place);
    if (!known) {
        return fail(known.error());
    }
    const Sha256 hash = sha256(text);
    if (*known && same((*known)->hash, hash)) {
        return Kept::Unchanged;
    }
    if (*known && (at.claimed < (*known)->claimed || ((*known)->withdrawn && at.claimed == (*known)->claimed))) {
        return Kept::Superseded;
    }
    if (const auto written = write(person, at, *known, hash, packText(text)); !written) {
        return fail(written.error());
    }
    return *known ? Kept::Replaced : Kept::Added;
}

Outcome<Kept> ReceiptStore::withdraw(PersonId person, const StoredPlace& at) {
    const auto known = held(person, at.place);
    if (!known) {
        return fail(known.error());
    }
    if (*known && at.claimed < (*known)->claimed) {
        return Kept::Superseded;
    }
    if (*known && (*known)->withdrawn) {
        return Kept::Unchanged;
    }
    if (const auto written = write(person, at, *known, sha256(std::string_view{}), withdrawnMark); !written) {
        return fail(written.error());
    }
    return Kept::Withdrawn;
}

Outcome<std::int64_t> ReceiptStore::move(PersonId from, PersonId to) {
    struct Moving {
        StoredPlace at;
        Bytes packed;
    };
    std::vector<Moving> moving;
    const auto read = database_.rows(
        "SELECT institution, payer, month, prescriber, kind, ordinal, insurer_number, claimed, packed FROM receipts"
        " WHERE person = ? ORDER BY cursor",
        [&](const Row& row) {
            moving.push_back({{{row.text(0), row.text(1), row.text(2), row.text(3), static_cast<int>(row.integer(4)),
                                static_cast<int>(row.integer(5))},
                               row.text(6),
                               row.text(7)},
                              row.blob(8)});
        },
        from);
    if (!read) {
        return fail(read.error());
    }
    for (const Moving& each : moving) {
        if (each.packed == withdrawnMark) {
            if (const auto gone = withdraw(to, each.at); !gone) {
                return fail(gone.error());
            }
            continue;
        }
        const auto text = unpackText(each.packed);
        if (!text) {
            return fail(text.error());
        }
        if (const auto kept = keep(to, each.at, *text); !kept) {
            return fail(kept.error());
        }
    }
    if (const auto removed = database_.run("DELETE FROM receipts WHERE person = ?", from); !removed) {
        return fail(removed.error());
    }
    return static_cast<std::int64_t>(moving.size());
}

Outcome<Coverage> ReceiptStore::coverageOf(PersonId person) {
    Coverage coverage;
    auto read = database_.rows(
        "SELECT count(*) FROM receipts WHERE person = ? AND length(packed) > 1",
        [&](const Row& row) { coverage.receipts = row.integer(0); }, person);
    std::string payer;
    read = read ? database_.rows(
                      "SELECT payer, insurer_number FROM receipts WHERE person = ? AND length(packed) > 1 ORDER BY "
                      "month DESC, cursor DESC "
                      "LIMIT 1",
                      [&](const Row& row) {
                          payer = row.text(0);
                          coverage.insurerNumber = row.text(1);
                      },
                      person)
                : read;
    read = read ? database_.rows(
                      "SELECT max(month) FROM receipts WHERE payer = ?",
                      [&](const Row& row) { coverage.newestMonth = parseIsoMonth(row.text(0)); }, payer)
                : read;
    if (!read) {
        return fail(read.error());
    }
    return coverage;
}

Outcome<std::vector<protocol::Delivery>> ReceiptStore::changes(PersonId person, std::int64_t since,
                                                               std::int64_t knownBefore, int most) {
    std::vector<Change> changes;
    const auto read = database_.rows(
        "SELECT receipt_id, cursor, added <= ?, packed FROM receipts WHERE person = ? AND cursor > ?"
        " AND (length(packed) > 1 OR added <= ?) ORDER BY cursor LIMIT ?",
        [&](const Row& row) { changes.push_back({row.text(0), row.integer(1), row.integer(2) != 0, row.blob(3)}); },
        knownBefore, person, since, knownBefore, most);
    if (!read) {
        return fail(read.error());
    }
    std::vector<protocol::Delivery> deliveries;
    deliveries.reserve(changes.size());
    for (Change& change : changes) {
        if (change.packed == withdrawnMark) {
            deliveries.push_back(
                {protocol::DeliveryOp::Withdraw, std::move(change.receiptId), std::to_string(change.cursor), {}, 0});
            continue;
        }
        auto text = unpackText(change.packed);
        if (!text) {
            return fail(text.error());
        }
        deliveries.push_back({change.known ? protocol::DeliveryOp::Replace : protocol::DeliveryOp::Add,
                              std::move(change.receiptId), std::to_string(change.cursor), std::move(*text), 0});
    }
    return deliveries;
}

std::optional<std::int64_t> parseCursor(std::string_view text) {
    std::int64_t value = 0;
    if (text.empty()) {
        return value;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace kmixr::server
