#include "snapshot.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace kmixr::history::test {
namespace {

using Json = nlohmann::ordered_json;

template <class Enum, std::size_t count>
std::string word(Enum value, const std::array<std::string_view, count>& words) {
    return std::string(words.at(static_cast<std::size_t>(value)));
}

std::string word(Grade value) {
    return word(value, std::array<std::string_view, 5>{"treated", "continuing", "single-month", "suspected", "past"});
}
std::string word(DrugState value) {
    return word(value, std::array<std::string_view, 3>{"taking", "until-data-end", "ended"});
}
std::string word(DrugUse value) {
    return word(value, std::array<std::string_view, 6>{"oral", "as-needed", "external", "injection", "home-injection",
                                                       "during-act"});
}
std::string word(DuplicateLevel value) {
    return word(value, std::array<std::string_view, 3>{"D1", "D2", "D3"});
}
std::string word(ProcedureGroup value) {
    return word(value, std::array<std::string_view, 8>{"surgery", "anaesthesia", "treatment", "home",
                                                       "imaging-endoscopy", "transfusion", "management", "other"});
}
std::string word(ExaminationGroup value) {
    return word(value, std::array<std::string_view, 11>{"urine-stool", "blood", "chemistry", "hormone", "immunology",
                                                        "infection", "pathology", "physiology", "endoscopy", "imaging",
                                                        "other"});
}
std::string word(CoverageState value) {
    return word(value, std::array<std::string_view, 4>{"not-yet", "partly", "arrived", "missing"});
}
std::string word(FlagBasis value) {
    return word(value, std::array<std::string_view, 3>{"act", "name", "drug"});
}
std::string word(RiskAnswer value) {
    return word(value, std::array<std::string_view, 3>{"recorded", "not-recorded", "cannot-know"});
}
std::string word(receipt::DiseaseOutcome value) {
    return word(value, std::array<std::string_view, 4>{"continuing", "cured", "died", "stopped"});
}

class Snapshot {
public:
    explicit Snapshot(const History& history) : of_(history) {}

    std::string text() {
        line("patient", person());
        line("today", isoDay(of_.today));
        line("newest_month", of_.newestMonth ? isoMonth(*of_.newestMonth) : std::string());
        line("unread_lines", of_.unreadLines);
        list("institutions", of_.institutions, [](const InstitutionInfo& i) {
            return Json{{"code", i.id.key()}, {"name", i.name}, {"short", i.shortName}};
        });
        list("flags", of_.flags, [this](const Flag& f) { return flag(f); });
        list("problems", of_.problems, [this](const ClinicalProblem& p) { return problem(p); });
        list("medications", of_.medications, [this](const MedicationCourse& m) { return course(m); });
        list("duplicates", of_.duplicates, [this](const Duplicate& d) { return duplicate(d); });
        list("sums", of_.sums, [this](const IngredientSum& s) { return sum(s); });
        list("oral_ingredients", of_.oralIngredients, [this](const CountedIngredient& i) {
            return Json{{"name", i.name}, {"key", i.key}, {"drugs", names(i.drugs)}};
        });
        if (of_.manyOralIngredients) {
            line("many_oral_ingredients", true);
        }
        list("hints", of_.hints, [this](const ContraindicationHint& h) { return hint(h); });
        lines("procedures", procedures());
        list("examinations", of_.examinations, [this](const Examination& e) { return examination(e); });
        list("bundled_fees", of_.bundledFees, [this](const BundledFee& b) {
            return Json{{"words", b.words},
                        {"fee", b.fee},
                        {"at", where(b.institution)},
                        {"months", isoMonth(b.firstMonth) + "…" + isoMonth(b.lastMonth)},
                        {"evidence", evidence(b.evidence)}};
        });
        lines("visits", visits());
        lines("coverage", coverage());
        for (const auto& pack : of_.riskPacks) {
            list("risk: " + pack.title + " (" + pack.edition + ")", pack.factors, [this](const RiskFactor& r) {
                Json row{{"name", r.name}, {"answer", word(r.answer)}};
                optional(row, "basis", r.basis);
                if (!r.evidence.empty()) {
                    row["evidence"] = evidence(r.evidence);
                }
                return row;
            });
        }
        lines("receipts", receipts());
        out_.erase(out_.rfind(','), 1);
        return "{\n" + out_ + "}\n";
    }

private:
    void line(const std::string& key, const Json& value) {
        out_ += "  " + Json(key).dump() + ": " + value.dump() + ",\n";
    }
    void lines(const std::string& key, const std::vector<Json>& rows) {
        out_ += "  " + Json(key).dump() + ": [";
        for (std::size_t i = 0; i < rows.size(); ++i) {
            out_ += (i == 0 ? "\n    " : ",\n    ") + rows[i].dump();
        }
        out_ += rows.empty() ? "],\n" : "\n  ],\n";
    }
    template <class Items, class Row>
    void list(const std::string& key, const Items& items, Row row) {
        std::vector<Json> rows;
        for (const auto& item : items) {
            rows.push_back(row(item));
        }
        lines(key, rows);
    }

