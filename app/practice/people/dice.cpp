#include "app/practice/people/dice.h"

#include <cmath>
#include <numbers>

namespace kmixr::practice {

namespace {

// The finishing steps of SplitMix64: every bit of the input moves every bit of the result.
std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

} // namespace

double Dice::unit(std::string_view purpose, std::uint64_t turn) const {
    std::uint64_t value = mixed(seed_);
    value = mixed(value ^ resident_);
    for (const char letter : purpose) {
        value = mixed(value ^ static_cast<unsigned char>(letter));
    }
    constexpr double steps = 9007199254740992.0; // 2^53
    return static_cast<double>(mixed(value ^ turn) >> 11U) / steps;
}

int Dice::below(int below, std::string_view purpose, std::uint64_t turn) const {
    return static_cast<int>(unit(purpose, turn) * below);
}

int Dice::poisson(double mean, int most, std::string_view purpose, std::uint64_t turn) const {
    double left = unit(purpose, turn);
    double share = std::exp(-mean);
    int count = 0;
    while (left >= share && count < most) {
        left -= share;
        ++count;
        share *= mean / count;
    }
    return count;
}

std::size_t Dice::among(const std::vector<double>& shares, std::string_view purpose, std::uint64_t turn) const {
    const double at = unit(purpose, turn);
    double sum = 0;
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
        sum += shares[i];
        if (at < sum) {
            return i;
        }
    }
    return shares.empty() ? 0 : shares.size() - 1;
}

double Dice::gamma(double shape, std::string_view purpose, std::uint64_t turn) const {
    const std::uint64_t start = turn << 16U; // a draw takes three numbers or a few more
    const double d = shape + 1.0 - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (std::uint64_t at = start + 1;; at += 3) {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - unit(purpose, at)));
        const double normal = radius * std::cos(2.0 * std::numbers::pi * unit(purpose, at + 1));
        const double base = 1.0 + c * normal;
        if (base <= 0) {
            continue;
        }
        const double cubed = base * base * base;
        if (std::log(1.0 - unit(purpose, at + 2)) < 0.5 * normal * normal + d * (1.0 - cubed + std::log(cubed))) {
            const double lowered = std::pow(1.0 - unit(purpose, start), 1.0 / shape);
            return d * cubed * lowered / shape;
        }
    }
}

} // namespace kmixr::practice
