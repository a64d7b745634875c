#include "core/history/examinations.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace kmixr::history {
namespace {

std::optional<ExaminationGroup> groupOf(const CaseFile& file, const ActLine& act) {
    if (act.facts->notAct) {
        return std::nullopt;
    }
    if (act.facts->examination || file.receipts[act.receipt].value.kind != Kind::Dental) {
        return act.facts->examination;
    }
    return file.rules.examinations.grouping.ofDental(act.group->division);
}

void addDays(Examination& examination, const CaseFile& file, const ActLine& act) {
    const auto month = file.monthOf(act);
    const auto institution = file.institutions.of(act.receipt);
    bool dated = false;
    for (int number = 1; number <= 31; ++number) {
        if (act.unit->days[static_cast<std::size_t>(number) - 1] > 0) {
            if (const auto day = dayOf(month, number)) {
                examination.done.push_back({*day, institution, file.evidence(act), false});
                dated = true;
            }
        }
    }
    if (!dated) {
        examination.done.push_back({firstOf(month), institution, file.evidence(act), true});
    }
}

/// Two lines of one test on one day at one institution are one occasion; two institutions on one day are two.
void settle(Examination& examination, Month newest) {
    auto& done = examination.done;
    std::sort(done.begin(), done.end(), [](const ExaminationDone& a, const ExaminationDone& b) {
        return std::tie(a.day, a.institution, a.evidence) < std::tie(b.day, b.institution, b.evidence);
    });
    const auto last = std::unique(done.begin(), done.end(), [](const ExaminationDone& a, const ExaminationDone& b) {
        return a.day == b.day && a.institution == b.institution;
    });
    done.erase(last, done.end());
    examination.inTwelveMonths =
        static_cast<int>(std::count_if(done.begin(), done.end(), [newest](const ExaminationDone& d) {
            return monthsBetween(monthOf(d.day), newest) < 12;
        }));
}

} // namespace

std::vector<Examination> collectExaminations(const CaseFile& file) {
    std::vector<Examination> examinations;
    std::unordered_map<const ActFacts*, std::size_t> byAct;
    for (const auto& act : file.acts) {
        const auto group = groupOf(file, act);
        if (!group) {
            continue;
        }
        const auto [at, fresh] = byAct.try_emplace(act.facts, examinations.size());
        if (fresh) { // acts come newest month first: the newest name stands
            auto& examination = examinations.emplace_back();
            examination.name = file.catalogue.actName(act.line->code, file.monthOf(act));
            examination.kana = act.facts->kana;
            examination.code = act.line->code;
            examination.sectionNumber = act.facts->sectionNumber;
            examination.group = *group;
            examination.feeOnly = act.facts->fee || act.facts->addOn;
            examination.unlisted = !act.facts->listed;
        }
        addDays(examinations[at->second], file, act);
    }
    for (auto& examination : examinations) {
        settle(examination, file.newest);
    }
    std::sort(examinations.begin(), examinations.end(), [](const Examination& a, const Examination& b) {
        return std::tuple(a.group, a.feeOnly, -a.inTwelveMonths, std::string_view(a.code)) <
               std::tuple(b.group, b.feeOnly, -b.inTwelveMonths, std::string_view(b.code));
    });
    return examinations;
}

std::vector<BundledFee> collectBundledFees(const CaseFile& file) {
    std::map<std::pair<RuleIndex, InstitutionIndex>, BundledFee> fees;
    const auto note = [&](RuleIndex rule, InstitutionIndex institution, const std::string& name, Month month,
                          Evidence evidence) {
        const auto [at, fresh] = fees.try_emplace({rule, institution});
        auto& fee = at->second;
        if (fresh) {
            fee = {file.rules.examinations.bundles[rule].words, name, institution, month, month, {}};
        }
        fee.firstMonth = std::min(fee.firstMonth, month);
        fee.lastMonth = std::max(fee.lastMonth, month);
        fee.evidence.push_back(evidence);
    };
    for (const auto& act : file.acts) {
        for (const auto rule : act.facts->bundles) {
            note(rule, file.institutions.of(act.receipt), file.catalogue.actName(act.line->code, file.monthOf(act)),
                 file.monthOf(act), file.evidence(act));
        }
    }
    for (std::size_t rule = 0; rule < file.rules.examinations.bundles.size(); ++rule) {
        for (std::uint32_t i = 0; file.rules.examinations.bundles[rule].dpc && i < file.receipts.size(); ++i) {
            const auto& receipt = file.receipts[i].value;
            if (file.used(i) && receipt.kind == Kind::Dpc) {
                note(static_cast<RuleIndex>(rule), file.institutions.of(i), "DPC", receipt.month,
                     {i, receipt.firstLine});
            }
        }
    }
    std::vector<BundledFee> ordered;
    for (auto& [key, fee] : fees) {
        ordered.push_back(std::move(fee));
    }
    return ordered;
}

} // namespace kmixr::history
