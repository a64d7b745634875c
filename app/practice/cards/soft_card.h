// A software card: the chip with its reset, command chaining and answers in pieces; what it can do is an applet's
// affair, chosen by the card file's profile.
#pragma once

#include "app/practice/cards/applet.h"

namespace kmixr::practice {

/// Thread: one. Power-off and reset drop selection and PIN state; the counter lives on through `store`.
class SoftCard {
public:
    /// Called with the card's file after every change of the counter, before the answer leaves the card.
    using Store = std::function<void(const CardFile&)>;

    /// `practice.card-file` when the profile is not one we know, or a key or certificate does not parse.
    static Outcome<SoftCard> insert(CardFile file, Store store);

    [[nodiscard]] Bytes answerToReset() const;
    void reset();
    /// Answers any bytes at all with data and status word, at least two bytes.
    Bytes answer(ByteView wire);

    [[nodiscard]] const CardFaults& faults() const { return chip_->file.faults; }

private:
    SoftCard(std::unique_ptr<Chip> chip, std::unique_ptr<Applet> applet)
        : chip_(std::move(chip)), applet_(std::move(applet)) {}

    std::unique_ptr<Chip> chip_;
    std::unique_ptr<Applet> applet_;
    ResponseDesk desk_;
    std::optional<ReceivedCommand> chain_;
    int commands_ = 0;
};

} // namespace kmixr::practice
