// What is known of each reader, and which one of them matters now. Plain bookkeeping over PC/SC's reader states.
#pragma once

#include "core/card/card_watch.h"
#include "core/card/pcsc_context.h"

#include <span>
#include <string>
#include <vector>

namespace kmixr::card {

class ReaderTable {
public:
    /// Today's list: newcomers start as unaware, the vanished are dropped with their cards.
    void setReaders(const std::vector<std::string>& names);
    /// After the service went away nothing is known any more; insertions go on counting.
    void forget();
    /// What to ask PC/SC: every reader, and the pseudo-reader that tells of coming and going ones.
    [[nodiscard]] std::vector<ReaderEvent> questions() const;
    void take(std::span<const ReaderEvent> answers);
    void markUnknown(std::uint64_t insertion);
    /// Gives way to any other card, but is no unknown one.
    void passOver(std::uint64_t insertion);
    /// Nothing is known of this reader any more; a card that lies there at the next answer is another insertion.
    void doubt(std::uint64_t insertion);

    /// All readers have been asked at least once.
    [[nodiscard]] bool settled() const;
    /// Each reader by itself, in the service's order.
    [[nodiscard]] std::vector<ReaderStatus> all() const;
    /// The shown card stays the shown one while it is in, whatever is put into a second reader; a card that answered no
    /// profile gives way to any other.
    [[nodiscard]] ReaderStatus status() const;

private:
    struct Reader {
        std::string name;
        unsigned long known = 0;
        std::uint64_t insertion = 0; ///< 0: no card
        bool unknownCard = false;
        bool passedOver = false;
        bool doubted = false;
    };

    static ReaderStatus statusOf(const Reader& reader);
    void takeOne(Reader& reader, unsigned long seen);
    void choose();

    std::vector<Reader> readers_;
    unsigned long knownOfList_ = 0;
    std::uint64_t insertions_ = 0;
    std::uint64_t shown_ = 0; ///< insertion of the shown card, 0: none
};

} // namespace kmixr::card
