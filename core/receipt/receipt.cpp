#include "core/receipt/receipt.h"

#include <algorithm>

namespace kmixr::receipt {

namespace {

constexpr std::size_t places = 5;
constexpr std::size_t mostWholeDigits = 10;
constexpr std::int64_t one = 100'000;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Sums of hostile input must not overflow; no true receipt comes near the edge.
std::int64_t saturatedSum(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) {
        return b > 0 ? INT64_MAX : INT64_MIN;
    }
    return sum;
}

} // namespace

std::string Quantity::text() const {
    const bool negative = hundredThousandths < 0;
    const std::uint64_t size =
        negative ? 0 - static_cast<std::uint64_t>(hundredThousandths) : static_cast<std::uint64_t>(hundredThousandths);
    std::string result = (negative ? "-" : "") + std::to_string(size / one);
    std::string fraction = std::to_string(size % one);
    fraction.insert(0, places - fraction.size(), '0');
    while (fraction.ends_with('0')) {
        fraction.pop_back();
    }
    return fraction.empty() ? result : result + "." + fraction;
}

std::optional<Quantity> parseQuantity(std::string_view field) {
    const std::size_t point = std::min(field.find('.'), field.size());
    const std::string_view whole = field.substr(0, point);
    const std::string_view fraction = point < field.size() ? field.substr(point + 1) : std::string_view{};
    if (whole.size() + fraction.size() == 0 || whole.size() > mostWholeDigits ||
        !std::all_of(whole.begin(), whole.end(), isDigit) || !std::all_of(fraction.begin(), fraction.end(), isDigit) ||
        fraction.find_first_not_of('0', places) != std::string_view::npos) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    for (const char c : whole) {
        value = value * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < places; ++i) {
        value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    }
    return Quantity{value};
}

std::string Institution::key() const {
    return prefecture + "-" + pointTable + "-" + code;
}

bool CountUnit::cut() const {
    return !lines.empty() && std::all_of(lines.begin(), lines.end(), [](const DetailLine& line) { return line.cut; });
}

std::int64_t Receipt::statedPoints() const {
    if (insurance) {
        return insurance->points;
    }
    return publicExpenses.empty() ? 0 : publicExpenses.front().points;
}

std::int64_t Receipt::computedPoints() const {
    return pointsChargedTo(insurance ? 0 : publicExpenses.empty() ? everyPayer : 1);
}

std::int64_t Receipt::pointsChargedTo(std::size_t payer) const {
    std::int64_t sum = 0;
    for (const Group& group : groups) {
        if (group.division == "97" || !isCharged(group.payers, payer)) { // 97: meals, in yen
            continue;
        }
        for (const CountUnit& unit : group.units) {
            if (!unit.cut()) {
                sum = saturatedSum(sum, unit.points.value_or(0) * unit.count);
            }
        }
    }
    if (dpc) {
        constexpr char claimedBefore = '1';
        for (const PerDiemTotal& total : dpc->totals) {
            const bool counts = total.adjustment != claimedBefore && isCharged(total.payers, payer);
            sum = saturatedSum(sum, counts ? total.total.value_or(0) : 0);
        }
    }
    for (const Prescription& prescription : prescriptions) {
        for (const Fill& fill : prescription.fills) {
            sum = saturatedSum(sum, isCharged(fill.payers, payer) ? fill.totalPoints : 0);
        }
    }
    for (const DispensingFee& fee : fees) {
        sum = saturatedSum(sum, isCharged(fee.payers, payer) ? fee.points : 0);
    }
    return sum;
}

bool isCharged(char payers, std::size_t payer) {
    struct Sharing {
        char letter;
        std::string_view payers;
    };
    static constexpr std::array<Sharing, 31> all{
        {{'1', "0"},    {'5', "1"},    {'6', "2"},    {'B', "3"},   {'C', "4"},    {'2', "01"},   {'3', "02"},
         {'E', "03"},   {'G', "04"},   {'7', "12"},   {'H', "13"},  {'I', "14"},   {'J', "23"},   {'K', "24"},
         {'L', "34"},   {'4', "012"},  {'M', "013"},  {'N', "014"}, {'O', "023"},  {'P', "024"},  {'Q', "034"},
         {'R', "123"},  {'S', "124"},  {'T', "134"},  {'U', "234"}, {'V', "0123"}, {'W', "0124"}, {'X', "0134"},
         {'Y', "0234"}, {'Z', "1234"}, {'9', "01234"}}};
    const auto found =
        std::find_if(all.begin(), all.end(), [payers](const Sharing& each) { return each.letter == payers; });
    return payer >= everyPayer || found == all.end() ||
           found->payers.find(static_cast<char>('0' + payer)) != std::string_view::npos;
}

} // namespace kmixr::receipt
