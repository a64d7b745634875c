#include "core/protocol/field_reader.h"

namespace kmixr::protocol {

FieldReader::FieldReader(const Json& object) : object_(object) {
    if (!object_.is_object()) {
        problem_ = Problem{std::string(problems::jsonMalformed.text), "not an object", {}};
    }
}

void FieldReader::remember(const char* name, std::string_view what) {
    if (!problem_) {
        problem_ = Problem{std::string(problems::jsonField.text), std::string(name) + ": " + std::string(what), {}};
    }
}

bool FieldReader::has(const char* name) const {
    const auto found = object_.find(name);
    return found != object_.end() && !found->is_null();
}

std::string FieldReader::text(const char* name, std::size_t limit) {
    std::string value = take(jsonString(object_, name));
    if (value.empty() || value.size() > limit) {
        remember(name, "wrong length");
        return {};
    }
    return value;
}

std::string FieldReader::textOr(const char* name, std::size_t limit) {
    if (!has(name)) {
        return {};
    }
    std::string value = take(jsonString(object_, name));
    if (value.size() > limit) {
        remember(name, "too long");
        return {};
    }
    return value;
}

Bytes FieldReader::base64(const char* name, std::size_t limit) {
    const std::string encoded = text(name, (limit + 2) / 3 * 4);
    auto bytes = fromBase64(encoded);
    if (!bytes || bytes->empty() || bytes->size() > limit) {
        remember(name, "not base64 of the right size");
        return {};
    }
    return std::move(*bytes);
}

Instant FieldReader::instant(const char* name) {
    return take(jsonInstant(object_, name));
}

std::int64_t FieldReader::integer(const char* name, std::int64_t least, std::int64_t most) {
    const std::int64_t value = take(jsonInteger(object_, name));
    if (value < least || value > most) {
        remember(name, "out of range");
        return least;
    }
    return value;
}

std::optional<Day> FieldReader::dayIfAny(const char* name) {
    if (!has(name)) {
        return std::nullopt;
    }
    return take(jsonDay(object_, name));
}

std::optional<Month> FieldReader::monthIfAny(const char* name) {
    if (!has(name)) {
        return std::nullopt;
    }
    return take(jsonMonth(object_, name));
}

Json FieldReader::object(const char* name) {
    Json member = take(jsonObject(object_, name));
    return member.is_object() ? member : Json::object();
}

} // namespace kmixr::protocol
