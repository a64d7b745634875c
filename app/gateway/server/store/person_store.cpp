#include "app/gateway/server/store/person_store.h"

#include "app/gateway/server/problems.h"

namespace kmixr::server {

namespace {

constexpr std::size_t keySize = 16;

/// One name for all that is known, so that the same stranger is met again.
Sha256 traceOf(const Identification& id, std::string_view otherwise) {
    std::string trace;
    for (const std::string_view part :
         {std::string_view(id.payer), std::string_view(id.symbol), std::string_view(id.number),
          std::string_view(id.branch), std::string_view(id.birth), std::string_view(id.name)}) {
        trace += part;
        trace += '\n';
    }
    trace += std::to_string(static_cast<int>(id.sex)) + '\n';
    if (!id.whole()) {
        trace += otherwise;
    }
    return sha256(trace);
}

} // namespace

Outcome<RegisteredPerson> PersonStore::registered(const std::string& label) {
    const std::string sql = "SELECT id, patient_key FROM people WHERE label = ?";
    const auto read = [](const Row& row) { return RegisteredPerson{row.integer(0), row.text(1)}; };
    auto found = database_.first(sql, read, label);
    if (found && !*found) {
        const auto made =
            database_.run("INSERT INTO people (patient_key, label) VALUES (?, ?)", toHex(randomBytes(keySize)), label);
        if (!made) {
            return fail(made.error());
        }
        found = database_.first(sql, read, label);
    }
    if (!found || !*found) {
        return found ? fail(problems::database, "person") : fail(found.error());
    }
    return **found;
}

Outcome<PersonId> PersonStore::stranger(const Identification& id, std::string_view otherwise) {
    const Sha256 trace = traceOf(id, otherwise);
    const auto found = database_.first(
        "SELECT person FROM strangers WHERE trace = ?", [](const Row& row) { return row.integer(0); }, trace);
    if (!found) {
        return fail(found.error());
    }
    if (*found) {
        return **found;
    }
    const auto person = database_.first(
        "INSERT INTO people (patient_key) VALUES (?) RETURNING id", [](const Row& row) { return row.integer(0); },
        toHex(randomBytes(keySize)));
    if (!person || !*person) {
        return person ? fail(problems::database, "stranger") : fail(person.error());
    }
    const auto kept =
        database_.run("INSERT INTO strangers (person, trace, payer, symbol, number, branch, birth, sex, name, kana)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      **person, trace, id.payer, id.symbol, id.number, id.branch, id.birth, static_cast<int>(id.sex),
                      id.name, id.kana);
    if (!kept) {
        return fail(kept.error());
    }
    return **person;
}

Outcome<std::vector<Stranger>> PersonStore::strangers() {
    std::vector<Stranger> all;
    const auto read = database_.rows(
        "SELECT person, payer, symbol, number, branch, birth, sex, name, kana FROM strangers", [&](const Row& row) {
            all.push_back({row.integer(0),
                           {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                            static_cast<receipt::Sex>(row.integer(6)), row.text(7), row.text(8)}});
        });
    if (!read) {
        return fail(read.error());
    }
    return all;
}

Outcome<void> PersonStore::forgetStranger(PersonId id) {
    auto done = database_.run("DELETE FROM strangers WHERE person = ?", id);
    return done ? database_.run("DELETE FROM people WHERE id = ? AND label IS NULL", id) : done;
}

} // namespace kmixr::server
