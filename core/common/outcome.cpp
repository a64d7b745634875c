#include "core/common/outcome.h"

namespace kmixr {

std::string Problem::logLine() const {
    std::string line = code;
    for (const auto& [name, number] : numbers) {
        line += ' ' + name + '=' + std::to_string(number);
    }
    if (!detail.empty()) {
        line += ": " + detail;
    }
    return line;
}

tl::unexpected<Problem> fail(ProblemCode code, std::string detail, std::map<std::string, std::int64_t> numbers) {
    return tl::unexpected<Problem>(Problem{std::string(code.text), std::move(detail), std::move(numbers)});
}

tl::unexpected<Problem> fail(Problem problem) {
    return tl::unexpected<Problem>(std::move(problem));
}

} // namespace kmixr
