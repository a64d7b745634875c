#include "app/practice/camera/show.h"
#include "core/qr/symbol_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <dirent.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

/// A world whose camera this process sees.
class World {
public:
    World() : path_(std::filesystem::temp_directory_path() / ("kmixr-camera-" + std::to_string(getpid()))) {
        // Painted once for all tests: it takes a second.
        static const bool painted = show(kept(), patientCard("K05")).has_value();
        REQUIRE(painted);
        std::filesystem::create_directories(path_ / "camera");
        std::filesystem::copy_file(kept() / "camera" / "scene.ring", path_ / "camera" / "scene.ring");
        setenv("KMIXR_PRACTICE_CAMERA", (path_ / "camera").c_str(), 1);
    }
    ~World() {
        unsetenv("KMIXR_PRACTICE_CAMERA");
        std::filesystem::remove_all(path_);
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    static std::filesystem::path kept() {
        struct Kept {
            std::filesystem::path path =
                std::filesystem::temp_directory_path() / ("kmixr-camera-kept-" + std::to_string(getpid()));
            ~Kept() {
                std::error_code ignored;
                std::filesystem::remove_all(path, ignored);
            }
        };
        static const Kept folder;
        return folder.path;
    }
    std::filesystem::path path_;
};

/// As small a V4L2 program as there can be.
class Capture {
public:
    Capture() : fd_(open("/dev/video0", O_RDWR | O_NONBLOCK)) {}
    ~Capture() {
        for (const auto& buffer : buffers_)
            munmap(buffer.first, buffer.second);
        if (fd_ >= 0)
            close(fd_);
    }
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;
    [[nodiscard]] int fd() const { return fd_; }

    bool start() {
        v4l2_format format{};
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        if (ioctl(fd_, VIDIOC_S_FMT, &format) != 0)
            return false;
        v4l2_requestbuffers request{};
        request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        request.memory = V4L2_MEMORY_MMAP;
        request.count = 3;
        if (ioctl(fd_, VIDIOC_REQBUFS, &request) != 0)
            return false;
        for (std::uint32_t i = 0; i < request.count; ++i) {
            v4l2_buffer buffer = empty();
            buffer.index = i;
            if (ioctl(fd_, VIDIOC_QUERYBUF, &buffer) != 0)
                return false;
            void* at = mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED, fd_, buffer.m.offset);
            if (at == MAP_FAILED || ioctl(fd_, VIDIOC_QBUF, &buffer) != 0)
                return false;
            buffers_.emplace_back(at, buffer.length);
        }
        int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        return ioctl(fd_, VIDIOC_STREAMON, &type) == 0;
    }
    /// The text in the next frame, "-" when it holds none, "" when no frame comes.
    std::string next(int patienceMs = 300) {
        pollfd wait{fd_, POLLIN, 0};
        if (poll(&wait, 1, patienceMs) != 1)
            return {};
        v4l2_buffer buffer = empty();
        if (ioctl(fd_, VIDIOC_DQBUF, &buffer) != 0)
            return {};
        const auto symbol =
            reader_.read({static_cast<const std::uint8_t*>(buffers_.at(buffer.index).first), 1280, 720, 1280 * 2, 2});
        ioctl(fd_, VIDIOC_QBUF, &buffer);
        return symbol ? symbol->text : "-";
    }

private:
    static v4l2_buffer empty() {
        v4l2_buffer buffer{};
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        return buffer;
    }
    int fd_;
    std::vector<std::pair<void*, std::size_t>> buffers_;
    qr::SymbolReader reader_;
};

std::set<std::string> camerasInDev() {
    std::set<std::string> names;
    DIR* listing = opendir("/dev");
    REQUIRE(listing != nullptr);
    while (const dirent* entry = readdir(listing))
        if (std::string_view(entry->d_name).starts_with("video"))
            names.insert(entry->d_name);
    closedir(listing);
    return names;
}

} // namespace

