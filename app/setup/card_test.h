// Walks through everything a sign-in asks of reader and card, one step after the other, each with its time. A PIN is
// used only when one was given, once, and never the last try.
#pragma once

#include "core/card/card_session.h"
#include "core/common/clock.h"

#include <optional>
#include <string>
#include <vector>

namespace kmixr::setup {

struct CardTestStep {
    std::string name; ///< "service", "reader", "card", "certificate", "tries", "pin", "signature", "vault"
    bool good = false;
    double milliseconds = 0;
    std::optional<Problem> problem; ///< why it is not good, or why it was left out
    bool skipped = false;
};

struct CardTestReport {
    std::vector<CardTestStep> steps;
    std::vector<std::string> readers;
    std::string reader;        ///< the one that was tested
    bool patientsCard = false; ///< a My Number card: good for consent, nobody signs in with it
    std::optional<card::CardHolder> holder;
    std::optional<card::PinRule> pinRule;
    std::optional<card::PinState> tries;
    bool pinPad = false;   ///< the reader has keys on which this card's PIN can be typed
    std::string signature; ///< "rsa-pkcs1-sha256", "ecdsa-p256-sha256"
    std::optional<card::VaultMeans> vaultMeans;
    int commands = 0; ///< exchanged with the card

    /// Every step that was made is good. A card without means for a vault is: its doctor works online.
    [[nodiscard]] bool good() const;
};

namespace problems {
inline constexpr ProblemCode lastTry{"setup.last-try"}; ///< one try left: a test does not spend it
inline constexpr ProblemCode noPin{"setup.no-pin"};     ///< not given, so what needs it was left out
} // namespace problems

/// `wanted`: a reader's name; empty: the first one with a card. Blocking.
CardTestReport testCard(const std::string& wanted, std::optional<card::Pin> pin, Day today);

} // namespace kmixr::setup