    static void optional(Json& row, const char* key, const std::string& value) {
        if (!value.empty()) {
            row[key] = value;
        }
    }
    static void mark(Json& row, const char* key, bool value) {
        if (value) {
            row[key] = true;
        }
    }

    [[nodiscard]] Json person() const {
        const auto& who = of_.patient;
        return {{"name", who.name},
                {"sex", static_cast<int>(who.sex)},
                {"birth", who.birth ? isoDay(*who.birth) : std::string()}};
    }
    [[nodiscard]] std::string where(InstitutionIndex index) const { return of_.institutions.at(index).shortName; }
    /// How many lines, and the place of the first: month, institution, line.
    [[nodiscard]] std::string evidence(const std::vector<Evidence>& places) const {
        if (places.empty()) {
            return "none";
        }
        const auto& first = of_.receipts.at(places.front().receipt).value;
        return std::to_string(places.size()) + ", first " + isoMonth(first.month) + " " + first.institution.code +
               " line " + std::to_string(places.front().line);
    }

    [[nodiscard]] Json names(const std::vector<std::uint32_t>& drugs) const {
        Json all = Json::array();
        for (const auto drug : drugs) {
            all.push_back(of_.medications.at(drug).name);
        }
        return all;
    }
    [[nodiscard]] Json sum(const IngredientSum& s) const {
        Json row{{"name", s.name}, {"per_day", s.perDay.text() + s.unit}, {"day", isoDay(s.day)}};
        for (const auto& part : s.parts) {
            row["parts"].push_back(of_.medications.at(part.drug).name + " " +
                                   (part.perDay ? part.perDay->text() : std::string("?")));
        }
        mark(row, "current", s.current);
        row["evidence"] = evidence(s.evidence);
        return row;
    }

    [[nodiscard]] Json flag(const Flag& f) const {
        Json row{{"id", f.id},
                 {"words", f.words},
                 {"basis", word(f.basis)},
                 {"last", isoMonth(f.lastMonth)},
                 {"at", where(f.institution)}};
        optional(row, "detail", f.detail);
        mark(row, "caution", f.caution);
        mark(row, "cut_by_payer", f.cutByPayer);
        row["evidence"] = evidence(f.evidence);
        return row;
    }

    [[nodiscard]] Json problem(const ClinicalProblem& p) const {
        Json row{{"grade", word(p.grade)}, {"name", p.name}, {"code", p.code}};
        optional(row, "icd10", p.icd10);
        if (!p.treatments.empty()) {
            row["treatments"] = p.treatments;
        }
        if (!p.badges.empty()) {
            row["badges"] = p.badges;
        }
        mark(row, "main", p.main);
        mark(row, "uncoded", p.uncoded);
        mark(row, "unlisted", p.unlisted);
        mark(row, "cut_by_payer", p.cutByPayer);
        row["at"] = where(p.institution);
        row["start"] = p.start ? isoDay(*p.start) : std::string();
        const auto treated = static_cast<int>(
            std::count_if(p.months.begin(), p.months.end(), [](const MonthMark& m) { return m.treated; }));
        row["months"] = isoMonth(p.firstMonth) + "…" + isoMonth(p.lastMonth) + ", named in " +
                        std::to_string(p.months.size()) + ", treated in " + std::to_string(treated);
        if (p.outcome != receipt::DiseaseOutcome::Continuing) {
            row["outcome"] = word(p.outcome);
        }
        if (p.suspicionGone) {
            row["suspicion_gone"] = isoMonth(*p.suspicionGone);
        }
        row["evidence"] = evidence(p.evidence);
        return row;
    }

