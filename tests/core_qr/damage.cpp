#include "tests/core_qr/damage.h"

#include <algorithm>
#include <cmath>

namespace kmixr::qr::test {
namespace {

constexpr int width = 1280;
constexpr int height = 720;

template <class Change>
void eachPixel(GreyPicture& picture, Change change) {
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            picture.row(y)[x] =
                static_cast<std::uint8_t>(std::clamp(change(static_cast<double>(picture.row(y)[x]), x, y), 0.0, 255.0));
}

/// Mean along a line of `length` pixels in the direction given.
void smear(GreyPicture& picture, double length, double dx, double dy) {
    const GreyPicture before = picture;
    const int steps = std::max(1, static_cast<int>(length));
    eachPixel(picture, [&](double, int x, int y) {
        int sum = 0;
        for (int step = 0; step < steps; ++step) {
            const double along = step - (steps - 1) / 2.0;
            const int fromX = std::clamp(static_cast<int>(std::lround(x + along * dx)), 0, before.width - 1);
            const int fromY = std::clamp(static_cast<int>(std::lround(y + along * dy)), 0, before.height - 1);
            sum += before.row(fromY)[fromX];
        }
        return static_cast<double>(sum) / steps;
    });
}

/// Out of focus: three box means each way come near a Gaussian.
void defocus(GreyPicture& picture, double radius) {
    for (int pass = 0; pass < 3; ++pass) {
        smear(picture, 1 + 2 * radius, 1, 0);
        smear(picture, 1 + 2 * radius, 0, 1);
    }
}

GreyPicture scene(const std::string& text, const Pose& pose, Dice& dice, int dark = 20, int light = 235) {
    GreyPicture picture = desk(width, height, dice);
    paint(picture, symbolOf(text), pose.corners(), dark, light);
    return picture;
}

Pose somewhere(Dice& dice, double size = 300) {
    return {{dice.between(450, 830), dice.between(280, 440)}, size, dice.between(-12, 12), 0, 0};
}

GreyPicture withNoise(GreyPicture picture, Dice& dice, double deviation = 4) {
    addNoise(picture, deviation, dice);
    return picture;
}

GreyPicture clean(const std::string& text, double strength, Dice& dice) {
    return withNoise(scene(text, somewhere(dice, 400 - 150 * strength), dice), dice);
}
GreyPicture turned(const std::string& text, double strength, Dice& dice) {
    Pose pose = somewhere(dice);
    pose.degrees = 360 * strength;
    return withNoise(scene(text, pose, dice), dice);
}
GreyPicture tilted(const std::string& text, double strength, Dice& dice) {
    Pose pose = somewhere(dice);
    pose.tiltX = 0.7 * strength; // the near side 2.3 times the far one, and turned about both axes
    pose.tiltY = -0.5 * strength;
    return withNoise(scene(text, pose, dice), dice);
}
GreyPicture outOfFocus(const std::string& text, double strength, Dice& dice) {
    GreyPicture picture = scene(text, somewhere(dice), dice);
    defocus(picture, 1 + 4 * strength);
    return withNoise(std::move(picture), dice);
}
GreyPicture moving(const std::string& text, double strength, Dice& dice) {
    GreyPicture picture = scene(text, somewhere(dice), dice);
    const double angle = dice.between(0, 3.14);
    smear(picture, 2 + 16 * strength, std::cos(angle), std::sin(angle));
    return withNoise(std::move(picture), dice);
}
GreyPicture farAway(const std::string& text, double strength, Dice& dice) {
    return withNoise(scene(text, somewhere(dice, 160 - 105 * strength), dice), dice);
}
GreyPicture darkRoom(const std::string& text, double strength, Dice& dice) {
    GreyPicture picture = scene(text, somewhere(dice), dice);
    const double light = 0.5 - 0.42 * strength;
    eachPixel(picture, [&](double grey, int, int) { return 8 + grey * light; });
    return withNoise(std::move(picture), dice, 6 + 8 * strength);
}
GreyPicture glare(const std::string& text, double strength, Dice& dice) {
    const Pose pose = somewhere(dice);
    GreyPicture picture = scene(text, pose, dice);
    const double x0 = pose.centre.x + dice.between(-90, 90);
    const double y0 = pose.centre.y + dice.between(-90, 90);
    const double radius = 20 + 60 * strength;
    eachPixel(picture, [&](double grey, int x, int y) {
        const double distance = std::hypot(x - x0, y - y0) / radius;
        return grey + 260 * std::exp(-distance * distance);
    });
    return withNoise(std::move(picture), dice);
}
GreyPicture pale(const std::string& text, double strength, Dice& dice) {
    const int half = static_cast<int>(60 - 48 * strength);
    return withNoise(scene(text, somewhere(dice), dice, 140 - half, 140 + half), dice);
}
GreyPicture everything(const std::string& text, double strength, Dice& dice) {
    Pose pose = somewhere(dice, 260 - 60 * strength);
    pose.degrees = dice.between(0, 360);
    pose.tiltX = 0.5 * strength;
    GreyPicture picture = scene(text, pose, dice, 60, 190);
    defocus(picture, 1.5 * strength);
    eachPixel(picture, [&](double grey, int x, int) { return grey * (1 - 0.5 * strength * x / width); });
    return withNoise(std::move(picture), dice, 4 + 6 * strength);
}

} // namespace

void addNoise(GreyPicture& picture, double deviation, Dice& dice) {
    eachPixel(picture, [&](double grey, int, int) { return grey + deviation * dice.normal(); });
}

GreyPicture clutter(Dice& dice) {
    GreyPicture picture = desk(width, height, dice);
    for (int blot = 0; blot < 120; ++blot) {
        const Modules plain{1, {dice.next() % 2 == 0}};
        const Pose pose{{dice.between(0, width), dice.between(0, height)},
                        dice.between(6, 160),
                        dice.between(0, 90),
                        dice.between(0, 0.5),
                        0};
        paint(picture, plain, pose.corners(), static_cast<int>(dice.between(0, 120)),
              static_cast<int>(dice.between(120, 255)));
    }
    addNoise(picture, 5, dice);
    return picture;
}

const std::vector<Damage>& tenDamages() {
    static const std::vector<Damage> kinds{
        {"clean", clean},   {"turned", turned},         {"tilted", tilted}, {"out of focus", outOfFocus},
        {"moving", moving}, {"far away", farAway},      {"dark", darkRoom}, {"glare", glare},
        {"pale", pale},     {"everything", everything},
    };
    return kinds;
}

} // namespace kmixr::qr::test
