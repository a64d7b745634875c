#include "tests/core_qr/test_picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kmixr::qr::test {
namespace {

/// Projective map of the unit square onto a quadrilateral (Heckbert), kept as its inverse: picture -> square.
class ToSquare {
public:
    explicit ToSquare(const std::array<Spot, 4>& q) {
        const double sx = q[0].x - q[1].x + q[2].x - q[3].x;
        const double sy = q[0].y - q[1].y + q[2].y - q[3].y;
        const double dx1 = q[1].x - q[2].x;
        const double dy1 = q[1].y - q[2].y;
        const double dx2 = q[3].x - q[2].x;
        const double dy2 = q[3].y - q[2].y;
        const double det = dx1 * dy2 - dx2 * dy1;
        const double g = (sx * dy2 - dx2 * sy) / det;
        const double h = (dx1 * sy - sx * dy1) / det;
        const std::array<double, 9> m{q[1].x - q[0].x + g * q[1].x,
                                      q[3].x - q[0].x + h * q[3].x,
                                      q[0].x,
                                      q[1].y - q[0].y + g * q[1].y,
                                      q[3].y - q[0].y + h * q[3].y,
                                      q[0].y,
                                      g,
                                      h,
                                      1};
        inverse_ = {m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
                    m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
                    m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
    }
    [[nodiscard]] Spot operator()(double x, double y) const {
        const auto& i = inverse_;
        const double w = i[6] * x + i[7] * y + i[8];
        return {(i[0] * x + i[1] * y + i[2]) / w, (i[3] * x + i[4] * y + i[5]) / w};
    }

private:
    std::array<double, 9> inverse_{};
};

} // namespace

std::uint64_t Dice::next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

double Dice::between(double low, double high) {
    return low + (high - low) * (static_cast<double>(next() >> 11U) * 0x1.0p-53);
}

double Dice::normal() {
    std::uint64_t sum = 0;
    for (int four = 0; four < 3; ++four) {
        const std::uint64_t bits = next();
        sum += (bits & 0xFFFFU) + ((bits >> 16U) & 0xFFFFU) + ((bits >> 32U) & 0xFFFFU) + (bits >> 48U);
    }
    return static_cast<double>(sum) / 65536.0 - 6.0;
}

std::array<Spot, 4> Pose::corners() const {
    const double angle = degrees * std::numbers::pi / 180.0;
    const double half = size / 2;
    std::array<Spot, 4> square{Spot{-half, -half}, Spot{half, -half}, Spot{half, half}, Spot{-half, half}};
    for (Spot& corner : square) {
        const double depth = 1.0 + tiltX * corner.x / size + tiltY * corner.y / size;
        const Spot flat{corner.x / depth, corner.y / depth};
        corner = {centre.x + flat.x * std::cos(angle) - flat.y * std::sin(angle),
                  centre.y + flat.x * std::sin(angle) + flat.y * std::cos(angle)};
    }
    return square;
}

GreyPicture desk(int width, int height, Dice& dice) {
    GreyPicture picture;
    picture.resize(width, height);
    const double slant = dice.between(-0.1, 0.1);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.row(y)[x] = static_cast<std::uint8_t>(
                std::clamp(120 + slant * (x - width / 2.0) / 4 + y * 20.0 / height, 0., 255.));
    return picture;
}

void paint(GreyPicture& picture, const Modules& modules, const std::array<Spot, 4>& corners, int dark, int light) {
    const ToSquare toSquare(corners);
    const auto [left, right] = std::ranges::minmax(corners, {}, &Spot::x);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &Spot::y);
    const int x0 = std::max(0, static_cast<int>(left.x) - 1);
    const int x1 = std::min(picture.width - 1, static_cast<int>(right.x) + 1);
    const int y0 = std::max(0, static_cast<int>(top.y) - 1);
    const int y1 = std::min(picture.height - 1, static_cast<int>(bottom.y) + 1);
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x) {
            int sum = 0;
            for (int sample = 0; sample < 9; ++sample) {
                const Spot at = toSquare(x + (sample % 3 + 0.5) / 3, y + (sample / 3 + 0.5) / 3);
                if (at.x < 0 || at.y < 0 || at.x >= 1 || at.y >= 1) {
                    sum += picture.row(y)[x];
                    continue;
                }
                const int column = static_cast<int>(at.x * modules.side);
                const int line = static_cast<int>(at.y * modules.side);
                sum += modules.dark[static_cast<std::size_t>(line * modules.side + column)] ? dark : light;
            }
            picture.row(y)[x] = static_cast<std::uint8_t>(sum / 9);
        }
}

GreyImage viewOf(const GreyPicture& picture) {
    return {picture.pixels.data(), picture.width, picture.height, picture.width, 1};
}

} // namespace kmixr::qr::test
