#include "ui/theme/roles.h"

namespace kmixr::ui {

namespace {

QColor c(unsigned rgb) {
    return QColor::fromRgb(rgb);
}

// UI.md §1, one row a role: light, dark, high contrast.
struct Row {
    QColor Roles::* role;
    unsigned light, dark, highContrast;
};

constexpr Row table[] = {
    {&Roles::window, 0xEDF0F3, 0x12171C, 0x000000},        {&Roles::base, 0xFFFFFF, 0x1B2229, 0x000000},
    {&Roles::alt, 0xF4F6F8, 0x212931, 0x000000},           {&Roles::text, 0x15202B, 0xE7ECF0, 0xFFFFFF},
    {&Roles::text2, 0x45515D, 0xAEBAC5, 0xFFFFFF},         {&Roles::line, 0xD5DBE1, 0x36424D, 0x8C8C8C},
    {&Roles::border, 0x76828E, 0x84919D, 0xFFFFFF},        {&Roles::accent, 0x0F5680, 0x76BCE4, 0xFFE600},
    {&Roles::onAccent, 0xFFFFFF, 0x08202F, 0x000000},      {&Roles::sel, 0xDCEAF4, 0x1E4058, 0x4A4300},
    {&Roles::focus, 0x0F5680, 0x9AD1F2, 0xFFE600},         {&Roles::banner, 0x15314A, 0x0B2740, 0x000000},
    {&Roles::onBanner, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF},      {&Roles::onBanner2, 0xC3D2DF, 0xB9CBDA, 0xFFFFFF},
    {&Roles::critical, 0x9E1128, 0xFF9FA9, 0xFFB3BA},      {&Roles::criticalGround, 0xFBECEE, 0x451A20, 0x000000},
    {&Roles::caution, 0x6F4300, 0xF3C76D, 0xFFE600},       {&Roles::cautionGround, 0xFFF1D4, 0x3E2F10, 0x000000},
    {&Roles::good, 0x1B6140, 0x8AD6A8, 0x9CF2BF},          {&Roles::goodGround, 0xE4F2EA, 0x17362A, 0x000000},
    {&Roles::suspected, 0x5A6672, 0xA3AFBA, 0xFFFFFF},     {&Roles::heat1, 0xDDEAF4, 0x1F3B4D, 0x000000},
    {&Roles::heat2, 0xB3D1E6, 0x2A5873, 0x2E2E2E},         {&Roles::heat3, 0x78AED2, 0x3A7DA3, 0x5A5A5A},
    {&Roles::heatDigits, 0x15202B, 0xFFFFFF, 0xFFFFFF},    {&Roles::heat4, 0x0F5680, 0xA9D8F5, 0xFFFFFF},
    {&Roles::heat4Digits, 0xFFFFFF, 0x08202F, 0x000000},   {&Roles::bar, 0x3E7FA8, 0x5DA3CC, 0xFFFFFF},
    {&Roles::hatch, 0x7F8B96, 0x6B7884, 0x8C8C8C},         {&Roles::offline, 0x4A2E00, 0xFFDD94, 0x000000},
    {&Roles::offlineGround, 0xFFE3A6, 0x4A3508, 0xFFE600}, {&Roles::emergency, 0xB3001B, 0xFF6B7A, 0xFF6B7A},
    {&Roles::onEmergency, 0xFFFFFF, 0x1A0004, 0x000000},   {&Roles::mark, 0xFFE68A, 0x6A5400, 0xFFE600},
    {&Roles::onMark, 0x15202B, 0xFFFFFF, 0x000000},        {&Roles::practice, 0x4B2A7B, 0x4B2A7B, 0x4B2A7B},
    {&Roles::onPractice, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF},
};

Roles rolesOf(unsigned Row::* column) {
    Roles roles;
    for (const Row& row : table)
        roles.*row.role = c(row.*column);
    return roles;
}

} // namespace

const Roles& Roles::of(Theme theme) {
    static const Roles light = rolesOf(&Row::light);
    static const Roles dark = rolesOf(&Row::dark);
    static const Roles highContrast = rolesOf(&Row::highContrast);
    switch (theme) {
    case Theme::Dark:
        return dark;
    case Theme::HighContrast:
        return highContrast;
    case Theme::Light:
        break;
    }
    return light;
}

const Roles& Roles::current() {
    return of(currentTheme());
}

} // namespace kmixr::ui
