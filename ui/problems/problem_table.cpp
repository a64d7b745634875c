#include "ui/problems/problem_table.h"

#include "ui/problems/problem_rows.h"

#include <algorithm>
#include <iterator>

namespace kmixr::ui {

namespace {

const ProblemRow& rowFor(std::string_view code) {
    const auto rows = ProblemTable::rows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [code](const ProblemRow& row) { return row.code == code; });
    return found == rows.end() ? ProblemTable::unexpected() : *found;
}

QString say(const char* source) {
    return *source == '\0' ? QString() : ProblemTable::tr(source);
}

} // namespace

ProblemWords wordsFor(const Problem& problem) {
    const ProblemRow& row = rowFor(problem.code);
    return {say(row.title),
            say(row.meaning),
            say(row.advice),
            row.remedy,
            row.weight == Weight::Critical,
            QString::fromStdString(problem.code)};
}

QString remedyWords(Remedy remedy) {
    switch (remedy) {
    case Remedy::Retry:
        return ProblemTable::tr("Try again");
    case Remedy::SignInAgain:
        return ProblemTable::tr("Sign in again");
    case Remedy::ClosePatient:
        return ProblemTable::tr("Close the patient");
    case Remedy::None:
        break;
    }
    return {};
}

bool hasWords(std::string_view code) {
    return !rowFor(code).code.empty();
}

std::vector<std::string_view> codesWithWords() {
    std::vector<std::string_view> codes;
    const auto rows = ProblemTable::rows();
    std::transform(rows.begin(), rows.end(), std::back_inserter(codes), [](const ProblemRow& row) { return row.code; });
    return codes;
}

} // namespace kmixr::ui
