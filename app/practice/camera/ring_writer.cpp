#include "app/practice/camera/ring_writer.h"

#include "app/practice/camera/frame_ring.h"

#include <linux/videodev2.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>

namespace kmixr::practice {
namespace {

template <class T>
void append(std::ofstream& file, const T& value) {
    file.write(reinterpret_cast<const char*>(&value), sizeof value);
}

kmixr_ring_header headerOf(const Ring& ring) {
    kmixr_ring_header header{};
    std::memcpy(header.magic, KMIXR_RING_MAGIC, sizeof header.magic);
    header.width = static_cast<std::uint32_t>(ring.width);
    header.height = static_cast<std::uint32_t>(ring.height);
    header.pixel_format = ring.format == FrameFormat::Yuyv ? V4L2_PIX_FMT_YUYV : V4L2_PIX_FMT_MJPEG;
    header.frames = static_cast<std::uint32_t>(ring.frames.size());
    header.ticks_per_frame = static_cast<std::uint32_t>(ring.ticksPerFrame);
    for (const Bytes& frame : ring.frames)
        header.largest_frame = std::max(header.largest_frame, static_cast<std::uint32_t>(frame.size()));
    return header;
}

bool writeFile(const std::filesystem::path& path, const Ring& ring) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    append(file, headerOf(ring));
    std::uint64_t offset = sizeof(kmixr_ring_header) + ring.frames.size() * sizeof(kmixr_ring_entry);
    for (const Bytes& frame : ring.frames) {
        append(file, kmixr_ring_entry{offset, frame.size()});
        offset += frame.size();
    }
    for (const Bytes& frame : ring.frames)
        file.write(reinterpret_cast<const char*>(frame.data()), static_cast<std::streamsize>(frame.size()));
    file.close();
    return !file.fail();
}

} // namespace

Outcome<void> writeRing(const std::filesystem::path& folder, const Ring& ring) {
    const bool sensible = ring.width > 0 && ring.height > 0 && ring.width <= KMIXR_RING_MAX_SIDE &&
                          ring.height <= KMIXR_RING_MAX_SIDE && ring.ticksPerFrame > 0 && !ring.frames.empty() &&
                          ring.frames.size() <= KMIXR_RING_MAX_FRAMES &&
                          std::ranges::none_of(ring.frames, &Bytes::empty);
    if (!sensible)
        return fail(problems::cameraScene, "empty or oversized ring");
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    const auto beside = folder / ("." + std::to_string(getpid()) + "." KMIXR_RING_FILE);
    if (!writeFile(beside, ring)) {
        std::filesystem::remove(beside, error);
        return fail(problems::cameraScene, "cannot write the ring");
    }
    std::filesystem::rename(beside, folder / KMIXR_RING_FILE, error);
    if (error)
        return fail(problems::cameraScene, error.message());
    return {};
}

} // namespace kmixr::practice
