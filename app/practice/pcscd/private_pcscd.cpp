#include "app/practice/pcscd/private_pcscd.h"

#include "app/practice/pcscd/free_port.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>
#include <utility>
#include <vector>

namespace kmixr::practice {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr const char* pcscd = "/usr/sbin/pcscd";
constexpr const char* driver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
constexpr const char* readerFile = "practice-reader";
constexpr const char* socketName = "pcscd.comm"; // as pcscd names it
constexpr milliseconds startTime{10'000};

/// <bin>/../lib/…, beside the program or test that runs.
fs::path ownLibrary(const char* name) {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return self.parent_path().parent_path() / "lib" / name;
}

fs::path confinementLibrary() {
    return ownLibrary("libkmixr-practice-pcscd.so");
}

/// The driver as it is has two slots.
fs::path driverFor(Readers readers) {
    return readers == Readers::Two ? fs::path(driver) : ownLibrary("libkmixr-practice-reader.so");
}

bool accepts(const fs::path& socket) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket.native().copy(address.sun_path, sizeof address.sun_path - 1);
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return connected;
}

/// pcscd 2 asks polkit about every client that is not root; in a private world there is nobody to ask.
bool knowsPolkit() {
    std::ifstream binary(pcscd, std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(binary)), std::istreambuf_iterator<char>());
    return content.find("disable-polkit") != std::string::npos;
}

Outcome<void> writeReaderConfiguration(const fs::path& folder, std::uint16_t port, const fs::path& library) {
    std::ofstream file(folder / readerFile, std::ios::trunc);
    std::array<char, 8> hex{};
    static_cast<void>(std::snprintf(hex.data(), hex.size(), "0x%04X", port));
    file << "FRIENDLYNAME \"KMIXR Practice Reader\"\n"
         << "DEVICENAME /dev/null:" << hex.data() << '\n'
         << "LIBPATH " << library.string() << '\n'
         << "CHANNELID " << hex.data() << '\n';
    file.flush();
    return file ? Outcome<void>{} : fail(problems::pcscdFailed, "cannot write the reader's configuration");
}

/// A unix socket's name holds 107 characters; a world further down gets its sockets under /tmp.
Outcome<fs::path> socketFolder(const fs::path& world) {
    constexpr std::size_t longest = sizeof(sockaddr_un::sun_path) - 1;
    const fs::path beside = world / "run" / "pcscd";
    if ((beside / socketName).native().size() <= longest) {
        std::error_code error;
        fs::create_directories(beside, error);
        fs::permissions(beside, fs::perms::owner_all, error);
        return error ? fail(problems::pcscdFailed, "cannot make " + beside.string()) : Outcome<fs::path>(beside);
    }
    std::string name = (fs::temp_directory_path() / "kmixr-pcscd-XXXXXX").string();
    return ::mkdtemp(name.data()) == nullptr ? fail(problems::pcscdFailed, "cannot make a folder for the socket")
                                             : Outcome<fs::path>(fs::path(name));
}

} // namespace

Outcome<PrivatePcscd> PrivatePcscd::start(const fs::path& world, Readers readers) {
    for (const fs::path& part : {fs::path(pcscd), fs::path(driver), confinementLibrary(), driverFor(readers)}) {
        if (!fs::exists(part)) {
            return fail(problems::pcscdMissing, part.string());
        }
    }
    const auto port = freePortPair();
    if (!port) {
        return fail(problems::pcscdFailed, "no free port");
    }
    auto folder = socketFolder(fs::absolute(world));
    if (!folder) {
        return fail(std::move(folder.error()));
    }
    PrivatePcscd service;
    service.folder_ = std::move(*folder);
    service.socket_ = service.folder_ / socketName;
    service.port_ = *port;
    service.readers_ = readers;
    service.folderIsOurs_ = service.folder_.parent_path() == fs::temp_directory_path();
    if (accepts(service.socket_)) {
        return fail(problems::pcscdFailed, "one is running in this world already");
    }
    std::error_code error;
    fs::create_directories(service.folder_ / "reader.conf.d", error);
    return service.writeConfiguration().and_then([&] { return service.launch(); }).map([&] {
        return std::move(service);
    });
}

PrivatePcscd::PrivatePcscd(PrivatePcscd&& other) noexcept
    : folder_(std::move(other.folder_)), socket_(std::move(other.socket_)), port_(other.port_),
      readers_(other.readers_), plugged_(other.plugged_), pid_(std::exchange(other.pid_, -1)),
      folderIsOurs_(std::exchange(other.folderIsOurs_, false)) {}

