#include "app/gateway/server/files.h"

#include "app/gateway/server/problems.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <fstream>

namespace kmixr::server {

Outcome<std::string> readFile(const std::filesystem::path& file, std::size_t most) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > most) {
        return fail(problems::fileUnreadable, file.filename().string() + (error ? "" : ": too large"));
    }
    std::ifstream in(file, std::ios::binary);
    std::string bytes(size, '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) {
        return fail(problems::fileUnreadable, file.filename().string());
    }
    return bytes;
}

Outcome<void> writePrivateFile(const std::filesystem::path& file, std::string_view bytes) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0) {
        return fail(problems::fileUnreadable, file.filename().string());
    }
    const bool written =
        ::write(handle, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(handle) == 0;
    if (::close(handle) != 0 || !written) {
        return fail(problems::fileUnreadable, file.filename().string());
    }
    return {};
}

bool isPrivate(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::error_code error;
    const auto mode = std::filesystem::status(file, error).permissions();
    return !error && (mode & (perms::group_all | perms::others_all)) == perms::none;
}

} // namespace kmixr::server
