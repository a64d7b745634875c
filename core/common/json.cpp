#include "core/common/json.h"

namespace kmixr {

namespace {

tl::unexpected<Problem> wrongField(const char* name) {
    return fail(problems::jsonField, name);
}

const Json* member(const Json& object, const char* name) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// A string field read further by `parse`, which returns an optional.
template <class T, class Parse>
Outcome<T> parsedString(const Json& object, const char* name, Parse parse) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_string()) {
        return wrongField(name);
    }
    if (auto parsed = parse(value->get_ref<const std::string&>())) {
        return *parsed;
    }
    return wrongField(name);
}

} // namespace

Outcome<Json> parseJson(std::string_view text) {
    Json parsed = Json::parse(text.begin(), text.end(), nullptr, false);
    if (parsed.is_discarded()) {
        return fail(problems::jsonMalformed, "length " + std::to_string(text.size()));
    }
    return parsed;
}

Outcome<std::string> jsonString(const Json& object, const char* name) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_string()) {
        return wrongField(name);
    }
    return value->get<std::string>();
}

Outcome<std::int64_t> jsonInteger(const Json& object, const char* name) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_number_integer()) {
        return wrongField(name);
    }
    return value->get<std::int64_t>();
}

Outcome<bool> jsonBool(const Json& object, const char* name) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_boolean()) {
        return wrongField(name);
    }
    return value->get<bool>();
}

Outcome<Day> jsonDay(const Json& object, const char* name) {
    return parsedString<Day>(object, name, parseIsoDay);
}

Outcome<Month> jsonMonth(const Json& object, const char* name) {
    return parsedString<Month>(object, name, parseIsoMonth);
}

Outcome<Instant> jsonInstant(const Json& object, const char* name) {
    return parsedString<Instant>(object, name, parseRfc3339);
}

Outcome<std::vector<std::string>> jsonStrings(const Json& object, const char* name) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_array()) {
        return wrongField(name);
    }
    std::vector<std::string> strings;
    for (const Json& item : *value) {
        if (!item.is_string()) {
            return wrongField(name);
        }
        strings.push_back(item.get<std::string>());
    }
    return strings;
}

Outcome<Json> jsonObject(const Json& object, const char* name) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_object()) {
        return wrongField(name);
    }
    return *value;
}

Outcome<Json> jsonArray(const Json& object, const char* name) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_array()) {
        return wrongField(name);
    }
    return *value;
}

std::string jsonStringOr(const Json& object, const char* name, std::string fallback) {
    const Json* value = member(object, name);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::move(fallback);
}

std::int64_t jsonIntegerOr(const Json& object, const char* name, std::int64_t fallback) {
    const Json* value = member(object, name);
    return value != nullptr && value->is_number_integer() ? value->get<std::int64_t>() : fallback;
}

bool jsonBoolOr(const Json& object, const char* name, bool fallback) {
    const Json* value = member(object, name);
    return value != nullptr && value->is_boolean() ? value->get<bool>() : fallback;
}

} // namespace kmixr