    [[nodiscard]] std::string supply(const Supply& s) const {
        return isoDay(s.start) + "…" + isoDay(s.end) + " " + s.amount.text() + "×" + std::to_string(s.quantity) +
               (s.estimatedPeriod ? " estimated" : "") + (s.dayUnknown ? " day-unknown" : "") +
               (s.inpatient ? " ward" : "") + " from " + where(s.dispenser);
    }

    [[nodiscard]] Json course(const MedicationCourse& m) const {
        Json row{{"today", word(m.today)}, {"at_data_end", word(m.atDataEnd)}, {"name", m.name}, {"code", m.code}};
        optional(row, "class", m.drugClass);
        optional(row, "high_risk", m.highRiskClass);
        optional(row, "generic", m.genericName);
        optional(row, "ingredient", m.ingredient);
        optional(row, "unit", m.unit);
        row["use"] = word(m.use);
        mark(row, "long_term", m.longTerm);
        mark(row, "unlisted", m.unlisted);
        mark(row, "cut_by_payer", m.cutByPayer);
        if (m.switchedFrom) {
            row["switched_from"] = of_.medications.at(*m.switchedFrom).name;
        }
        row["prescriber"] = where(m.prescriber);
        row["end"] = isoDay(m.end);
        row["fills"] = m.supplies.size();
        row["first"] = supply(m.supplies.front());
        row["last"] = supply(m.supplies.back());
        std::vector<std::string> changes;
        for (std::size_t i = 1; i < m.supplies.size(); ++i) {
            if (m.supplies[i].code != m.supplies[i - 1].code) {
                changes.push_back(isoDay(m.supplies[i].start) + " " + m.supplies[i].name);
            }
        }
        if (!changes.empty()) {
            row["changes"] = changes;
        }
        row["evidence"] = evidence(m.evidence);
        return row;
    }

    [[nodiscard]] Json hint(const ContraindicationHint& h) const {
        Json row{{"level", h.level == HintLevel::Contraindicated ? "禁忌" : "注意"},
                 {"insert_text", h.insertText},
                 {"drug", of_.medications.at(h.drug).name},
                 {"name", of_.problems.at(h.problem).name},
                 {"month", isoMonth(of_.problems.at(h.problem).lastMonth)}};
        row["evidence"] = evidence(h.evidence);
        return row;
    }

    [[nodiscard]] Json duplicate(const Duplicate& d) const {
        Json row{{"letter", std::string(1, d.letter)},
                 {"level", word(d.level)},
                 {"first", of_.medications.at(d.first).name},
                 {"second", of_.medications.at(d.second).name},
                 {"from", isoDay(d.from)},
                 {"to", isoDay(d.to)},
                 {"days", d.days}};
        mark(row, "prominent", d.prominent);
        mark(row, "current", d.current);
        return row;
    }

    [[nodiscard]] Json procedure(const ProcedureRecord& p) const {
        Json row{{"day", isoDay(p.day) + (p.dayUnknown ? "?" : "")},
                 {"group", word(p.group)},
                 {"name", p.name},
                 {"code", p.code}};
        optional(row, "section", p.sectionNumber);
        row["count"] = p.count;
        row["at"] = where(p.institution);
        mark(row, "unlisted", p.unlisted);
        mark(row, "cut_by_payer", p.cutByPayer);
        optional(row, "exclusion", p.exclusion);
        if (!p.details.empty()) {
            row["details"] = p.details;
        }
        row["evidence"] = evidence(p.evidence);
        return row;
    }

