#include "app/practice/files.h"

#include "app/practice/problems.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace kmixr::practice {

namespace {

tl::unexpected<Problem> cannotWrite(const std::filesystem::path& file, int error) {
    return fail(problems::cannotWrite, file.filename().string() + ": " + std::strerror(error));
}

} // namespace

Outcome<std::string> readText(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(problems::worldUnreadable, file.filename().string());
    }
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

Outcome<void> writePrivate(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::path beside = file;
    beside += ".new";
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return cannotWrite(file, errno);
    }
    ::fchmod(descriptor, S_IRUSR | S_IWUSR); // the file may be left over from a run that was cut short
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            const int error = errno;
            ::close(descriptor);
            ::unlink(beside.c_str());
            return cannotWrite(file, error);
        }
        text.remove_prefix(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
    if (::close(descriptor) != 0 || ::rename(beside.c_str(), file.c_str()) != 0) {
        return cannotWrite(file, errno);
    }
    return {};
}

Outcome<void> makePrivateFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(problems::cannotWrite, folder.filename().string() + ": " + error.message());
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error) {
        return fail(problems::cannotWrite, folder.filename().string() + ": " + error.message());
    }
    return {};
}

} // namespace kmixr::practice
