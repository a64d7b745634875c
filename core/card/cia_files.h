// Files of one application of ISO/IEC 7816-15 by the paths its directories give (cards.md §3, §4).
#pragma once

#include "core/card/card_channel.h"
#include "core/card/card_file.h"
#include "core/card/cia.h"
#include "core/card/known_cards.h"

namespace kmixr::card {

class CiaFiles {
public:
    /// `aid` or `folder` says how the application is selected again after a path led elsewhere.
    CiaFiles(CardChannel& channel, Bytes aid, std::optional<cia::Path> folder)
        : channel_(&channel), aid_(std::move(aid)), folder_(std::move(folder)) {}

    /// Selects the application; false when the card does not have it.
    Outcome<bool> selectApplication();
    /// Selects a file or folder by its path; nothing is sent when it is selected, or when it is the application's own
    /// folder and no path led elsewhere. `card.refused` when it is not there.
    Outcome<void> select(const cia::Path& path);
    /// The objects of a file, up to its filling; also of record files.
    Outcome<Bytes> readRow(const cia::Path& path);
    /// One certificate; a known one is told by its beginning.
    Outcome<Bytes> readCertificate(const cia::Path& path, const KnownCards& known, Expect expect);
    /// A path led out of the application's folder.
    [[nodiscard]] bool elsewhere() const { return elsewhere_; }
    /// From now on the application is not selected anew by its name: that would drop the verified PIN.
    void keepPin() { keepsPin_ = true; }

private:
    /// Any status word; without answer data, or with them where a card insists.
    Outcome<StatusWord> send(std::uint8_t p1, ByteView name);
    /// Any status word; tries both ways of naming a file that cards know for a step.
    Outcome<StatusWord> selectStep(std::uint8_t p1, std::uint8_t otherP1, ByteView name);
    Outcome<StatusWord> selectPath(const cia::Path& path);
    /// The application's folder is where the card stands, and this absolute path begins with it.
    [[nodiscard]] bool startsAtHome(ByteView path) const;
    Outcome<StatusWord> selectEachStep(ByteView path);

    CardChannel* channel_;
    Bytes aid_;
    std::optional<cia::Path> folder_;
    std::optional<cia::Path> selected_;
    bool elsewhere_ = false; ///< a path led out of the application's folder
    bool keepsPin_ = false;
    bool wantsReply_ = false; ///< this card gives control information with every SELECT or none at all
};

} // namespace kmixr::card
