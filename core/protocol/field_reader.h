// Reads the fields of one message: every string has a size, every number a range, every word a meaning. The first field
// that is missing or wrong is remembered; the fields after it are read as empty, so that a reader is one plain list.
#pragma once

#include "core/common/bytes.h"
#include "core/common/json.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kmixr::protocol {

/// Sizes of what may stand in a message, in bytes of UTF-8. Far above real data, far below harm.
namespace limit {
inline constexpr std::size_t id = 128;
inline constexpr std::size_t name = 512;
inline constexpr std::size_t sentence = 4096;
inline constexpr std::size_t certificate = 16384;
inline constexpr std::size_t signature = 1024; ///< RSA with 8192 bits
} // namespace limit

/// Thread: one. Refers to `object`, which must outlive it.
class FieldReader {
public:
    explicit FieldReader(const Json& object);

    /// A string of 1…limit bytes.
    std::string text(const char* name, std::size_t limit);
    /// A string of 0…limit bytes; absent or null is empty.
    std::string textOr(const char* name, std::size_t limit);
    /// Base64 of 1…limit bytes.
    Bytes base64(const char* name, std::size_t limit);
    Instant instant(const char* name);
    std::int64_t integer(const char* name, std::int64_t least, std::int64_t most);
    /// Absent or null is nullopt; anything else must be right.
    std::optional<Day> dayIfAny(const char* name);
    std::optional<Month> monthIfAny(const char* name);
    /// The object member `name`; an empty object after a problem.
    Json object(const char* name);
    /// True when the member is there and not null.
    [[nodiscard]] bool has(const char* name) const;

    /// One of the words of a closed list; a word that we do not know is a problem, never a default.
    template <class Enum, std::size_t size>
    Enum word(const char* name, const std::array<std::pair<std::string_view, Enum>, size>& words) {
        const std::string text = this->text(name, limit::id);
        for (const auto& [word, value] : words) {
            if (word == text) {
                return value;
            }
        }
        remember(name, "unknown word");
        return words.front().second;
    }

    /// The value built from the fields, or the first problem.
    template <class T>
    [[nodiscard]] Outcome<T> done(T value) const {
        if (problem_) {
            return fail(*problem_);
        }
        return value;
    }

private:
    void remember(const char* name, std::string_view what);
    /// Keeps the problem of a field read elsewhere and gives the value or an empty one.
    template <class T>
    T take(Outcome<T> field) {
        if (!field) {
            if (!problem_) {
                problem_ = std::move(field.error());
            }
            return T{};
        }
        return std::move(*field);
    }

    const Json& object_;
    std::optional<Problem> problem_;
};

} // namespace kmixr::protocol
