// What lens, sensor and driver make of a picture: a little blur, noise, and the bytes a webcam delivers.
#pragma once

#include "core/common/bytes.h"

#include <QImage>

#include <cstdint>

namespace kmixr::practice {

enum class FrameFormat : std::uint8_t { Yuyv, Mjpeg };

struct Sensor {
    double noise = 5; ///< standard deviation of the luma, in levels of 256
    bool blur = true; ///< binomial, three taps each way
    std::uint64_t seed = 1;
};

/// The frame as a driver hands it over. `picture` is RGB32 with an even width.
Bytes makeFrame(const QImage& picture, const Sensor& sensor, FrameFormat format);

} // namespace kmixr::practice
