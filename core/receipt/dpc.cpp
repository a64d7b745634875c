#include "core/receipt/dpc.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kmixr::receipt {

namespace {

constexpr std::size_t modifierWidth = 4;

LineKind kindOf(std::string_view code) {
    return code.starts_with('6') ? LineKind::Drug : code.starts_with('7') ? LineKind::Material : LineKind::Act;
}

std::optional<int> smallNumber(const RecordView& record, std::size_t index) {
    const auto value = record.number(index, RecordView::mostCount);
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::size_t indexOf(Day day) {
    return static_cast<unsigned>(day.day()) - 1;
}

} // namespace

DpcStay& DpcReader::stay() {
    return receipt_.dpc ? *receipt_.dpc : receipt_.dpc.emplace();
}

void DpcReader::diagnosisGroup(const RecordView& bu) {
    DpcStay& dpc = stay();
    dpc.line = bu.line();
    dpc.diagnosisGroup = bu.text(1);
    dpc.admitted = bu.day(2);
    dpc.discharged = bu.day(3);
    dpc.outcome = bu.letter(4);
    dpc.causeOfDeath = bu.text(5);
}

void DpcReader::disease(const RecordView& sb) {
    Disease disease;
    disease.line = sb.line();
    disease.cut = sb.cut();
    disease.code = sb.text(1);
    if (disease.code.empty()) {
        sb.note("no code", 1);
    }
    disease.modifiers = codesOf(sb, 2, modifierWidth);
    disease.recordedName = sb.text(3);
    disease.icd10 = sb.text(4);
    disease.category = sb.text(5);
    disease.main = disease.category == "01" || disease.category == "11";
    disease.note = sb.text(7);
    receipt_.diseases.push_back(std::move(disease));
}

void DpcReader::patient(const RecordView& kk) {
    DpcStay& dpc = stay();
    dpc.admission = kk.letter(3);
    dpc.previousDischarge = kk.day(4);
    dpc.ageOnAdmission = smallNumber(kk, 6);
    dpc.birthWeight = smallNumber(kk, 7);
    dpc.comaScale = kk.text(8);
    dpc.severity = kk.text(11);
}

void DpcReader::act(const RecordView& sk) {
    stay().acts.push_back({sk.line(), sk.text(1), sk.text(2), sk.day(3), sk.text(5), sk.text(6)});
}

void DpcReader::absence(const RecordView& ga) {
    stay().absences.push_back({ga.line(), ga.month(1).value_or(Month{}), ga.text(3), ga.text(4), ga.text(5)});
}

void DpcReader::perDiem(const RecordView& hh) {
    stay().perDiem.push_back({hh.line(), hh.month(1).value_or(Month{}), hh.letter(2), hh.letter(5),
                              hh.points(6).value_or(0), hh.count(7), hh.points(8).value_or(0)});
}

void DpcReader::total(const RecordView& gt) {
    stay().totals.push_back({gt.line(), gt.month(1).value_or(Month{}), gt.letter(2), gt.points(5).value_or(0),
                             gt.points(6).value_or(0), gt.points(7).value_or(0), gt.cut() ? std::nullopt : gt.points(8),
                             gt.letter(4)});
}

void DpcReader::coding(const RecordView& cd) {
    const auto day = cd.day(1);
    const std::string code = cd.text(5);
    if (!day || code.empty()) {
        if (code.empty()) {
            cd.note("no code", 5);
        } else if (!cd.has(1)) {
            cd.note("no date", 1);
        }
        return;
    }
    const std::string division = cd.text(2);
    std::string place = cd.text(1) + "," + division + "," + cd.text(3);
    if (place != open_.place || open_.group.units.empty()) {
        fileAct();
        open_.place = std::move(place);
        open_.day = *day;
        open_.group.division = division;
        open_.group.payers = '\0';
        open_.group.coding = true;
        open_.group.units.emplace_back();
        open_.key = division;
    }
    DetailLine line;
    line.line = cd.line();
    line.cut = cd.cut();
    line.kind = kindOf(code);
    line.code = code;
    line.amount = cd.has(6) ? cd.quantity(6) : cd.quantity(7);
    line.unitCode = cd.text(8);
    line.productName = cd.text(10);
    open_.key += "," + code + "," + (line.amount ? line.amount->text() : std::string{}) + "," + line.productName +
                 (line.cut ? "!" : "");
    open_.count = std::max(open_.count, cd.has(9) ? cd.count(9) : 1);
    open_.group.units.front().lines.push_back(std::move(line));
}

// A day of another month is not this receipt's: it keeps no place among the 31 days, but its lines stand.
void DpcReader::fileAct() {
    if (open_.group.units.empty()) {
        return;
    }
    const bool within = monthOf(open_.day) == receipt_.month;
    const auto [at, fresh] = byKey_.try_emplace(within ? open_.key : open_.place + open_.key, coded_.size());
    if (fresh) {
        coded_.push_back(std::move(open_.group));
    } else {
        auto& lines = coded_[at->second].units.front().lines;
        const auto& repeated = open_.group.units.front().lines;
        for (std::size_t i = 0; i < lines.size() && i < repeated.size(); ++i) {
            lines[i].alsoLines.push_back(repeated[i].line);
        }
    }
    CountUnit& unit = coded_[at->second].units.front();
    unit.count += open_.count;
    if (within) {
        auto& count = unit.days[indexOf(open_.day)];
        count = static_cast<std::uint16_t>(std::min(count + open_.count, 0xFFFF));
    }
    open_ = {};
}

// No true DPC file was at hand to prove that CD and SI IY TO never overlap (uke.md §4), so an exact repeat is counted
// once, and said.
void DpcReader::dropRepeated() {
    using Done = std::tuple<std::string_view, std::int64_t, std::size_t>;
    std::map<Done, int> paid;
    const auto amountOf = [](const DetailLine& line) { return line.amount ? line.amount->hundredThousandths : -1; };
    for (const Group& group : receipt_.groups) {
        for (const CountUnit& unit : group.units) {
            for (const DetailLine& line : unit.lines) {
                for (std::size_t day = 0; day < unit.days.size() && !line.cut; ++day) {
                    if (unit.days[day] > 0) {
                        paid[{line.code, amountOf(line), day}] += unit.days[day];
                    }
                }
            }
        }
    }
    for (Group& group : coded_) {
        CountUnit& unit = group.units.front();
        if (paid.empty() || unit.lines.size() != 1) {
            continue;
        }
        const DetailLine& line = unit.lines.front();
        for (std::size_t day = 0; day < unit.days.size(); ++day) {
            const auto same = unit.days[day] == 0 ? paid.end() : paid.find({line.code, amountOf(line), day});
            if (same != paid.end()) {
                unit.count -= unit.days[day];
                unit.days[day] = 0;
                addNote(receipt_.unread,
                        {line.line, "CD", "stands in the fee-for-service lines too: counted once", -1});
            }
        }
    }
    std::erase_if(coded_, [](const Group& group) { return group.units.front().count <= 0; });
}

void DpcReader::finish() {
    fileAct();
    dropRepeated();
    for (Group& group : coded_) {
        receipt_.groups.push_back(std::move(group));
    }
    coded_.clear();
    byKey_.clear();
    if (!receipt_.dpc) {
        return;
    }
    // BU has one outcome for the stay: a cure is that of the disease which the stay was for, death ends them all.
    const char outcome = receipt_.dpc->outcome;
    const bool died = outcome == '6' || outcome == '7';
    const auto stayedFor = std::find_if(receipt_.diseases.begin(), receipt_.diseases.end(),
                                        [](const Disease& disease) { return disease.category == "01"; });
    for (Disease& disease : receipt_.diseases) {
        if (died) {
            disease.outcome = DiseaseOutcome::Died;
        } else if (outcome == '1' && stayedFor != receipt_.diseases.end() && disease.code == stayedFor->code &&
                   disease.modifiers == stayedFor->modifiers) {
            disease.outcome = DiseaseOutcome::Cured;
        }
        if (!disease.start && !disease.category.empty()) {
            disease.start = receipt_.dpc->admitted; // SB has no date of its own
        }
    }
}

} // namespace kmixr::receipt
