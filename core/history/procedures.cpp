#include "core/history/procedures.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace kmixr::history {
namespace {

constexpr std::size_t mostDetails = 40; ///< a record's details are for reading

/// One record: an act at an institution in a month; an operation keeps its day too.
using RecordKey = std::tuple<InstitutionIndex, Month, Kind, std::string_view, std::optional<Day>>;

class ProcedureCollector {
public:
    explicit ProcedureCollector(CaseFile& file) : file_(file) {}

    std::vector<ProcedureRecord> collect() {
        for (std::uint32_t i = 0; i < file_.receipts.size(); ++i) {
            if (file_.used(i)) {
                lastMain_.fill(none);
                for (const auto& group : file_.receipts[i].value.groups) {
                    takeGroup(i, group);
                }
            }
        }
        std::sort(records_.begin(), records_.end(), newestFirst);
        return std::move(records_);
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    static bool newestFirst(const ProcedureRecord& a, const ProcedureRecord& b) {
        return std::tuple(b.day, a.group, a.institution, std::string_view(a.code)) <
               std::tuple(a.day, b.group, b.institution, std::string_view(b.code));
    }

    /// 一連の行為: what follows an act in it (drugs, materials, comments, add-ons) belongs to that act.
    void takeGroup(std::uint32_t receipt, const receipt::Group& group) {
        std::size_t record = none;
        for (const auto& unit : group.units) {
            for (const auto& line : unit.lines) {
                if (line.kind == receipt::LineKind::Act) {
                    record = takeAct(file_.acts[nextAct_++], record);
                } else {
                    fold(record, receipt, line);
                }
            }
        }
    }

    std::size_t takeAct(const ActLine& act, std::size_t current) {
        const auto& facts = *act.facts;
        if (facts.notAct) {
            return none;
        }
        const auto group = groupOf(act);
        if (facts.addOn && facts.exclusion.empty()) {
            const auto main = current != none ? current : mainOfSection(facts.section.letter);
            if (main != none) {
                fold(main, act.receipt, *act.line);
                return main;
            }
        }
        if (!group) {
            return none;
        }
        const auto record = enter(act, *group);
        if (facts.exclusion.empty() && !facts.addOn && facts.section.letter != '\0') {
            lastMain_[static_cast<std::size_t>(facts.section.letter - 'A')] = record;
        }
        return record;
    }

    [[nodiscard]] std::optional<ProcedureGroup> groupOf(const ActLine& act) const {
        if (act.facts->procedure || file_.receipts[act.receipt].value.kind != Kind::Dental) {
            return act.facts->procedure;
        }
        return file_.rules.procedures.grouping.ofDental(act.group->division);
    }

    [[nodiscard]] std::size_t mainOfSection(char letter) const {
        return letter == '\0' ? none : lastMain_[static_cast<std::size_t>(letter - 'A')];
    }

    static bool keepsItsDay(ProcedureGroup group) {
        return group == ProcedureGroup::Surgery || group == ProcedureGroup::Anaesthesia ||
               group == ProcedureGroup::Transfusion;
    }

    std::size_t enter(const ActLine& act, ProcedureGroup group) {
        const auto& receipt = file_.receipts[act.receipt].value;
        const auto day = newestDay(*act.unit, receipt.month);
        const auto institution = file_.institutions.of(act.receipt);
        const RecordKey key{institution, receipt.month, receipt.kind, act.facts->code,
                            keepsItsDay(group) ? day : std::nullopt};
        const auto [at, fresh] = byKey_.try_emplace(key, records_.size());
        if (fresh) {
            records_.emplace_back();
            auto& record = records_.back();
            record.name = file_.catalogue.actName(act.line->code, receipt.month);
            record.kana = act.facts->kana;
            const auto& words = file_.rules.procedures.sensitiveWords;
            record.sensitive = std::any_of(words.begin(), words.end(), [&record](const std::string& word) {
                return record.name.find(word) != std::string::npos;
            });
            record.code = act.line->code;
            record.sectionNumber = act.facts->sectionNumber;
            record.group = group;
            record.day = day.value_or(firstOf(receipt.month));
            record.dayUnknown = !day;
            record.count = 0;
            record.institution = institution;
            record.kind = receipt.kind;
            record.unlisted = !act.facts->listed;
            record.exclusion = act.facts->exclusion;
        }
        auto& record = records_[at->second];
        if (day && (record.dayUnknown || *day > record.day)) {
            record.day = *day;
            record.dayUnknown = false;
        }
        addDays(record, *act.unit);
        record.count += std::max(1, act.unit->count);
        record.evidence.push_back(file_.evidence(act));
        if (act.line->amount) {
            addDetail(record, amountWithUnit(act.line->code, receipt.month, *act.line->amount));
        }
        addComments(record, *act.line, receipt.month);
        return at->second;
    }

    static void addDays(ProcedureRecord& record, const receipt::CountUnit& unit) {
        for (int number = 1; number <= 31; ++number) {
            if (unit.days[static_cast<std::size_t>(number) - 1] > 0) {
                const auto at = std::lower_bound(record.dayNumbers.begin(), record.dayNumbers.end(), number);
                if (at == record.dayNumbers.end() || *at != number) {
                    record.dayNumbers.insert(at, number);
                }
            }
        }
    }

    [[nodiscard]] std::string amountWithUnit(std::string_view code, Month month, receipt::Quantity amount) const {
        const auto entry = file_.catalogue.masters().act(code, month);
        return entry && !entry->unit.empty() ? amount.text() + std::string(entry->unit) : std::string();
    }

    /// A line that belongs under a record: an add-on, a material, a drug used in the act.
    void fold(std::size_t index, std::uint32_t receipt, const receipt::DetailLine& line) {
        if (index == none) {
            return;
        }
        auto& record = records_[index];
        const auto month = file_.receipts[receipt].value.month;
        record.evidence.push_back({receipt, line.line});
        addDetail(record, describe(line, month));
        addComments(record, line, month);
    }

    [[nodiscard]] std::string describe(const receipt::DetailLine& line, Month month) const {
        const auto& masters = file_.catalogue.masters();
        std::string text, unit;
        switch (line.kind) {
        case receipt::LineKind::Drug:
            text = file_.catalogue.drugName(line.code, month);
            if (const auto entry = masters.drug(line.code, month)) {
                unit = entry->unit;
            }
            break;
        case receipt::LineKind::Material:
            text = file_.catalogue.materialName(line.code, month);
            if (const auto entry = masters.material(line.code, month)) {
                unit = entry->unit;
            }
            break;
        case receipt::LineKind::Act:
            text = file_.catalogue.actName(line.code, month);
            return line.amount ? text + " " + amountWithUnit(line.code, month, *line.amount) : text;
        case receipt::LineKind::Comment:
            return {};
        }
        return line.amount ? text + " " + line.amount->text() + unit : text;
    }

    void addComments(ProcedureRecord& record, const receipt::DetailLine& line, Month month) const {
        for (const auto& comment : line.comments) {
            addDetail(record, receipt::renderComment(comment, file_.catalogue.masters(), month));
        }
    }

    static void addDetail(ProcedureRecord& record, std::string detail) {
        if (!detail.empty() && record.details.size() < mostDetails &&
            std::find(record.details.begin(), record.details.end(), detail) == record.details.end()) {
            record.details.push_back(std::move(detail));
        }
    }

    CaseFile& file_;
    std::vector<ProcedureRecord> records_;
    std::map<RecordKey, std::size_t> byKey_;
    std::size_t nextAct_ = 0;                ///< CaseFile::acts holds the same lines in the same order
    std::array<std::size_t, 26> lastMain_{}; ///< the receipt's last main act by section letter
};

} // namespace

std::vector<ProcedureRecord> collectProcedures(CaseFile& file) {
    return ProcedureCollector(file).collect();
}

} // namespace kmixr::history