    /// Monthly repeats of one act at one institution: the newest in full, the others as a count and the oldest day.
    [[nodiscard]] std::vector<Json> procedures() const {
        std::map<std::pair<std::string, InstitutionIndex>, std::size_t> places;
        std::vector<Json> rows;
        std::map<std::size_t, int> more;
        for (const auto& record : of_.procedures) {
            const auto [at, fresh] =
                places.try_emplace({record.code + record.exclusion, record.institution}, rows.size());
            if (fresh) {
                rows.push_back(procedure(record));
                continue;
            }
            auto& row = rows[at->second];
            mark(row, "cut_by_payer", record.cutByPayer);
            row["earlier"] = std::to_string(++more[at->second]) + ", oldest " + isoDay(record.day);
        }
        return rows;
    }

    [[nodiscard]] Json examination(const Examination& e) const {
        Json row{{"group", word(e.group)}, {"name", e.name}, {"code", e.code}};
        optional(row, "section", e.sectionNumber);
        mark(row, "fee", e.feeOnly);
        mark(row, "unlisted", e.unlisted);
        mark(row, "cut_by_payer", e.cutByPayer);
        row["times"] = e.done.size();
        row["in_twelve_months"] = e.inTwelveMonths;
        row["first"] = isoDay(e.done.front().day);
        row["last"] = isoDay(e.done.back().day) + " " + where(e.done.back().institution);
        return row;
    }

    /// One line an institution and year: days of each month, i = in-patient, "." = none.
    [[nodiscard]] std::vector<Json> visits() const {
        std::map<std::pair<InstitutionIndex, int>, std::array<std::string, 12>> years;
        for (const auto& visit : of_.visits) {
            auto& months = years[{visit.institution, int(visit.month.year())}];
            months.at(unsigned(visit.month.month()) - 1) = std::to_string(visit.days) + (visit.inpatient ? "i" : "");
        }
        std::vector<Json> rows;
        for (const auto& [key, months] : years) {
            std::string text = where(key.first) + " " + std::to_string(key.second) + ":";
            for (const auto& month : months) {
                text += " " + (month.empty() ? std::string(".") : month);
            }
            rows.emplace_back(text);
        }
        return rows;
    }

    /// Runs of months of one state and the same insurers.
    [[nodiscard]] std::vector<Json> coverage() const {
        std::vector<Json> rows;
        for (std::size_t i = 0; i < of_.coverage.size();) {
            std::size_t end = i + 1;
            const auto& first = of_.coverage[i];
            while (end < of_.coverage.size() && of_.coverage[end].state == first.state &&
                   of_.coverage[end].insurers == first.insurers) {
                ++end;
            }
            Json row{{"months", isoMonth(first.month) + "…" + isoMonth(of_.coverage[end - 1].month)},
                     {"state", word(first.state)}};
            if (!first.insurers.empty()) {
                row["insurers"] = first.insurers;
            }
            if (!first.absent.empty()) {
                row["absent_kinds"] = first.absent.size();
            }
            rows.push_back(std::move(row));
            i = end;
        }
        return rows;
    }

    [[nodiscard]] std::vector<Json> receipts() const {
        std::map<std::string, int> counts;
        for (const auto& source : of_.receipts) {
            static constexpr std::array<std::string_view, 5> kinds{"medical out-patient", "medical in-patient", "DPC",
                                                                   "dental", "dispensing"};
            static constexpr std::array<std::string_view, 4> uses{"used", "superseded", "other person", "implausible"};
            ++counts[word(source.value.kind, kinds) + ", " + word(source.use, uses)];
        }
        std::vector<Json> rows;
        for (const auto& [words, count] : counts) {
            rows.emplace_back(words + ": " + std::to_string(count));
        }
        return rows;
    }

    const History& of_;
    std::string out_;
};

} // namespace

std::string snapshot(const History& history) {
    return Snapshot(history).text();
}

} // namespace kmixr::history::test
