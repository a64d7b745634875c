// Every pair of UI.md §1, computed: not below what text (4.5) or graphics (3) need, and what the page promises.
#include "ui/theme/roles.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace kmixr::ui;

namespace {

using Role = QColor Roles::*;
constexpr double text = 4.5;
constexpr double graphics = 3.0;

struct Promise {
    std::string name;
    std::vector<std::pair<Role, Role>> pairs;
    double need;
    std::array<double, 3> promised; ///< light, dark, high contrast: the lowest of the pairs
};

const std::vector<Promise>& promises() {
    using R = Roles;
    static const std::vector<Promise> all{
        {"text",
         {{&R::text, &R::window}, {&R::text, &R::alt}, {&R::text, &R::sel}, {&R::text, &R::base}},
         text,
         {13.4, 9.1, 10.0}},
        {"text2", {{&R::text2, &R::sel}, {&R::text2, &R::window}, {&R::text2, &R::base}}, text, {6.6, 5.5, 10.0}},
        {"border", {{&R::border, &R::base}, {&R::border, &R::window}}, graphics, {3.4, 5.0, 21}},
        {"accent", {{&R::accent, &R::sel}, {&R::accent, &R::onAccent}}, text, {6.4, 5.2, 7.9}},
        {"focus", {{&R::focus, &R::base}, {&R::focus, &R::window}, {&R::focus, &R::sel}}, graphics, {6.4, 6.6, 7.9}},
        {"banner", {{&R::onBanner, &R::banner}, {&R::onBanner2, &R::banner}}, text, {8.7, 9.2, 21}},
        {"critical", {{&R::critical, &R::criticalGround}, {&R::critical, &R::base}}, text, {7.2, 7.6, 12.4}},
        {"caution", {{&R::caution, &R::cautionGround}, {&R::caution, &R::base}}, text, {7.6, 8.2, 16.6}},
        {"good", {{&R::good, &R::goodGround}, {&R::good, &R::base}}, text, {6.4, 7.7, 15.9}},
        {"suspected", {{&R::suspected, &R::base}}, text, {5.9, 7.2, 21}},
        {"heat 3",
         {{&R::heatDigits, &R::heat3}, {&R::heatDigits, &R::heat2}, {&R::heatDigits, &R::heat1}},
         text,
         {6.9, 4.5, 6.9}},
        {"heat 4", {{&R::heat4, &R::heat4Digits}}, text, {7.9, 11.0, 21}},
        {"bar", {{&R::bar, &R::base}, {&R::bar, &R::alt}}, graphics, {4.0, 5.3, 21}},
        {"hatch", {{&R::hatch, &R::base}}, graphics, {3.5, 3.6, 6.3}},
        {"offline", {{&R::offline, &R::offlineGround}}, text, {10.0, 8.9, 16.6}},
        {"emergency", {{&R::emergency, &R::onEmergency}, {&R::emergency, &R::base}}, text, {7.2, 5.8, 7.6}},
        {"mark", {{&R::mark, &R::onMark}}, text, {13.3, 7.3, 16.6}},
        {"practice", {{&R::practice, &R::onPractice}}, text, {10.9, 10.9, 10.9}},
    };
    return all;
}

/// WCAG 2.1 relative luminance.
double luminance(const QColor& colour) {
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)}); // by value: the other form gives references
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

TEST_CASE("every pair of colours is told apart well enough") {
    const std::array themes{Theme::Light, Theme::Dark, Theme::HighContrast};
    for (const Promise& promise : promises()) {
        for (std::size_t i = 0; i < themes.size(); ++i) {
            const Roles& roles = Roles::of(themes.at(i));
            double lowest = 21;
            for (const auto& [front, ground] : promise.pairs) {
                lowest = std::min(lowest, contrast(roles.*front, roles.*ground));
            }
            INFO(promise.name << ", theme " << i << ": " << lowest);
            CHECK(lowest >= promise.need);
            CHECK_THAT(lowest, Catch::Matchers::WithinAbs(promise.promised.at(i), 0.1));
        }
    }
}

TEST_CASE("the formula itself: black on white is 21, a colour on itself 1") {
    CHECK_THAT(contrast(Qt::black, Qt::white), Catch::Matchers::WithinAbs(21, 0.001));
    CHECK_THAT(contrast(QColor(0x76, 0x82, 0x8E), QColor(0x76, 0x82, 0x8E)), Catch::Matchers::WithinAbs(1, 0.001));
}
