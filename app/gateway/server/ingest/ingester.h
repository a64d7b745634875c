// Takes insurers' receipt files in: reads them, finds whose each receipt is, keeps every one, and counts what happened.
#pragma once

#include "app/gateway/server/ingest/patient_finder.h"
#include "app/gateway/server/store/person_store.h"
#include "app/gateway/server/store/receipt_store.h"
#include "core/common/json.h"
#include "core/receipt/reader.h"

#include <filesystem>
#include <map>
#include <vector>

namespace kmixr::server {

/// Figures only; no file's content, no person.
struct IngestReport {
    std::int64_t files = 0, unchangedFiles = 0, unreadableFiles = 0;
    std::int64_t receipts = 0, added = 0, unchanged = 0, replaced = 0, superseded = 0;
    std::int64_t withdrawn = 0;  ///< receipts that went back to their institution: no longer served
    std::int64_t strangers = 0;  ///< receipts of nobody registered: kept, not served
    std::int64_t ambiguous = 0;  ///< of these, receipts that more than one registered person fits
    std::int64_t recognised = 0; ///< strangers' receipts given to a person registered since
    std::int64_t tooLarge = 0;   ///< receipts over 8 MiB: refused
    std::int64_t unreadLines = 0;
};
Json toJson(const IngestReport& report);

/// Thread: one at a time.
class Ingester {
public:
    Ingester(Database& database, const Registry& registry);

    /// Every person of the registry has a row; strangers who are registered by now get their receipts back.
    Outcome<void> meetRegistry();
    /// One file. One that was taken in before and has not changed is passed over. The file is taken whole or not at
    /// all.
    Outcome<void> file(const std::filesystem::path& path);
    /// Every regular file of the folder and its sub-folders, in the order of their names. A file that cannot be read is
    /// counted and passed over.
    Outcome<void> folder(const std::filesystem::path& path);
    [[nodiscard]] const IngestReport& report() const { return report_; }

private:
    Outcome<void> take(const std::filesystem::path& path);
    Outcome<void> keep(const receipt::ReceiptText& receipt);
    Outcome<PersonId> ownerOf(const receipt::ReceiptText& receipt);

    Database& database_;
    const Registry& registry_;
    PatientFinder finder_;
    PersonStore people_;
    ReceiptStore receipts_;
    IngestReport report_;
    std::vector<PersonId> registered_;                        ///< by index into Registry::patients
    std::map<std::pair<PersonId, ReceiptPlace>, int> places_; ///< how often a place came in the file under way
};

} // namespace kmixr::server
