#include "tests/ui_pages/many_rows.h"

namespace kmixr::test {
namespace {

constexpr std::size_t mostLines = 3; ///< of evidence kept of each: the copies are many

template <typename Record>
std::vector<Record> many(const std::vector<Record>& some, std::uint32_t rows) {
    std::vector<Record> result;
    result.reserve(rows);
    for (std::uint32_t i = 0; i < rows; ++i) {
        Record record = some.at(i % some.size());
        record.name += std::to_string(i);
        for (int more = 0; i % 7 == 3 && more < 6; ++more) // in the name, so that a suspicion stays at its end
            record.name.insert(0, "両側性・再発性の長い名称");
        result.push_back(std::move(record));
    }
    return result;
}

template <typename Record>
void lighten(std::vector<Record>& records) {
    for (Record& record : records) {
        if (record.evidence.size() > mostLines)
            record.evidence.resize(mostLines);
    }
}

} // namespace

std::shared_ptr<const history::History> manyRows(const history::History& base, std::uint32_t rows) {
    auto history = std::make_shared<history::History>(base);
    lighten(history->problems);
    lighten(history->medications);
    lighten(history->procedures);
    history->problems = many(history->problems, rows);
    history->medications = many(history->medications, rows);
    history->procedures = many(history->procedures, rows);
    history->examinations = many(history->examinations, rows);
    for (std::size_t i = base.medications.size(); i < rows; ++i) // overlaps are between the first ones
        history->medications[i].duplicates.clear();
    for (std::uint32_t i = 0; i < rows; ++i) { // no two acts are the same one month after month
        history->procedures[i].code = std::to_string(150000000 + i);
        history->examinations[i].code = std::to_string(160000000 + i);
    }
    return history;
}

} // namespace kmixr::test
