// The rows behind problem_table.h: source text of every sentence, one row a code.
#pragma once

#include "ui/problems/problem_table.h"

#include <QCoreApplication>

#include <span>

namespace kmixr::ui {

struct ProblemRow;

class ProblemTable {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::ProblemTable)
public:
    static std::span<const ProblemRow> rows();
    /// Stands for every code without a row.
    static const ProblemRow& unexpected();
};

enum class Weight : std::uint8_t { Passing, Critical };

struct ProblemRow {
    std::string_view code;
    const char *title, *meaning, *advice; ///< what happened / what it means (may be "") / what to do
    Remedy remedy = Remedy::None;
    Weight weight = Weight::Passing;
};

} // namespace kmixr::ui
