// Figures of a benchmark: repeated times of one act, said as one JSON line with median, p95 and the budget beside.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace kmixr::bench {

using Stopwatch = std::chrono::steady_clock;

inline double msSince(Stopwatch::time_point begun) {
    return std::chrono::duration<double, std::milli>(Stopwatch::now() - begun).count();
}

class Figure {
public:
    /// `budgetMs`: what the median has to keep (DESIGN §10).
    Figure(std::string name, double budgetMs) : name_(std::move(name)), budgetMs_(budgetMs) {}
    void add(double ms) { times_.push_back(ms); }

    void print() const {
        if (times_.empty()) {
            return;
        }
        auto sorted = times_;
        std::ranges::sort(sorted);
        const auto at = [&](double share) {
            return sorted[std::min(sorted.size() - 1,
                                   static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
        };
        const auto tenth = [](double ms) { return std::round(ms * 10) / 10; };
        const nlohmann::ordered_json line{
            {"name", name_},          {"median_ms", tenth(at(0.5))},    {"p95_ms", tenth(at(0.95))},
            {"budget_ms", budgetMs_}, {"within", at(0.5) <= budgetMs_}, {"times", sorted.size()}};
        std::printf("%s\n", line.dump().c_str());
    }

private:
    std::string name_;
    double budgetMs_;
    std::vector<double> times_;
};

} // namespace kmixr::bench
