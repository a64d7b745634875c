// Which months have arrived. Receipts cannot say "nothing happened": a month without receipts inside the span of one
// insurer has arrived empty; between two insurers nobody can tell, and it is missing.
#include "core/history/visits.h"

#include <algorithm>
#include <array>
#include <set>

namespace kmixr::history {
namespace {

/// Kinds that arrive by their own way: 医科 (with DPC), 歯科, 調剤.
enum Stream : std::size_t { Medical, Dental, Dispensing, streams };

Stream streamOf(Kind kind) {
    return kind == Kind::Dental ? Dental : kind == Kind::Dispensing ? Dispensing : Medical;
}

struct MonthFacts {
    std::set<std::string> insurers;
    std::array<bool, streams> seen{};
    std::set<InstitutionIndex> prescribing; ///< institutions that wrote a prescription for a pharmacy
    std::set<InstitutionIndex> dispensedFor;
};

class CoverageReader {
public:
    explicit CoverageReader(const CaseFile& file)
        : file_(file), months_(static_cast<std::size_t>(monthsBetween(file.first, file.newest)) + 1) {
        for (std::uint32_t i = 0; i < file.receipts.size(); ++i) {
            if (!file.used(i)) {
                continue;
            }
            const auto& receipt = file.receipts[i].value;
            auto& month = at(receipt.month);
            month.seen[streamOf(receipt.kind)] = true;
            if (receipt.insurance) {
                month.insurers.insert(receipt.insurance->insurerNumber);
            }
            if (receipt.kind == Kind::Dispensing) {
                month.dispensedFor.insert(file.institutions.prescriberOf(i));
            }
        }
        for (const auto& act : file.acts) {
            if (act.facts->prescriptionFee) {
                at(file.monthOf(act)).prescribing.insert(file.institutions.of(act.receipt));
            }
        }
    }

    std::vector<CoverageMonth> read() {
        std::vector<CoverageMonth> coverage;
        const auto last = std::max(file_.newest, monthOf(file_.today));
        for (auto month = file_.first; month <= last; month += std::chrono::months(1)) {
            CoverageMonth entry;
            entry.month = month;
            if (month > file_.newest) {
                entry.state = CoverageState::NotYet;
            } else {
                const auto& facts = at(month);
                entry.insurers.assign(facts.insurers.begin(), facts.insurers.end());
                entry.state =
                    arrived(facts) || !betweenInsurers(month) ? CoverageState::Arrived : CoverageState::Missing;
            }
            coverage.push_back(std::move(entry));
        }
        markPartly(coverage[static_cast<std::size_t>(monthsBetween(file_.first, file_.newest))]);
        return coverage;
    }

private:
    static constexpr int regularMonths = 3;

    MonthFacts& at(Month month) { return months_[static_cast<std::size_t>(monthsBetween(file_.first, month))]; }

    static bool arrived(const MonthFacts& facts) {
        return facts.seen[Medical] || facts.seen[Dental] || facts.seen[Dispensing];
    }

    bool betweenInsurers(Month month) {
        auto before = month, after = month;
        while (before > file_.first && !arrived(at(before))) {
            before -= std::chrono::months(1);
        }
        while (after < file_.newest && !arrived(at(after))) {
            after += std::chrono::months(1);
        }
        const auto& a = at(before).insurers;
        const auto& b = at(after).insurers;
        return std::none_of(a.begin(), a.end(), [&b](const std::string& insurer) { return b.contains(insurer); });
    }

    /// Only the newest month can be on its way still: a kind that came each month before is not there, or a
    /// prescription was written and its pharmacy's receipt is not there.
    void markPartly(CoverageMonth& entry) {
        const auto& newest = at(file_.newest);
        constexpr std::array<Kind, streams> kinds{Kind::MedicalOutpatient, Kind::Dental, Kind::Dispensing};
        for (std::size_t stream = 0; stream < streams; ++stream) {
            if ((!newest.seen[stream] && wasRegular(stream)) || (stream == Dispensing && pharmacyOutstanding(newest))) {
                entry.state = CoverageState::Partly;
                entry.absent.push_back(kinds[stream]);
            }
        }
    }

    bool wasRegular(std::size_t stream) {
        for (int back = 1; back <= regularMonths; ++back) {
            const auto month = file_.newest - std::chrono::months(back);
            if (month < file_.first || !at(month).seen[stream]) {
                return false;
            }
        }
        return true;
    }

    bool pharmacyOutstanding(const MonthFacts& newest) {
        for (const auto institution : newest.prescribing) {
            if (newest.dispensedFor.contains(institution)) {
                continue;
            }
            const bool dispensedBefore =
                std::any_of(months_.begin(), months_.end() - 1, [institution](const MonthFacts& month) {
                    return month.dispensedFor.contains(institution);
                });
            if (dispensedBefore) {
                return true;
            }
        }
        return false;
    }

    const CaseFile& file_;
    std::vector<MonthFacts> months_;
};

} // namespace

std::vector<CoverageMonth> collectCoverage(const CaseFile& file, bool anyReceipt) {
    return anyReceipt ? CoverageReader(file).read() : std::vector<CoverageMonth>();
}

} // namespace kmixr::history
