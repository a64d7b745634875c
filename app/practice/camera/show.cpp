#include "app/practice/camera/show.h"

#include "app/practice/camera/frame_ring.h"

#include <algorithm>
#include <fstream>

namespace kmixr::practice {
namespace {

constexpr int framesInRing = 16;

std::filesystem::path cameraFolder(const std::filesystem::path& world) {
    return world / "camera";
}

} // namespace

qr::PatientCardToken practiceToken(const std::string& label, int issue) {
    const Sha256 digest = sha256("kmixr-practice-v1|" + label + "|" + std::to_string(issue));
    std::array<std::uint8_t, 16> random{};
    std::copy_n(digest.begin(), random.size(), random.begin());
    return qr::PatientCardToken::of(random);
}

Scene nobody() {
    return {};
}

Scene patientCard(const std::string& label, int issue) {
    return cardWithText(practiceToken(label, issue).text());
}

Scene cardWithText(const std::string& text) {
    Scene scene;
    scene.symbolText = text;
    return scene;
}

Scene otherPaper(const std::string& text) {
    Scene scene = cardWithText(text);
    scene.patientCard = false;
    scene.degrees = 9;
    return scene;
}

Scene damagedCard(const std::string& label, int issue) {
    std::string text = practiceToken(label, issue).text();
    text.back() = text.back() == 'A' ? 'B' : 'A';
    return cardWithText(text);
}

Outcome<void> show(const std::filesystem::path& world, const Scene& scene, FrameFormat format) {
    const ScenePainter painter(scene);
    Ring ring{frameSize.width(), frameSize.height(), format, 2, {}};
    for (int frame = 0; frame < framesInRing; ++frame) {
        Sensor sensor;
        sensor.seed = static_cast<std::uint64_t>(frame) + 1;
        ring.frames.push_back(makeFrame(painter.frame(static_cast<double>(frame) / framesInRing), sensor, format));
    }
    return writeRing(cameraFolder(world), ring);
}

Outcome<void> setFault(const std::filesystem::path& world, CameraFault fault, bool on) {
    const char* name = fault == CameraFault::Busy   ? KMIXR_FAULT_BUSY
                       : fault == CameraFault::Gone ? KMIXR_FAULT_GONE
                                                    : KMIXR_FAULT_STALL;
    const auto file = cameraFolder(world) / name;
    std::error_code error;
    if (!on) {
        std::filesystem::remove(file, error);
        return error ? Outcome<void>(fail(problems::cameraScene, error.message())) : Outcome<void>{};
    }
    std::filesystem::create_directories(cameraFolder(world), error);
    if (!std::ofstream(file))
        return fail(problems::cameraScene, "cannot set the fault");
    return {};
}

} // namespace kmixr::practice
