#include "app/setup/card_test_report.h"

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

std::string found(const CardTestReport& report, std::string_view step) {
    if (step == "reader") {
        std::string names;
        for (const std::string& name : report.readers) {
            names += (names.empty() ? "" : ", ") + name;
        }
        return names;
    }
    if (step == "card" && report.holder) {
        return report.holder->cardName + " in " + report.reader;
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
        text += head.data() + (tell ? step.problem->logLine() : found(report, step.name)) + "\n";
    }
    return text + (report.good() ? "The card does what the program needs" : "The card cannot be used as it is") + " (" +
           std::to_string(report.commands) + " commands).\n";
}

std::string asJson(const CardTestReport& report) {
    Json steps = Json::array();
    for (const CardTestStep& step : report.steps) {
        Json entry{{"step", step.name}, {"good", step.good}, {"skipped", step.skipped}, {"ms", step.milliseconds}};
        if (step.problem) {
            entry["problem"] = step.problem->code;
        }
        steps.push_back(std::move(entry));
    }
    Json json{{"good", report.good()},
              {"readers", report.readers},
              {"reader", report.reader},
              {"commands", report.commands},
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
                       {"digits_only", report.pinRule->digitsOnly}};
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
