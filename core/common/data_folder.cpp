#include "core/common/data_folder.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace kmixr {

namespace {

constexpr std::size_t largestFile = 4U << 20U;
constexpr std::size_t mostFiles = 256;

} // namespace

Outcome<std::vector<NamedText>> jsonFilesOf(const std::filesystem::path& folder, ProblemCode trouble) {
    std::error_code error;
    std::vector<std::filesystem::path> paths;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".json") {
            paths.push_back(at->path());
        }
    }
    if (error) {
        return fail(trouble, "the folder: " + error.message());
    }
    if (paths.size() > mostFiles) {
        return fail(trouble, "the folder: more files than there can be");
    }
    std::sort(paths.begin(), paths.end());
    std::vector<NamedText> files;
    for (const auto& path : paths) {
        const auto name = path.filename().string();
        const auto size = std::filesystem::file_size(path, error);
        std::ifstream stream(path, std::ios::binary);
        std::ostringstream text;
        if (!error && size <= largestFile) {
            text << stream.rdbuf();
        }
        if (error || size > largestFile || !stream || text.view().size() != size) {
            return fail(trouble, name + ": cannot be read");
        }
        files.push_back({name, std::move(text).str()});
    }
    return files;
}

Bytes bytesToSign(const std::vector<NamedText>& files) {
    Bytes bytes;
    const auto append = [&bytes](std::string_view part) { bytes.insert(bytes.end(), part.begin(), part.end()); };
    for (const auto& file : files) {
        append(file.name);
        bytes.push_back(0); // no file name holds one, so that nothing can be moved between name, size and content
        append(std::to_string(file.text.size()));
        bytes.push_back(0);
        append(file.text);
    }
    return bytes;
}

} // namespace kmixr
