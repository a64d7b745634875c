// Puts a ring of frames where the practice camera reads it, in one step.
#pragma once

#include "app/practice/camera/frame_maker.h"
#include "core/common/outcome.h"

#include <filesystem>
#include <vector>

namespace kmixr::practice {

namespace problems {
inline constexpr ProblemCode cameraScene{"practice.camera-scene"}; ///< the scene could not be painted or written
}

struct Ring {
    int width = 0;
    int height = 0;
    FrameFormat format = FrameFormat::Yuyv;
    int ticksPerFrame = 2;
    std::vector<Bytes> frames;
};

/// Writes beside and renames; readers see the old ring or the new one. Makes the folder (0700) when it is missing.
Outcome<void> writeRing(const std::filesystem::path& folder, const Ring& ring);

} // namespace kmixr::practice
