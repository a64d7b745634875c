#include "app/practice/people/claim_parts.h"
#include "app/practice/people/japanese_text.h"
#include "app/practice/people/points.h"

#include <algorithm>
#include <map>

namespace kmixr::practice {

namespace {

/// 剤: drugs of equal form, usage and quantity of one prescription.
struct Made {
    receipt::Prescription prescription; ///< without fills
    int quantity = 1;
    std::int64_t unitPoints = 0; ///< 単位薬剤料
};

bool sameUsage(const Made& made, const PlannedDrug& drug) {
    return made.prescription.form == drug.form && made.prescription.usage == drug.usage &&
           made.prescription.usageText == drug.usageText && made.quantity == drug.quantity;
}

receipt::DetailLine line(const PlannedDrug& drug) {
    receipt::DetailLine line;
    line.kind = receipt::LineKind::Drug;
    line.code = drug.code;
    line.amount = drug.amount;
    return line;
}

Outcome<std::vector<Made>> madeFrom(const std::vector<const PlannedDrug*>& drugs, const PriceTable& table) {
    const Points points(table);
    std::vector<Made> made;
    std::vector<std::int64_t> prices;
    for (const PlannedDrug* drug : drugs) {
        const auto price = points.price(*drug);
        if (!price) {
            return fail(price.error());
        }
        auto found = std::find_if(made.begin(), made.end(), [drug](const Made& m) { return sameUsage(m, *drug); });
        if (found == made.end()) {
            Made fresh;
            fresh.prescription.form = drug->form;
            fresh.prescription.usage = drug->usage;
            fresh.prescription.usageText = drug->usageText;
            fresh.quantity = drug->quantity;
            found = made.insert(made.end(), std::move(fresh));
            prices.push_back(0);
        }
        found->prescription.lines.push_back(line(*drug));
        prices[static_cast<std::size_t>(found - made.begin())] += *price;
    }
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i].unitPoints = drugPoints(prices[i]);
    }
    return made;
}

/// Charges the making-up of one prescription's 剤: only so many of each form.
class PreparationCharge {
public:
    explicit PreparationCharge(const PricingRules& rules) : rules_(rules) {}

    std::int64_t next(char form) {
        const auto fee = rules_.preparation.find(form);
        if (fee == rules_.preparation.end() || ++charged_[form] > fee->second.most) {
            return 0;
        }
        return fee->second.points;
    }

private:
    const PricingRules& rules_;
    std::map<char, int> charged_;
};

void addFee(receipt::Receipt& receipt, const DispensingBaseFee& fee, Day day) {
    receipt::DispensingFee line;
    line.day = day;
    line.code = fee.code;
    line.points = fee.points;
    receipt.fees.push_back(line);
}

/// One prescription brought to the pharmacy: its 剤 join equal ones of the month as further fills.
void addPrescription(receipt::Receipt& receipt, const std::vector<Made>& made, Day prescribed, Day dispensed,
                     const PricingRules& rules) {
    PreparationCharge charge(rules);
    for (const Made& one : made) {
        receipt::Fill fill;
        fill.prescribed = prescribed;
        fill.dispensed = dispensed;
        fill.quantity = one.quantity;
        fill.preparationPoints = charge.next(one.prescription.form);
        fill.drugPoints = one.unitPoints * one.quantity;
        fill.totalPoints = fill.preparationPoints + fill.drugPoints;
        auto same = std::find_if(
            receipt.prescriptions.begin(), receipt.prescriptions.end(), [&one](const receipt::Prescription& known) {
                return known.form == one.prescription.form && known.usage == one.prescription.usage &&
                       known.usageText == one.prescription.usageText && known.lines == one.prescription.lines &&
                       known.fills.front().quantity == one.quantity;
            });
        if (same == receipt.prescriptions.end()) {
            same = receipt.prescriptions.insert(receipt.prescriptions.end(), one.prescription);
        }
        same->fills.push_back(fill);
    }
    addFee(receipt, rules.dispensingBase, dispensed);
    addFee(receipt, rules.dispensingHistory, dispensed);
}

std::int64_t pointsOf(const receipt::Receipt& receipt) {
    std::int64_t sum = 0;
    for (const receipt::Prescription& prescription : receipt.prescriptions) {
        for (const receipt::Fill& fill : prescription.fills) {
            sum += fill.totalPoints;
        }
    }
    for (const receipt::DispensingFee& fee : receipt.fees) {
        sum += fee.points * fee.count;
    }
    return sum;
}

} // namespace

Outcome<Claim> dispensingClaim(const ClaimContext& context, const PlannedReceipt& row, int month,
                               const InsuredDays& part) {
    Claim claim = claimHeader(context, row, month, part);
    receipt::Receipt& receipt = claim.receipt;
    const PracticeInstitution& prescriber = context.plans.institutions.at(row.prescriber);
    receipt.prescriber = prescriber.claim;
    claim.prescriberAddress = prescriber.address;
    claim.prescriberDoctor = prescriber.doctors.empty() ? std::string{} : fullWidth(prescriber.doctors.front());

    for (const auto& [form, fee] : context.table.rules().preparation) {
        claim.preparationCodes.emplace(form, fee.code);
    }

    std::vector<Day> days;
    for (const Visit& visit : part.visits) {
        std::vector<const PlannedDrug*> drugs;
        for (const PlannedDrug& drug : row.drugs) {
            const auto when = occasions(drug.when, part.visits, month, context.calendar.newest(), {});
            if (std::find(when.begin(), when.end(), visit) != when.end()) {
                drugs.push_back(&drug);
            }
        }
        if (drugs.empty()) {
            continue;
        }
        const auto made = madeFrom(drugs, context.table);
        if (!made) {
            return fail(made.error());
        }
        const Day dispensed = context.calendar.dispensed(row, visit.day);
        addPrescription(receipt, *made, visit.day, dispensed, context.table.rules());
        if (days.empty() || days.back() != dispensed) {
            days.push_back(dispensed);
        }
        if (row.refillAfter) {
            const Day again = addDays(dispensed, *row.refillAfter);
            if (monthOf(again) == monthOf(dispensed) && again <= part.until) {
                addPrescription(receipt, *made, visit.day, again, context.table.rules());
                days.push_back(again);
            }
        }
    }
    const char payers = receipt.publicExpenses.empty() ? '1' : '2';
    for (receipt::Prescription& prescription : receipt.prescriptions) {
        for (receipt::Fill& fill : prescription.fills) {
            fill.payers = payers;
        }
    }
    for (receipt::DispensingFee& fee : receipt.fees) {
        fee.payers = payers;
    }
    setTotals(claim, days, pointsOf(receipt));
    return claim;
}

} // namespace kmixr::practice