PrivatePcscd& PrivatePcscd::operator=(PrivatePcscd&& other) noexcept {
    if (this != &other) {
        stop();
        removeFolder();
        folder_ = std::move(other.folder_);
        socket_ = std::move(other.socket_);
        port_ = other.port_;
        readers_ = other.readers_;
        plugged_ = other.plugged_;
        pid_ = std::exchange(other.pid_, -1);
        folderIsOurs_ = std::exchange(other.folderIsOurs_, false);
    }
    return *this;
}

PrivatePcscd::~PrivatePcscd() {
    stop();
    removeFolder();
}

Outcome<void> PrivatePcscd::writeConfiguration() const {
    return writeReaderConfiguration(folder_ / "reader.conf.d", port_, driverFor(readers_));
}

void PrivatePcscd::removeFolder() {
    if (std::exchange(folderIsOurs_, false)) {
        std::error_code error;
        fs::remove_all(folder_, error);
    }
}

std::map<std::string, std::string> PrivatePcscd::clientEnvironment() const {
    return {{"PCSCLITE_CSOCK_NAME", socket_.string()}};
}

Outcome<void> PrivatePcscd::launch() {
    // A socket and a pid file from an earlier life would make pcscd believe that it runs already.
    std::error_code error;
    fs::remove(socket_, error);
    fs::remove(folder_ / "pcscd.pid", error);

    // Everything the child needs is made before the fork; between fork and exec only system calls.
    const std::string configuration = folder_ / "reader.conf.d";
    std::vector<const char*> arguments{pcscd, "--foreground", "--error", "--config", configuration.c_str()};
    if (knowsPolkit()) {
        arguments.push_back("--disable-polkit");
    }
    arguments.push_back(nullptr);
    const std::vector<std::string> settings{"LD_PRELOAD=" + confinementLibrary().string(),
                                            "KMIXR_PCSCD_FOLDER=" + folder_.string(), "PATH=/usr/sbin:/usr/bin"};
    std::vector<const char*> environment;
    for (const auto& setting : settings) {
        environment.push_back(setting.c_str());
    }
    environment.push_back(nullptr);
    const int log = ::open((folder_ / "pcscd.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        ::dup2(log, STDOUT_FILENO);
        ::dup2(log, STDERR_FILENO);
        if (::getppid() == parent) {
            ::execve(pcscd, const_cast<char* const*>(arguments.data()), const_cast<char* const*>(environment.data()));
        }
        ::_exit(127);
    }
    ::close(log);
    if (pid_ < 0) {
        return fail(problems::pcscdFailed, std::strerror(errno));
    }
    return awaitReady();
}

Outcome<void> PrivatePcscd::awaitReady() {
    const auto deadline = std::chrono::steady_clock::now() + startTime;
    while (std::chrono::steady_clock::now() < deadline) {
        if (::waitpid(pid_, nullptr, WNOHANG) == pid_) {
            pid_ = -1;
            return fail(problems::pcscdFailed, "ended at once, see " + (folder_ / "pcscd.log").string());
        }
        const bool readersThere =
            listensOnLoopback(port_) &&
            (readers_ == Readers::One || listensOnLoopback(static_cast<std::uint16_t>(port_ + 1)));
        if (readersThere == plugged_ && accepts(socket_)) {
            return {};
        }
        std::this_thread::sleep_for(milliseconds(20));
    }
    stop();
    return fail(problems::pcscdFailed, "not ready in time, see " + (folder_ / "pcscd.log").string());
}

void PrivatePcscd::end(int signal) {
    if (pid_ > 0) {
        ::kill(pid_, signal);
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
}

void PrivatePcscd::kill() {
    end(SIGKILL);
}

void PrivatePcscd::stop() {
    if (pid_ <= 0) {
        return;
    }
    // A card that hangs keeps pcscd from ending in order: it is given two seconds.
    ::kill(pid_, SIGTERM);
    for (int i = 0; i < 100; ++i) {
        if (::waitpid(pid_, nullptr, WNOHANG) == pid_) {
            pid_ = -1;
            return;
        }
        std::this_thread::sleep_for(milliseconds(20));
    }
    kill();
}

Outcome<void> PrivatePcscd::unplug() {
    std::error_code error;
    fs::remove(folder_ / "reader.conf.d" / readerFile, error);
    plugged_ = false;
    return restart();
}

Outcome<void> PrivatePcscd::plug() {
    plugged_ = true;
    return writeConfiguration().and_then([this] { return restart(); });
}

Outcome<void> PrivatePcscd::restart() {
    stop();
    return launch();
}

bool PrivatePcscd::endedBefore(int wakeFd) {
    const int service = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    std::array<pollfd, 2> waits{pollfd{service, POLLIN, 0}, pollfd{wakeFd, POLLIN, 0}};
    while (::poll(waits.data(), waits.size(), -1) < 0 && errno == EINTR) {
    }
    ::close(service);
    return waits[0].revents != 0;
}

} // namespace kmixr::practice
