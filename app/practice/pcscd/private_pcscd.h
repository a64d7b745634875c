// A pcscd of our own with one virtual reader of one or two slots: own socket, own configuration, loopback only. The
// system's service, its socket and real readers are left alone.
#pragma once

#include "core/common/outcome.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kmixr::practice {

namespace problems {
inline constexpr ProblemCode pcscdMissing{
    "practice.pcscd-missing"}; ///< pcscd or the virtual reader's driver is not installed
inline constexpr ProblemCode pcscdFailed{"practice.pcscd-failed"}; ///< it did not start; its log has the reason
} // namespace problems

/// Name of the first slot as PC/SC clients see it.
inline constexpr const char* practiceReader = "KMIXR Practice Reader 00 00";
/// Name of the second slot; its card port is cardPort() + 1.
inline constexpr const char* secondPracticeReader = "KMIXR Practice Reader 00 01";

/// A slot is a reader to every program.
enum class Readers : std::uint8_t { One, Two };

/// Thread: one. The service ends with the object, and with this process should it die.
class PrivatePcscd {
public:
    /// Starts it with everything it needs under `world`/run/pcscd (0700) and waits until readers are there. The calling
    /// thread must live on: the kernel ends the service with the thread that started it.
    static Outcome<PrivatePcscd> start(const std::filesystem::path& world, Readers readers = Readers::Two);
    PrivatePcscd(PrivatePcscd&& other) noexcept;
    PrivatePcscd& operator=(PrivatePcscd&& other) noexcept;
    PrivatePcscd(const PrivatePcscd&) = delete;
    PrivatePcscd& operator=(const PrivatePcscd&) = delete;
    ~PrivatePcscd();

    /// Where software cards of the first slot connect.
    [[nodiscard]] std::uint16_t cardPort() const { return port_; }
    [[nodiscard]] const std::filesystem::path& socket() const { return socket_; }
    /// What a PC/SC client needs in its environment to talk to this service: PCSCLITE_CSOCK_NAME.
    [[nodiscard]] std::map<std::string, std::string> clientEnvironment() const;

    /// As a crash or `kill -9` would: no good-bye, socket and pid file stay behind.
    void kill();
    /// Starts it again after kill() or stop(), on the same socket and port.
    Outcome<void> restart();
    /// Starts it again without its reader, and with it. A running pcscd lets go of a reader by itself only when udev
    /// says that a USB one was pulled, and there is no udev here.
    Outcome<void> unplug();
    Outcome<void> plug();
    /// The orderly end.
    void stop();
    /// Waits for the end of the service or for `wakeFd` to become readable; true when the service ended.
    bool endedBefore(int wakeFd);

private:
    PrivatePcscd() = default;
    void end(int signal);
    void removeFolder();
    Outcome<void> writeConfiguration() const;
    Outcome<void> launch();
    [[nodiscard]] Outcome<void> awaitReady();

    std::filesystem::path folder_, socket_;
    std::uint16_t port_ = 0;
    Readers readers_ = Readers::Two;
    bool plugged_ = true;
    int pid_ = -1;
    bool folderIsOurs_ = false; ///< made under /tmp for this object, and removed with it
};

} // namespace kmixr::practice
