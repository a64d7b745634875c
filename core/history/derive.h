// receipts + masters + rules + today -> History. Pure: same input, same output; nothing is asked of the world.
#pragma once

#include "core/common/data_folder.h"
#include "core/common/outcome.h"
#include "core/history/history.h"
#include "core/receipt/masters.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace kmixr::history {

/// Flags, drug groups, classes, duplicates and risk factors as data (resources/rules/*.json). Immutable. Thread: any.
class Rules {
public:
    Rules();
    /// Reads every *.json of the folder; `history.rules-unreadable` with file and place.
    static Outcome<std::shared_ptr<const Rules>> open(const std::filesystem::path& folder);
    /// The same from files that were read (and perhaps verified) before.
    static Outcome<std::shared_ptr<const Rules>> read(const std::vector<NamedText>& files);
    ~Rules();
    Rules(const Rules&) = delete;
    Rules& operator=(const Rules&) = delete;

    /// pack.json: which edition of the whole folder this is. Grows with every edition.
    [[nodiscard]] int number() const;

    struct Tables;
    [[nodiscard]] const Tables& tables() const { return *tables_; }

private:
    std::unique_ptr<Tables> tables_;
};

/// One receipt as the vault or the gateway hands it over.
struct ReceiptInput {
    std::string id;
    std::string text; ///< UTF-8, one receipt, IR first
};

/// Reads and derives. Receipts of another person (donor blocks) never enter. Thread: any; takes no lock.
std::shared_ptr<const History> derive(std::vector<ReceiptInput> receipts, const receipt::Masters& masters,
                                      const Rules& rules, Day today);

} // namespace kmixr::history
