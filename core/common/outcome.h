// Trouble is a value. A function that can fail returns Outcome<T>: the value, or a Problem that says what happened.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace kmixr {

/// The name of one kind of trouble: "<room>.<what-happened>", lower case, stable for ever. Rooms declare theirs in
/// `core/<room>/problems.h`; `ui/problems` turns each into a sentence; the log keeps it as it is.
struct ProblemCode {
    std::string_view text;

    friend constexpr bool operator==(ProblemCode, ProblemCode) = default;
};

/// What went wrong. Holds nothing personal: no name, number of a person, token, PIN, key or body of a message.
struct Problem {
    std::string code;                            ///< text of a ProblemCode
    std::string detail;                          ///< for the log only: a library's words, a file's place, a status word
    std::map<std::string, std::int64_t> numbers; ///< figures the sentence needs, such as {"tries_left", 2}

    [[nodiscard]] bool is(ProblemCode other) const { return code == other.text; }
    /// One line for a log: code, figures, detail.
    [[nodiscard]] std::string logLine() const;

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// A value, or the Problem that kept us from it. `Outcome<void>` when there is nothing to return but success.
template <class T>
using Outcome = tl::expected<T, Problem>;

/// `return fail(problems::noCard);` in any function that returns an Outcome.
[[nodiscard]] tl::unexpected<Problem> fail(ProblemCode code, std::string detail = {},
                                           std::map<std::string, std::int64_t> numbers = {});
/// Passes another function's trouble on unchanged.
[[nodiscard]] tl::unexpected<Problem> fail(Problem problem);

} // namespace kmixr
