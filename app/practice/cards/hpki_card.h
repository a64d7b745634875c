// A HPKI card as a state machine: one authentication application with certificate, key and PIN (cards.md §8, §11).
#pragma once

#include "app/practice/cards/card_file.h"
#include "app/practice/cards/card_key.h"
#include "app/practice/cards/command_apdu.h"
#include "app/practice/cards/response_desk.h"

#include <functional>

namespace kmixr::practice {

/// Thread: one. Power-off and reset drop selection and PIN state; the counter lives on through `store`.
class HpkiCard {
public:
    /// Called with the card's file after every change of the counter, before the answer leaves the card.
    using Store = std::function<void(const CardFile&)>;

    /// `practice.card-file` when key or certificate do not parse.
    static Outcome<HpkiCard> insert(CardFile file, Store store);

    [[nodiscard]] Bytes answerToReset() const;
    void reset();
    /// Answers any bytes at all with data and status word, at least two bytes.
    Bytes answer(ByteView wire);

    [[nodiscard]] const CardFaults& faults() const { return file_.faults; }

private:
    enum class Selected : std::uint8_t { Nothing, Certificate, Key, Pin };

    HpkiCard(CardFile file, Store store, CardKey key, Bytes certificate);

    Answer execute(const ReceivedCommand& command);
    Answer select(const ReceivedCommand& command);
    Answer selectFile(ByteView fileId);
    Answer readBinary(const ReceivedCommand& command) const;
    Answer verify(const ReceivedCommand& command);
    Answer setSigningKey(const ReceivedCommand& command);
    Answer sign(const ReceivedCommand& command);
    Answer signPadded(const ReceivedCommand& command) const;
    Answer signDigestInfo(const ReceivedCommand& command) const;
    [[nodiscard]] Answer pinStatus() const;

    CardFile file_;
    Store store_;
    CardKey key_;
    Bytes certificateFile_;
    ResponseDesk desk_;
    std::optional<ReceivedCommand> chain_;
    bool applicationSelected_ = false, verified_ = false, keyNamed_ = false;
    Selected selected_ = Selected::Nothing;
};

} // namespace kmixr::practice
