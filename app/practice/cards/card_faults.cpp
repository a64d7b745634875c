#include "app/practice/cards/card_faults.h"

#include "app/practice/cards/card_file.h"

#include <array>
#include <utility>

namespace kmixr::practice {
namespace {

constexpr std::array<std::pair<std::string_view, RemovalMoment>, 3> moments{
    {{"before", RemovalMoment::Before}, {"during", RemovalMoment::During}, {"after", RemovalMoment::After}}};

std::string momentName(RemovalMoment moment) {
    for (const auto& [name, value] : moments) {
        if (value == moment) {
            return std::string(name);
        }
    }
    return {};
}

std::optional<RemovalMoment> momentOf(std::string_view text) {
    for (const auto& [name, value] : moments) {
        if (name == text) {
            return value;
        }
    }
    return std::nullopt;
}

std::string instructionName(Instruction instruction) {
    return toHex(std::span(&instruction, 1));
}

/// The instruction of the fault `name`; absent fault: nullopt; a fault without a readable "at": a Problem.
Outcome<std::optional<Instruction>> instructionOf(const Json& faults, const char* name) {
    const auto fault = faults.find(name);
    if (fault == faults.end()) {
        return std::nullopt;
    }
    const auto bytes = fromHex(jsonStringOr(*fault, "at"));
    if (!bytes || bytes->size() != 1) {
        return fail(problems::cardFile, std::string("faults.") + name + ".at");
    }
    return bytes->front();
}

} // namespace

Outcome<CardFaults> faultsFromJson(const Json& object) {
    CardFaults faults;
    for (const auto& [name, target] : {std::pair{"remove", &faults.removeAt}, std::pair{"hang", &faults.hangAt},
                                       std::pair{"slow", &faults.slowAt}}) {
        auto instruction = instructionOf(object, name);
        if (!instruction) {
            return fail(std::move(instruction.error()));
        }
        *target = *instruction;
    }
    if (faults.removeAt) {
        const auto moment = momentOf(jsonStringOr(object.at("remove"), "when", "during"));
        if (!moment) {
            return fail(problems::cardFile, "faults.remove.when");
        }
        faults.removal = *moment;
    }
    if (faults.slowAt) {
        faults.slowness = std::chrono::milliseconds(jsonIntegerOr(object.at("slow"), "milliseconds", 1000));
    }
    faults.answersByGetResponse = jsonBoolOr(object, "get_response");
    faults.wantsExactLength = jsonBoolOr(object, "exact_length");
    faults.refusesChaining = jsonBoolOr(object, "refuse_chaining");
    faults.refusesExtended = jsonBoolOr(object, "refuse_extended");
    faults.claimsExtended = jsonBoolOr(object, "claim_extended");
    faults.tellsNoTries = jsonBoolOr(object, "uncounted_pin");
    faults.dirtyEvery = static_cast<int>(jsonIntegerOr(object, "dirty_every", 0));
    if (object.contains("certificate_cut_at")) {
        faults.certificateCutAt = static_cast<std::size_t>(jsonIntegerOr(object, "certificate_cut_at"));
    }
    return faults;
}

Json faultsToJson(const CardFaults& faults) {
    Json object = Json::object();
    if (faults.removeAt) {
        object["remove"] = {{"at", instructionName(*faults.removeAt)}, {"when", momentName(faults.removal)}};
    }
    if (faults.hangAt) {
        object["hang"] = {{"at", instructionName(*faults.hangAt)}};
    }
    if (faults.slowAt) {
        object["slow"] = {{"at", instructionName(*faults.slowAt)}, {"milliseconds", faults.slowness.count()}};
    }
    for (const auto& [name, value] :
         {std::pair{"get_response", faults.answersByGetResponse}, std::pair{"exact_length", faults.wantsExactLength},
          std::pair{"refuse_chaining", faults.refusesChaining}, std::pair{"refuse_extended", faults.refusesExtended},
          std::pair{"claim_extended", faults.claimsExtended}, std::pair{"uncounted_pin", faults.tellsNoTries}}) {
        if (value) {
            object[name] = true;
        }
    }
    if (faults.dirtyEvery > 0) {
        object["dirty_every"] = faults.dirtyEvery;
    }
    if (faults.certificateCutAt) {
        object["certificate_cut_at"] = *faults.certificateCutAt;
    }
    return object;
}

} // namespace kmixr::practice
