// Records of dental receipts (uke.md §5).
#include "app/practice/people/uke_parts.h"
#include "app/practice/people/uke_record.h"

namespace kmixr::practice {

namespace {

struct Columns {
    const char* identifier;
    std::size_t fields, points, count, firstDay;
};

Columns columnsOf(const receipt::DetailLine& line) {
    switch (line.kind) {
    case receipt::LineKind::Drug:
        return {"IY", 39, 5, 6, 8};
    case receipt::LineKind::Material:
        return {"TO", 45, 12, 13, 14};
    default:
        return line.code.starts_with('3') ? Columns{"SS", 109, 76, 77, 78} : Columns{"SI", 38, 5, 6, 7};
    }
}

std::string joined(const std::vector<std::string>& codes) {
    std::string text;
    for (const std::string& code : codes) {
        text += code;
    }
    return text;
}

std::string headerRecords(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    std::string text = UkeRecord("IR", 9)
                           .set(1, claim.reviewer)
                           .set(2, receipt.institution.prefecture)
                           .set(3, receipt.institution.pointTable)
                           .set(4, receipt.institution.code)
                           .set(6, layout.month(receipt.claimed))
                           .set(7, claim.phone)
                           .line();
    text += UkeRecord("RE", 27)
                .set(1, static_cast<std::int64_t>(number))
                .set(2, receipt.type)
                .set(3, layout.month(receipt.month))
                .set(4, receipt.patient.name)
                .set(5, sexDigit(receipt.patient.sex))
                .set(6, layout.day(*receipt.patient.birth))
                .set(7, claim.benefitRatio)
                .set(9, receipt.treatmentStart ? layout.day(*receipt.treatmentStart) : std::string{})
                .set(10, static_cast<std::int64_t>(receipt.treatmentOutcome) + 1)
                .set(13, claim.mark)
                .set(19, receipt.searchNumber)
                .set(25, layout.kanaNames() ? receipt.patient.kana : std::string{})
                .line();
    text += UkeRecord("HO", 14)
                .set(1, paddedInsurerNumber(receipt.insurance->insurerNumber))
                .set(2, receipt.insurance->symbol)
                .set(3, receipt.insurance->number)
                .set(4, receipt.insurance->days)
                .set(5, receipt.insurance->points)
                .line();
    for (const receipt::PublicExpense& expense : receipt.publicExpenses) {
        text += UkeRecord("KO", 10)
                    .set(1, expense.payerNumber)
                    .set(2, expense.recipientNumber)
                    .set(4, expense.days)
                    .set(5, expense.points)
                    .line();
    }
    return text;
}

std::string lineRecord(const receipt::Group& group, const receipt::CountUnit& unit, const receipt::DetailLine& line,
                       bool first, bool closes) {
    const Columns columns = columnsOf(line);
    UkeRecord record(columns.identifier, columns.fields);
    record.set(1, first ? group.division : std::string{}).set(2, group.payers).set(3, line.code);
    if (line.amount) {
        record.set(4, line.amount->text());
    }
    if (line.drugUse != '\0') {
        record.set(7, line.drugUse);
    }
    if (closes && unit.points) {
        record.set(columns.points, *unit.points);
    }
    record.set(columns.count, unit.count);
    for (std::size_t day = 0; day < unit.days.size(); ++day) {
        if (unit.days[day] != 0) {
            record.set(columns.firstDay + day, unit.days[day]);
        }
    }
    return record.line();
}

} // namespace

std::string dentalReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    std::string text = headerRecords(claim, number, layout);
    if (layout.visitRecords()) {
        text += visitRecords(claim);
    }
    for (const receipt::Disease& disease : receipt.diseases) {
        text += UkeRecord("HS", 13)
                    .set(3, joined(disease.teeth))
                    .set(4, disease.code)
                    .set(5, joined(disease.modifiers))
                    .set(6, disease.recordedName)
                    .line();
    }
    for (const receipt::Group& group : receipt.groups) {
        bool first = true;
        for (const receipt::CountUnit& unit : group.units) {
            for (const receipt::DetailLine& line : unit.lines) {
                text += lineRecord(group, unit, line, first, &line == &unit.lines.back());
                first = false;
            }
        }
    }
    return text;
}

} // namespace kmixr::practice
