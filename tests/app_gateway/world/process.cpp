#include "tests/app_gateway/world/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace kmixr::test {

namespace {

constexpr std::chrono::seconds patience{30};

pid_t spawn(const std::vector<std::string>& command, const std::string& output, const std::string& errors) {
    std::vector<char*> arguments;
    for (const std::string& word : command) {
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, errors.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    pid_t pid = -1;
    const int failed = posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        throw std::runtime_error("cannot start " + command[0] + ": " + std::strerror(failed));
    }
    return pid;
}

std::string readAll(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

int statusOf(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::filesystem::path temporaryFile() {
    std::string name = (std::filesystem::temp_directory_path() / "kmixr-out-XXXXXX").string();
    ::close(::mkstemp(name.data()));
    return name;
}

} // namespace

Finished run(const std::vector<std::string>& command, const std::filesystem::path& errorFile) {
    const auto output = temporaryFile();
    const pid_t pid = spawn(command, output.string(), errorFile.empty() ? "/dev/null" : errorFile.string());
    int status = 0;
    ::waitpid(pid, &status, 0);
    Finished finished{statusOf(status), readAll(output)};
    std::filesystem::remove(output);
    return finished;
}

GatewayProcess::GatewayProcess(const GatewayWorld& world) : world_(world) {
    std::filesystem::remove(world.file("port"));
    pid_ = spawn({KMIXR_BIN_DIR "/kmixr-gateway", "serve", "--config", world.file("gateway.json").string(),
                  "--port-file", world.file("port").string()},
                 world.file("gateway.out").string(), world.file("gateway.log").string());
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!std::filesystem::exists(world.file("port"))) {
        if (!running() || std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("the gateway does not start: " + log());
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    port_ = std::stoi(readAll(world.file("port")));
}

GatewayProcess::~GatewayProcess() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
}

bool GatewayProcess::running() {
    if (pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) == pid_) {
        pid_ = -1;
    }
    return pid_ > 0;
}

std::string GatewayProcess::log() const {
    return readAll(world_.file("gateway.log"));
}

bool GatewayProcess::logSays(const std::string& text) const {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (log().find(text) == std::string::npos) {
        if (std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

void GatewayProcess::signal(int number) const {
    ::kill(pid_, number);
}

void GatewayProcess::pause() const {
    signal(SIGSTOP);
    ::waitpid(pid_, nullptr, WUNTRACED);
}

void GatewayProcess::resume() const {
    signal(SIGCONT);
}

int GatewayProcess::stop() {
    signal(SIGTERM);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return statusOf(status);
}

Json CurlAnswer::json() const {
    return Json::parse(body, nullptr, false);
}

std::string CurlAnswer::problem() const {
    const std::string type = jsonStringOr(json(), "type");
    return type.substr(type.rfind('/') + 1);
}

CurlAnswer curl(const GatewayWorld& world, int port, const CurlRequest& request) {
    const auto headerFile = temporaryFile();
    std::vector<std::string> command{"curl",
                                     "--silent",
                                     "--http1.1",
                                     "--max-time",
                                     "30",
                                     "--dump-header",
                                     headerFile.string(),
                                     "--cacert",
                                     world.file(request.ca).string(),
                                     "--request",
                                     request.method};
    const auto add = [&](std::initializer_list<std::string> words) { command.insert(command.end(), words); };
    if (!request.certificate.empty()) {
        add({"--cert", world.file(request.certificate + ".pem").string(), "--key",
             world.file(request.certificate + ".key").string()});
    }
    if (!request.body.empty()) {
        add({"--header", "Content-Type: application/json", "--data-binary", request.body});
    }
    if (!request.session.empty()) {
        add({"--header", "Authorization: Bearer " + request.session});
    }
    command.insert(command.end(), request.options.begin(), request.options.end());
    add({"https://127.0.0.1:" + std::to_string(port) + request.path});
    Finished finished = run(command);

    CurlAnswer answer;
    answer.exit = finished.status;
    answer.body = std::move(finished.output);
    std::ifstream headers(headerFile);
    for (std::string line; std::getline(headers, line);) {
        line.erase(line.find_last_not_of("\r\n") + 1);
        if (line.starts_with("HTTP/")) {
            answer.status = std::stoi(line.substr(9, 3));
            answer.headers.clear();
        } else if (const auto colon = line.find(": "); colon != std::string::npos) {
            std::string name = line.substr(0, colon);
            std::ranges::transform(name, name.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            answer.headers[name] = line.substr(colon + 2);
        }
    }
    std::filesystem::remove(headerFile);
    return answer;
}

std::string signInByCurl(const GatewayWorld& world, int port, const Identity& card, const std::string& account,
                         const std::string& deviceName, const Identity& device) {
    const auto challenge =
        curl(world, port, {.method = "POST", .path = "/v1/sign-in-challenges", .certificate = deviceName});
    const auto read = protocol::readChallenge(challenge.json());
    if (!read) {
        throw std::runtime_error("no challenge: curl " + std::to_string(challenge.exit) + ", status " +
                                 std::to_string(challenge.status) + " " + challenge.problem());
    }
    protocol::SignInRequest request = GatewayWorld::answer(*read, card, device);
    request.account = protocol::Account{account, world.password};
    const auto signedIn = curl(world, port,
                               {.method = "POST",
                                .path = "/v1/sessions",
                                .body = protocol::toJson(request).dump(),
                                .certificate = deviceName});
    return jsonStringOr(signedIn.json(), "session_token");
}

} // namespace kmixr::test
