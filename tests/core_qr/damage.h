// Ten kinds of damage, as a webcam in a consultation room does them, each with a strength from 0 to 1.
#pragma once

#include "tests/core_qr/test_picture.h"

#include <string>
#include <vector>

namespace kmixr::qr::test {

struct Damage {
    std::string name;
    /// A 1280×720 picture of a symbol with this text.
    GreyPicture (*picture)(const std::string& text, double strength, Dice& dice);
};

const std::vector<Damage>& tenDamages();
void addNoise(GreyPicture& picture, double deviation, Dice& dice);
/// A desk with windows, stripes and lettering-like blots, but no symbol.
GreyPicture clutter(Dice& dice);

} // namespace kmixr::qr::test
