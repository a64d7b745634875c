#include "app/gateway/server/ingest/ingester.h"

#include "app/gateway/server/files.h"
#include "app/gateway/server/problems.h"
#include "app/gateway/server/trust/file_hash.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace kmixr::server {

namespace {

constexpr std::size_t largestReceipt = 8U << 20U;
constexpr std::size_t pieceSize = 256U << 10U;

} // namespace

Json toJson(const IngestReport& report) {
    return {{"files", report.files},
            {"unchanged_files", report.unchangedFiles},
            {"unreadable_files", report.unreadableFiles},
            {"receipts", report.receipts},
            {"added", report.added},
            {"unchanged", report.unchanged},
            {"replaced", report.replaced},
            {"superseded", report.superseded},
            {"withdrawn", report.withdrawn},
            {"strangers", report.strangers},
            {"ambiguous", report.ambiguous},
            {"recognised", report.recognised},
            {"too_large", report.tooLarge},
            {"unread_lines", report.unreadLines}};
}

Ingester::Ingester(Database& database, const Registry& registry)
    : database_(database), registry_(registry), finder_(registry), people_(database), receipts_(database) {}

Outcome<void> Ingester::meetRegistry() {
    return database_.transaction([this]() -> Outcome<void> {
        registered_.clear();
        for (const Patient& patient : registry_.patients) {
            const auto person = people_.registered(patient.label);
            if (!person) {
                return fail(person.error());
            }
            registered_.push_back(person->id);
        }
        const auto strangers = people_.strangers();
        if (!strangers) {
            return fail(strangers.error());
        }
        for (const Stranger& stranger : *strangers) {
            const auto match = finder_.find(stranger.identification);
            if (!match.patient) {
                continue;
            }
            const auto moved = receipts_.move(stranger.id, registered_[*match.patient]);
            if (!moved) {
                return fail(moved.error());
            }
            report_.recognised += *moved;
            if (const auto forgotten = people_.forgetStranger(stranger.id); !forgotten) {
                return fail(forgotten.error());
            }
        }
        return {};
    });
}

Outcome<void> Ingester::file(const std::filesystem::path& path) {
    const auto hash = hashOfFile(path);
    if (!hash) {
        return fail(hash.error());
    }
    const std::string name = std::filesystem::absolute(path).lexically_normal().string();
    const auto known =
        database_.first("SELECT hash FROM files WHERE name = ?", [](const Row& row) { return row.blob(0); }, name);
    if (!known) {
        return fail(known.error());
    }
    if (*known && std::equal((*known)->begin(), (*known)->end(), hash->begin(), hash->end())) {
        ++report_.unchangedFiles;
        return {};
    }
    const IngestReport before = report_;
    auto taken = database_.transaction([&]() -> Outcome<void> {
        auto done = take(path);
        return done ? database_.run("INSERT INTO files (name, hash) VALUES (?, ?)"
                                    " ON CONFLICT (name) DO UPDATE SET hash = excluded.hash",
                                    name, *hash)
                    : done;
    });
    if (!taken) {
        report_ = before; // nothing of it was kept
        return taken;
    }
    ++report_.files;
    return {};
}

Outcome<void> Ingester::take(const std::filesystem::path& path) {
    places_.clear();
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return fail(problems::fileUnreadable, path.filename().string());
    }
    Outcome<void> kept;
    receipt::StreamReader reader([&](receipt::ReceiptText&& each) {
        if (kept) {
            kept = keep(each);
        }
    });
    std::array<char, pieceSize> piece{};
    while (kept && (in.read(piece.data(), piece.size()) || in.gcount() > 0)) {
        reader.feed({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    if (in.bad()) {
        return fail(problems::fileUnreadable, "read error");
    }
    const receipt::ReadResult facts = reader.finish();
    report_.unreadLines += static_cast<std::int64_t>(facts.unread.size());
    return kept;
}

Outcome<void> Ingester::keep(const receipt::ReceiptText& receipt) {
    ++report_.receipts;
    report_.unreadLines += static_cast<std::int64_t>(receipt.receipt.unread.size());
    if (receipt.text.size() > largestReceipt) {
        ++report_.tooLarge;
        return {};
    }
    const auto owner = ownerOf(receipt);
    if (!owner) {
        return fail(owner.error());
    }
    StoredPlace at{placeOf(receipt.receipt), identificationOf(receipt.receipt).payer,
                   isoMonth(receipt.receipt.claimed)};
    at.place.ordinal = places_[{*owner, at.place}]++;
    const auto kept = receipt.receipt.standing == receipt::Standing::Returned
                          ? receipts_.withdraw(*owner, at)
                          : receipts_.keep(*owner, at, receipt.text);
    if (!kept) {
        return fail(kept.error());
    }
    switch (*kept) {
    case Kept::Added:
        ++report_.added;
        break;
    case Kept::Unchanged:
        ++report_.unchanged;
        break;
    case Kept::Replaced:
        ++report_.replaced;
        break;
    case Kept::Superseded:
        ++report_.superseded;
        break;
    case Kept::Withdrawn:
        ++report_.withdrawn;
        break;
    }
    return {};
}

Outcome<PersonId> Ingester::ownerOf(const receipt::ReceiptText& receipt) {
    const Identification identification = identificationOf(receipt.receipt);
    const Match match = finder_.find(identification);
    if (match.patient) {
        return registered_[*match.patient];
    }
    ++report_.strangers;
    report_.ambiguous += match.ambiguous ? 1 : 0;
    return people_.stranger(identification, receipt.text);
}

Outcome<void> Ingester::folder(const std::filesystem::path& path) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
        if (it->is_regular_file(error)) {
            files.push_back(it->path());
        }
    }
    if (error) {
        return fail(problems::fileUnreadable, path.filename().string());
    }
    std::ranges::sort(files);
    for (const auto& each : files) {
        if (const auto taken = file(each); !taken && taken.error().is(problems::fileUnreadable)) {
            ++report_.unreadableFiles;
        } else if (!taken) {
            return taken;
        }
    }
    return {};
}

} // namespace kmixr::server
