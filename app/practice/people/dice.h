// Chance that is the same every time: each draw depends on the seed, the resident and the purpose alone, so that any
// resident can be made without the others, on any machine, in any order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kmixr::practice {

class Dice {
public:
    Dice(std::uint64_t seed, std::uint64_t resident) : seed_(seed), resident_(resident) {}

    /// 0 ≤ x < 1; `turn` tells draws of one purpose apart.
    [[nodiscard]] double unit(std::string_view purpose, std::uint64_t turn = 0) const;
    /// 0 … below − 1.
    [[nodiscard]] int below(int below, std::string_view purpose, std::uint64_t turn = 0) const;
    [[nodiscard]] bool chance(double probability, std::string_view purpose, std::uint64_t turn = 0) const {
        return unit(purpose, turn) < probability;
    }
    /// Poisson, cut off at `most`.
    [[nodiscard]] int poisson(double mean, int most, std::string_view purpose, std::uint64_t turn = 0) const;
    /// Gamma of mean 1 (Marsaglia and Tsang, raised by one shape for shapes below 1).
    [[nodiscard]] double gamma(double shape, std::string_view purpose, std::uint64_t turn = 0) const;
    /// Place in a list of shares that add up to one.
    [[nodiscard]] std::size_t among(const std::vector<double>& shares, std::string_view purpose,
                                    std::uint64_t turn = 0) const;

private:
    std::uint64_t seed_;
    std::uint64_t resident_;
};

} // namespace kmixr::practice
