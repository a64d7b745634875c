#include "core/qr/grey_filters.h"

#include <algorithm>
#include <array>

namespace kmixr::qr {
namespace {

constexpr int reach = 3;
constexpr std::array<unsigned, 2 * reach + 1> taps{1, 6, 15, 20, 15, 6, 1}; // sum 64, standard deviation 1.22

/// One row of vertical sums into blurred pixels; the picture goes on beyond its edge with the edge's own value.
void blurRow(const std::uint16_t* sums, std::uint8_t* out, int width) {
    const auto at = [&](int x) { return static_cast<unsigned>(sums[std::clamp(x, 0, width - 1)]); };
    const auto careful = [&](int x) {
        unsigned sum = 0;
        for (int tap = -reach; tap <= reach; ++tap)
            sum += taps[static_cast<std::size_t>(tap + reach)] * at(x + tap);
        out[x] = static_cast<std::uint8_t>(sum >> 12U);
    };
    const int inner = std::max(width - reach, std::min(reach, width));
    for (int x = 0; x < std::min(reach, width); ++x)
        careful(x);
    for (int x = reach; x < inner; ++x) {
        const std::uint16_t* s = sums + x;
        const unsigned sum = (s[-3] + s[3]) + 6U * (s[-2] + s[2]) + 15U * (s[-1] + s[1]) + 20U * s[0];
        out[x] = static_cast<std::uint8_t>(sum >> 12U);
    }
    for (int x = std::max(inner, std::min(reach, width)); x < width; ++x)
        careful(x);
}

} // namespace

void GreyPicture::resize(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
}

const std::uint8_t* GreyPicture::row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
}

std::uint8_t* GreyPicture::row(int y) {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
}

void blur(const GreyPicture& from, GreyPicture& to, std::vector<std::uint16_t>& sums) {
    to.resize(from.width, from.height);
    sums.resize(static_cast<std::size_t>(from.width));
    for (int y = 0; y < from.height; ++y) {
        std::array<const std::uint8_t*, taps.size()> rows{};
        for (int tap = -reach; tap <= reach; ++tap)
            rows[static_cast<std::size_t>(tap + reach)] = from.row(std::clamp(y + tap, 0, from.height - 1));
        for (int x = 0; x < from.width; ++x)
            sums[static_cast<std::size_t>(x)] =
                static_cast<std::uint16_t>((rows[0][x] + rows[6][x]) + 6 * (rows[1][x] + rows[5][x]) +
                                           15 * (rows[2][x] + rows[4][x]) + 20 * rows[3][x]);
        blurRow(sums.data(), to.row(y), from.width);
    }
}

void halve(const GreyPicture& from, GreyPicture& to) {
    to.resize(from.width / 2, from.height / 2);
    for (int y = 0; y < to.height; ++y) {
        const std::uint8_t* upper = from.row(2 * y);
        const std::uint8_t* lower = from.row(2 * y + 1);
        std::uint8_t* out = to.row(y);
        for (int x = 0; x < to.width; ++x)
            out[x] =
                static_cast<std::uint8_t>((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
    }
}

void liftLocalContrast(const GreyPicture& from, GreyPicture& to, std::vector<std::uint32_t>& sums) {
    constexpr int radius = 16;
    to.resize(from.width, from.height);
    sums.assign(static_cast<std::size_t>(from.width), 0); // of each column, over the rows in reach
    const auto addRow = [&](int y, int sign) {
        const std::uint8_t* row = from.row(y);
        for (int x = 0; x < from.width; ++x)
            sums[static_cast<std::size_t>(x)] += static_cast<std::uint32_t>(sign * row[x]);
    };
    for (int y = 0; y < std::min(radius, from.height); ++y)
        addRow(y, 1);
    for (int y = 0; y < from.height; ++y) {
        if (y + radius < from.height)
            addRow(y + radius, 1);
        if (y - radius - 1 >= 0)
            addRow(y - radius - 1, -1);
        const int rows = std::min(from.height - 1, y + radius) - std::max(0, y - radius) + 1;
        int sum = 0;
        for (int x = 0; x < std::min(radius, from.width); ++x)
            sum += static_cast<int>(sums[static_cast<std::size_t>(x)]);
        for (int x = 0; x < from.width; ++x) {
            if (x + radius < from.width)
                sum += static_cast<int>(sums[static_cast<std::size_t>(x + radius)]);
            if (x - radius - 1 >= 0)
                sum -= static_cast<int>(sums[static_cast<std::size_t>(x - radius - 1)]);
            const int columns = std::min(from.width - 1, x + radius) - std::max(0, x - radius) + 1;
            const int mean = sum / (rows * columns);
            to.row(y)[x] = static_cast<std::uint8_t>(std::clamp(128 + 4 * (from.row(y)[x] - mean), 0, 255));
        }
    }
}

} // namespace kmixr::qr
