#include "core/protocol/field_reader.h"
#include "core/protocol/messages.h"
#include "core/protocol/problems.h"

#include <algorithm>

namespace kmixr::protocol {

namespace {

constexpr std::string_view typeBase = "https://kmix-r.example/problems/";
constexpr std::string_view codeBase = "gateway.";

/// A gateway's words go to our log: no more of them than a log line bears.
std::string shortened(std::string text) {
    constexpr std::size_t most = 200;
    if (text.size() > most) {
        text.resize(most);
    }
    return text;
}

} // namespace

Json toJson(const ProblemDocument& document) {
    Json json{{"type", document.type}, {"status", document.status}, {"title", document.title}};
    if (!document.detail.empty()) {
        json["detail"] = document.detail;
    }
    if (!document.numbers.empty()) {
        json["numbers"] = document.numbers;
    }
    return json;
}

Outcome<ProblemDocument> readProblemDocument(const Json& json) {
    FieldReader fields(json);
    ProblemDocument document;
    document.type = fields.text("type", limit::name);
    document.status = static_cast<int>(fields.integer("status", 100, 599));
    document.title = fields.textOr("title", limit::sentence);
    document.detail = fields.textOr("detail", limit::sentence);
    if (fields.has("numbers")) {
        const Json numbers = fields.object("numbers");
        for (const auto& [name, value] : numbers.items()) {
            if (value.is_number_integer() && document.numbers.size() < 16) {
                document.numbers[name] = value.get<std::int64_t>();
            }
        }
    }
    return fields.done(std::move(document));
}

ProblemDocument documentFor(ProblemCode code, int status, std::string title, std::string detail) {
    const std::string_view end = code.text.starts_with(codeBase) ? code.text.substr(codeBase.size()) : code.text;
    return {std::string(typeBase) + std::string(end), status, std::move(title), std::move(detail), {}};
}

Problem problemOf(const ProblemDocument& document) {
    const std::string_view type = document.type;
    Problem problem{std::string(problems::serverFault.text),
                    shortened("status " + std::to_string(document.status) + " " + document.title), document.numbers};
    if (type.starts_with(typeBase)) {
        const std::string code = std::string(codeBase) + std::string(type.substr(typeBase.size()));
        const auto known = std::ranges::find_if(problems::all, [&](ProblemCode each) { return each.text == code; });
        if (known != problems::all.end()) {
            problem.code = code;
        }
    }
    return problem;
}

} // namespace kmixr::protocol