TEST_CASE("the camera streams its scene, and a new scene at once") {
    const World world;
    Capture capture;
    REQUIRE(capture.fd() >= 0);
    v4l2_capability capability{};
    REQUIRE(ioctl(capture.fd(), VIDIOC_QUERYCAP, &capability) == 0);
    CHECK(std::strcmp(reinterpret_cast<const char*>(capability.card), "Practice Camera 1") == 0);
    REQUIRE(capture.start());
    for (int frame = 0; frame < 10; ++frame)
        CHECK(capture.next() == practiceToken("K05").text());
    REQUIRE(show(world.path(), patientCard("K06")));
    CHECK(capture.next() == practiceToken("K06").text());
    REQUIRE(show(world.path(), nobody()));
    CHECK(capture.next() == "-");
}

TEST_CASE("a stalled camera sends nothing until it is started anew") {
    const World world;
    {
        Capture capture;
        REQUIRE(capture.start());
        CHECK_FALSE(capture.next().empty());
        REQUIRE(setFault(world.path(), CameraFault::Stall, true));
        capture.next(); // the frame that was under way
        CHECK(capture.next().empty());
        CHECK(capture.next().empty());
    }
    {
        Capture capture;
        REQUIRE(capture.start());
        CHECK(capture.next().empty());
    }
    REQUIRE(setFault(world.path(), CameraFault::Stall, false));
    Capture capture;
    REQUIRE(capture.start());
    CHECK_FALSE(capture.next().empty());
}

TEST_CASE("a scene of another format waits until the camera is opened again") {
    const World world;
    {
        Capture capture;
        REQUIRE(capture.start());
        REQUIRE(show(world.path(), patientCard("K06"), FrameFormat::Mjpeg));
        CHECK(capture.next() == practiceToken("K05").text());
    }
    Capture capture;
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    REQUIRE(ioctl(capture.fd(), VIDIOC_G_FMT, &format) == 0);
    CHECK(format.fmt.pix.pixelformat == V4L2_PIX_FMT_MJPEG);
}

TEST_CASE("an unplugged camera is gone from everywhere") {
    const World world;
    CHECK(camerasInDev() == std::set<std::string>{"video0"});
    Capture capture;
    REQUIRE(capture.start());
    REQUIRE(setFault(world.path(), CameraFault::Gone, true));
    CHECK(capture.next().empty());
    CHECK(errno == ENODEV);
    CHECK(open("/dev/video0", O_RDWR) == -1);
    CHECK(errno == ENODEV);
    CHECK(camerasInDev().empty());
}

TEST_CASE("a busy camera refuses its format") {
    const World world;
    REQUIRE(setFault(world.path(), CameraFault::Busy, true));
    Capture capture;
    REQUIRE(capture.fd() >= 0);
    CHECK_FALSE(capture.start());
    CHECK(errno == EBUSY);
}

TEST_CASE("two folders are two cameras") {
    const World world;
    const auto second = world.path() / "second";
    REQUIRE(show(second, patientCard("K07")));
    const std::string both = (world.path() / "camera").string() + ":" + (second / "camera").string();
    setenv("KMIXR_PRACTICE_CAMERA", both.c_str(), 1);
    CHECK(camerasInDev() == std::set<std::string>{"video0", "video1"});
    const int fd = open("/dev/video1", O_RDWR);
    CHECK(fd >= 0);
    close(fd);
}

TEST_CASE("a malformed ring is left alone") {
    const World world;
    const auto ring = world.path() / "camera" / "scene.ring";
    const auto size = std::filesystem::file_size(ring);
    std::filesystem::copy_file(ring, world.path() / "cut");
    std::filesystem::resize_file(world.path() / "cut", size / 2);
    Capture capture;
    REQUIRE(capture.start());
    CHECK_FALSE(capture.next().empty());
    std::filesystem::rename(world.path() / "cut", ring);
    CHECK(capture.next() == practiceToken("K05").text()); // goes on with the whole one
}

TEST_CASE("without its environment variable the device is not there") {
    CHECK(camerasInDev().count("video0") == static_cast<std::size_t>(access("/dev/video0", F_OK) == 0));
    const int fd = open("/dev/null", O_RDONLY);
    CHECK(fd >= 0);
    CHECK(close(fd) == 0);
}
