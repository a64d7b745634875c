#include "app/setup/card_test_report.h"

#include "core/card/problems.h"
#include "core/common/dates.h"
#include "core/common/json.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace kmixr::setup {
namespace {

std::string_view meansWord(card::VaultMeans means) {
    switch (means) {
    case card::VaultMeans::OwnKey:
        return "own-key";
    case card::VaultMeans::Signature:
        return "signature";
    case card::VaultMeans::None:
        break;
    }
    return "none";
}

struct Words {
    std::string_view code, words; ///< what is, and what to do
};

constexpr std::array troubleWords{
    Words{"card.service-stopped", "the card service does not run; start pcscd (systemctl start pcscd.socket)"},
    Words{"card.no-reader", "no such card reader is found; plug it in, or see its driver"},
    Words{"card.no-card", "no card is on the reader; put one on, chip first"},
    Words{"card.held-by-other", "another program keeps the card to itself; end it and test again"},
    Words{"card.reset", "another program interrupted the test; test again"},
    Words{"card.removed", "the card was taken out in the middle; leave it there until the end"},
    Words{"card.unknown-card", "no kind of card that is known, or the wrong way round"},
    Words{"card.communication", "the conversation broke off; wipe the contacts, try another reader or cable"},
    Words{"card.pin-wrong", "the PIN is wrong, one try is spent; do not guess"},
    Words{"card.pin-blocked", "the card is locked"},
    Words{"card.pin-malformed", "no PIN of this card looks like that; it was not sent, no try is spent"},
    Words{"card.refused", "the card refused the command"},
    Words{"card.malformed", "what the card holds is damaged or of an unknown form"},
    Words{"card.signature-wrong", "the signature does not fit the certificate; do not use this card"},
    Words{"card.certificate-expired",
          "today lies outside the certificate's days; see the date of this laptop, then the card's"},
    Words{"card.no-vault-means", "this card can keep no secret; its doctor works online only"},
    Words{"setup.last-try", "one try is left; a test does not spend it"},
    Words{"setup.no-pin", "no PIN was given (--pin-stdin), so this was not tested"},
};

std::string_view wordsOf(const Problem& problem) {
    const auto* row = std::ranges::find(troubleWords, problem.code, &Words::code);
    return row == troubleWords.end() ? std::string_view("something unexpected") : row->words;
}

std::string_view unlockedAt(card::PinOffice office) {
    switch (office) {
    case card::PinOffice::IssuingAssociation:
        return "by the association that issued it, such as the Japan Medical Association's Digital Certificate Center";
    case card::PinOffice::MunicipalOffice:
        return "at the municipal office";
    case card::PinOffice::Issuer:
        break;
    }
    return "by its issuer";
}

/// What all steps together say, in one sentence.
std::string verdict(const CardTestReport& report) {
    const auto trouble = std::ranges::find_if(report.steps, [](const CardTestStep& step) { return !step.good; });
    if (trouble == report.steps.end()) {
        if (std::ranges::any_of(report.steps, &CardTestStep::skipped)) {
            return "So far the card does what the program needs; with its PIN (--pin-stdin) the rest is tested";
        }
        return report.patientsCard ? "A patient's card, good for a consent; nobody signs in with it"
                                   : "The card does what the program needs";
    }
    if (!report.holder && trouble->problem && !trouble->problem->is(card::problems::unknownCard) &&
        !trouble->problem->is(card::problems::malformed) && !trouble->problem->is(card::problems::refused)) {
        return "No card was tested";
    }
    if (report.tries && report.tries->blocked) {
        return "The card is locked. It is unlocked " + std::string(unlockedAt(report.holder->pinOffice));
    }
    return trouble->name == "pin" ? "The card was not tested to the end, because of the PIN"
                                  : "The card cannot be used as it is";
}

std::string found(const CardTestReport& report, std::string_view step) {
    if (step == "reader") {
        std::string names;
        for (const std::string& name : report.readers) {
            names += (names.empty() ? "" : ", ") + name;
        }
        return names;
    }
    if (step == "card" && report.holder) {
        return report.holder->cardName + " in " + report.reader +
               (report.pinPad ? ", PIN on the reader's keys" : ", no PIN pad for this card");
    }
    if (step == "certificate" && report.holder) {
        const card::CardHolder& holder = *report.holder;
        return holder.name + ", role: " + (holder.role.empty() ? "not stated" : holder.role) + ", valid " +
               isoDay(holder.validFrom) + " to " + isoDay(holder.validUntil);
    }
    if (step == "tries" && report.tries) {
        return report.tries->blocked     ? "the card is locked"
               : report.tries->triesLeft ? std::to_string(*report.tries->triesLeft) + " left"
                                         : "the card does not tell";
    }
    if (step == "signature") {
        return report.signature + ", made and verified";
    }
    if (step == "vault" && report.vaultMeans) {
        return *report.vaultMeans == card::VaultMeans::None ? "no means: works online only"
                                                            : "by " + std::string(meansWord(*report.vaultMeans));
    }
    return {};
}

} // namespace

std::string asText(const CardTestReport& report) {
    std::string text;
    for (const CardTestStep& step : report.steps) {
        std::array<char, 64> head{};
        std::snprintf(head.data(), head.size(), "%-12s %-8s %8.1f ms  ", step.name.c_str(),
                      step.skipped ? "left out" : (step.good ? "good" : "TROUBLE"), step.milliseconds);
        const bool tell = step.problem && (!step.good || step.skipped);
        text += head.data() + (tell ? std::string(wordsOf(*step.problem)) + " [" + step.problem->logLine() + "]"
                                    : found(report, step.name));
        text += "\n";
    }
    return text + verdict(report) + " (" + std::to_string(report.commands) + " commands).\n";
}

std::string asJson(const CardTestReport& report) {
    Json steps = Json::array();
    for (const CardTestStep& step : report.steps) {
        Json entry{{"step", step.name}, {"good", step.good}, {"skipped", step.skipped}, {"ms", step.milliseconds}};
        if (step.problem) {
            entry["problem"] = step.problem->code;
            entry["words"] = wordsOf(*step.problem);
        }
        steps.push_back(std::move(entry));
    }
    Json json{{"good", report.good()},     {"verdict", verdict(report)}, {"patients_card", report.patientsCard},
              {"readers", report.readers}, {"reader", report.reader},    {"commands", report.commands},
              {"steps", std::move(steps)}};
    if (report.holder) {
        json["card"] = {{"kind", report.holder->cardName},
                        {"holder", report.holder->name},
                        {"role", report.holder->role},
                        {"valid_from", isoDay(report.holder->validFrom)},
                        {"valid_until", isoDay(report.holder->validUntil)}};
        json["signature"] = report.signature;
    }
    if (report.pinRule) {
        json["pin"] = {{"min_length", report.pinRule->minLength},
                       {"max_length", report.pinRule->maxLength},
                       {"digits_only", report.pinRule->digitsOnly},
                       {"on_reader", report.pinPad}};
    }
    if (report.tries) {
        json["tries"] = {{"left", report.tries->triesLeft ? Json(*report.tries->triesLeft) : Json()},
                         {"blocked", report.tries->blocked}};
    }
    if (report.vaultMeans) {
        json["vault"] = meansWord(*report.vaultMeans);
    }
    return json.dump(2) + "\n";
}

} // namespace kmixr::setup
