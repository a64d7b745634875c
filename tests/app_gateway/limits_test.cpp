// What a connection may cost: sizes, times, numbers, and a good end.
#include "tests/app_gateway/world/talk.h"

#include <arpa/inet.h>
#include <catch2/catch_test_macros.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace kmixr::test {

namespace {

Talk& talk() {
    static Talk made;
    return made;
}

/// A bare TCP connection to the server.
class Bare {
public:
    explicit Bare(int port) : handle_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(handle_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare() { ::close(handle_); }
    [[nodiscard]] bool connected() const { return connected_; }
    void send(const std::string& bytes) const { CHECK(::send(handle_, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0); }
    /// True when the server closes within the time.
    [[nodiscard]] bool closedWithin(std::chrono::milliseconds time) const {
        const timeval limit{time.count() / 1000, time.count() % 1000 * 1000};
        ::setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        char byte = 0;
        ssize_t read = 0;
        while ((read = ::recv(handle_, &byte, 1, 0)) == 1) {
        }
        return read == 0 || errno == ECONNRESET;
    }

private:
    int handle_;
    bool connected_ = false;
};

} // namespace

TEST_CASE("bodies that are too large are refused before they are read") {
    talk().world.write("large.json", std::string(100'000, ' '));
    talk().world.write("huge.json", std::string(20'000'000, ' '));
    const auto post = [](const std::string& file, std::vector<std::string> more = {}) {
        std::vector<std::string> options{"--header", "Content-Type: application/json", "--data-binary",
                                         "@" + talk().world.file(file).string()};
        options.insert(options.end(), more.begin(), more.end());
        return curl(talk().world, talk().gateway->port(),
                    {.method = "POST", .path = "/v1/sessions", .options = options});
    };
    CHECK(post("large.json").status == 413);
    CHECK(post("large.json").problem() == "too-large");
    CHECK(post("huge.json").problem() == "too-large");
    CHECK(post("large.json", {"--header", "Transfer-Encoding: chunked"}).problem() == "too-large");
}

TEST_CASE("headers that are too large are refused") {
    const CurlAnswer answer = talk().get("/v1/policy", {}, {"--header", "X-Long: " + std::string(40'000, 'x')});
    CHECK(answer.status == 431);
    CHECK(answer.problem() == "too-large");
}

TEST_CASE("what is no request of this interface") {
    const CurlAnswer elsewhere = talk().get("/v1/patients");
    CHECK(elsewhere.status == 404);
    CHECK(elsewhere.problem() == "not-found");
    const CurlAnswer method = curl(talk().world, talk().gateway->port(), {.method = "PUT", .path = "/v1/views"});
    CHECK(method.status == 405);
    CHECK(method.headers.at("allow") == "POST");
    const CurlAnswer text = talk().post("/v1/sessions", Json::object(), {}, {"--header", "Content-Type: text/plain"});
    CHECK(text.status == 400);
    CHECK(talk().get("/v1/views//receipts").status == 404);
    CHECK(talk().get("/v1/views/a%2Fb/receipts").problem() == "session-expired");
    CHECK(curl(talk().world, talk().gateway->port(), {.method = "G(ET", .path = "/v1/policy"}).status == 400);
    const CurlAnswer body = curl(talk().world, talk().gateway->port(),
                                 {.method = "POST", .path = "/v1/sessions", .body = "{\"challenge_id\": \xff"});
    CHECK(body.problem() == "malformed-request");
    const CurlAnswer older = talk().get("/v1/policy", {}, {"--http1.0"});
    CHECK(older.status == 505);
    CHECK(older.problem() == "malformed-request");
    CHECK(talk().get("/v1/policy").status == 200);
}

TEST_CASE("many requests on one connection") {
    std::vector<std::string> options;
    const std::string url = "https://127.0.0.1:" + std::to_string(talk().gateway->port()) + "/v1/policy";
    for (int i = 0; i < 20; ++i) {
        options.push_back(url);
    }
    options.insert(options.end(), {"--write-out", "%{num_connects}\n"});
    const CurlAnswer answer = talk().get("/v1/policy", {}, options);
    CHECK(answer.exit == 0);
    std::size_t reused = 0;
    for (std::size_t at = answer.body.find("}0\n"); at != std::string::npos; at = answer.body.find("}0\n", at + 1)) {
        ++reused;
    }
    CHECK(reused == 20);
}

TEST_CASE("whoever connects and says nothing, or too little, is sent away") {
    Talk strict([](GatewayWorld& world) {
        world.settings["limits"] = {{"handshake_ms", 300}, {"idle_ms", 300}, {"message_ms", 300}};
    });
    const Bare silent(strict.gateway->port());
    const Bare slow(strict.gateway->port());
    slow.send("\x16\x03\x01");
    REQUIRE(silent.connected());
    CHECK(silent.closedWithin(std::chrono::seconds(20)));
    CHECK(slow.closedWithin(std::chrono::seconds(20)));
    CHECK(strict.get("/v1/policy").status == 200);
    // A body that does not come.
    const CurlAnswer late = strict.get("/v1/policy", {}, {"--request", "POST", "--header", "Content-Length: 100"});
    CHECK(late.status != 200);
}

TEST_CASE("more connections than allowed are closed at once") {
    Talk small([](GatewayWorld& world) { world.settings["limits"] = {{"connections", 3}}; });
    {
        const Bare first(small.gateway->port());
        const Bare second(small.gateway->port());
        const Bare third(small.gateway->port());
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        const Bare fourth(small.gateway->port());
        CHECK(fourth.closedWithin(std::chrono::seconds(20)));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK(small.get("/v1/policy").status == 200);
}

TEST_CASE("SIGTERM lets the answer under way go out, and ends") {
    Talk slow([](GatewayWorld& world) { world.settings["delay"] = {{"T01", 1500}}; });
    const std::string doctor = slow.signIn(slow.world.renshu, "renshu");
    const std::string path = slow.receiptsOf(slow.world.live, doctor);
    CurlAnswer answer;
    std::thread asking([&] { answer = slow.get(path, doctor); });
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    const int status = slow.gateway->stop();
    asking.join();
    CHECK(status == 0);
    CHECK(answer.status == 200);
    CHECK(answer.body.find("\"op\":\"end\"") != std::string::npos);
}

TEST_CASE("a server that cannot serve says why and ends") {
    const auto start = [](const std::function<void(GatewayWorld&)>& spoil) {
        GatewayWorld world;
        spoil(world);
        world.writeSettings();
        const Finished finished =
            run({KMIXR_BIN_DIR "/kmixr-gateway", "serve", "--config", world.file("gateway.json").string()},
                world.file("errors"));
        CHECK(finished.status == 1);
        return world.read("errors");
    };
    CHECK(start([](GatewayWorld& world) { world.settings["key_file"] = "none.key"; }).find("none.key") !=
          std::string::npos);
    CHECK(start([](GatewayWorld& world) { world.settings["registry_file"] = "none.json"; }).find("none.json") !=
          std::string::npos);
    CHECK(start([](GatewayWorld& world) { world.settings["listen"] = "203.0.113.1:1"; }).find("server.listening") !=
          std::string::npos);
    CHECK(start([](GatewayWorld& world) {
              world.settings["listen"] = "127.0.0.1:" + std::to_string(talk().gateway->port());
          }).find("server.listening") != std::string::npos);
}

} // namespace kmixr::test
