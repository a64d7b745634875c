// One practice world for all cases of a program, in the system's folder for temporary files.
#pragma once

#include "app/practice/world/prepare.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace kmixr::practice::test {

inline WorldOptions optionsFor(const std::filesystem::path& folder) {
    WorldOptions options;
    options.world = folder;
    options.resources = std::filesystem::path(KMIXR_SOURCE_DIR) / "resources";
    options.anchor = std::chrono::year{2025} / std::chrono::August;
    return options;
}

/// A folder that goes with the program.
class WorldFolder {
public:
    explicit WorldFolder(const std::string& name)
        : path_(std::filesystem::temp_directory_path() / (name + "-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
    }
    ~WorldFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    WorldFolder(const WorldFolder&) = delete;
    WorldFolder& operator=(const WorldFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline const std::filesystem::path& world() {
    static const WorldFolder folder("kmixr-practice-world-test");
    static const bool prepared = [] {
        const auto report = prepareWorld(optionsFor(folder.path()), SystemClock());
        if (!report) {
            throw std::runtime_error(report.error().logLine());
        }
        return true;
    }();
    static_cast<void>(prepared);
    return folder.path();
}

inline std::string textOf(const std::filesystem::path& file) {
    std::ifstream stream(world() / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace kmixr::practice::test
