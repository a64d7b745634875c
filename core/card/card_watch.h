// Watches readers and cards: five plain states, never a dialog. Survives readers unplugged and pcscd restarted.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kmixr::card {

enum class ReaderState : std::uint8_t { ServiceStopped, NoReader, NoCard, UnknownCard, Ready };

/// What the reader shows now. `insertion` grows each time a card is put in, so that a card taken out and put back
/// between two looks is seen as another one.
struct ReaderStatus {
    ReaderState state = ReaderState::ServiceStopped;
    std::string reader;          ///< PC/SC reader name when there is one
    std::uint64_t insertion = 0; ///< in CardWatch::readers() 0 when that reader is empty

    friend bool operator==(const ReaderStatus&, const ReaderStatus&) = default;
};

/// Blocking watch. Thread: next() on one thread; cancel() from any. Ready means a card is present and powered; whether
/// a profile answers is found out by CardSession::open (UnknownCard is then reported by the caller through
/// markUnknown).
class CardWatch {
public:
    CardWatch();
    ~CardWatch();
    CardWatch(const CardWatch&) = delete;
    CardWatch& operator=(const CardWatch&) = delete;

    /// Waits until the status or any of readers() differs from the last ones returned, or the time is over (then
    /// returns the same again).
    ReaderStatus next(std::chrono::milliseconds timeout);
    /// Every reader, as it was when next() returned last: NoCard, UnknownCard or Ready. Empty without service or
    /// readers.
    [[nodiscard]] std::vector<ReaderStatus> readers() const;
    /// Wakes next() at once; it returns the last status.
    void cancel();
    /// The card of this insertion answered no profile: reported as UnknownCard until it is taken out.
    void markUnknown(std::uint64_t insertion);
    /// The card of this insertion is known, but not the one that is waited for: a card in another reader is shown
    /// instead, now or when it comes.
    void passOver(std::uint64_t insertion);
    /// A conversation with the card of this insertion broke off. A card swapped between two looks of the service, with
    /// a command on its way, is never reported by it: the reader is asked anew, and what lies there then is another
    /// insertion.
    void doubt(std::uint64_t insertion);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace kmixr::card
