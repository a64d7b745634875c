#include "app/practice/people/uke_parts.h"
#include "app/practice/people/uke_record.h"

namespace kmixr::practice {

namespace {

struct Columns {
    const char* identifier;
    std::size_t fields;
    std::size_t firstDay;
};

/// SI and IY are alike; TO has unit, price and product before its comments.
Columns columnsOf(receipt::LineKind kind) {
    switch (kind) {
    case receipt::LineKind::Drug:
        return {"IY", 44, 13};
    case receipt::LineKind::Material:
        return {"TO", 48, 17};
    default:
        return {"SI", 44, 13};
    }
}

UkeRecord lineRecord(const receipt::DetailLine& line, const receipt::CountUnit& unit, bool closesUnit) {
    const Columns columns = columnsOf(line.kind);
    UkeRecord record(columns.identifier, columns.fields);
    record.set(3, line.code);
    if (line.amount) {
        record.set(4, line.amount->text());
    }
    if (closesUnit && unit.points) {
        record.set(5, *unit.points);
    }
    record.set(6, unit.count);
    for (std::size_t day = 0; day < unit.days.size(); ++day) {
        if (unit.days[day] != 0) {
            record.set(columns.firstDay + day, unit.days[day]);
        }
    }
    return record;
}

std::string commentRecord(const receipt::Comment& comment, char payers) {
    return UkeRecord("CO", 5).set(2, payers).set(3, comment.code).set(4, comment.text).line();
}

} // namespace

std::string detailRecords(const std::vector<receipt::Group>& groups) {
    std::string text;
    for (const receipt::Group& group : groups) {
        bool first = true;
        for (const receipt::CountUnit& unit : group.units) {
            std::string comments;
            for (const receipt::DetailLine& line : unit.lines) {
                UkeRecord record = lineRecord(line, unit, &line == &unit.lines.back());
                record.set(1, first ? group.division : std::string{}).set(2, group.payers);
                text += record.line();
                first = false;
                for (const receipt::Comment& comment : line.comments) {
                    comments += commentRecord(comment, group.payers);
                }
            }
            text += comments;
        }
    }
    return text;
}

std::string diseaseRecord(const receipt::Disease& disease, const UkeLayout& layout) {
    std::string modifiers;
    for (const std::string& modifier : disease.modifiers) {
        modifiers += modifier;
    }
    UkeRecord record("SY", 8);
    record.set(1, disease.code)
        .set(2, disease.start ? layout.day(*disease.start) : std::string{})
        .set(3, static_cast<std::int64_t>(disease.outcome) + 1)
        .set(4, modifiers)
        .set(5, disease.recordedName)
        .set(6, disease.main ? "01" : "")
        .set(7, disease.note);
    return record.line();
}

} // namespace kmixr::practice
