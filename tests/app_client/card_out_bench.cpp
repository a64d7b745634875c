// The doctor's card is pulled with a patient on the screen: how long after PC/SC's own event the window has painted the
// page without them, as a JSON line. Real gateway, pcscd, flows, wiring and window. Budget of the house: 0.1 s.
#include "app/client/wiring.h"
#include "core/card/pcsc_context.h"
#include "tests/app_client/client.h"
#include "tests/bench/figures.h"
#include "ui/signin/sign_in_page.h"

#include <QApplication>

#include <catch2/catch_session.hpp>
#include <winscard.h>

#include <atomic>
#include <thread>

using namespace kmixr;
using namespace kmixr::client;
using namespace kmixr::testing;
using namespace std::chrono_literals;

namespace {

/// Another program that waits for the same event, as exact as PC/SC tells it.
class Witness {
public:
    explicit Witness(std::string reader) : seeing_([this, reader = std::move(reader)] { see(reader); }) {}
    ~Witness() { seeing_.join(); }
    Witness(const Witness&) = delete;
    Witness& operator=(const Witness&) = delete;
    /// When the card was gone; only after that.
    [[nodiscard]] bench::Stopwatch::time_point gone() {
        while (!seen_) {
            std::this_thread::yield();
        }
        return gone_;
    }

private:
    void see(const std::string& reader) {
        const auto context = card::PcscContext::establish();
        card::ReaderEvent event{reader, SCARD_STATE_UNAWARE, 0};
        while (context && context->waitForChange({&event, 1}, 20s) && (event.seen & SCARD_STATE_PRESENT) != 0) {
            event.known = event.seen & ~static_cast<unsigned long>(SCARD_STATE_CHANGED);
        }
        gone_ = bench::Stopwatch::now();
        seen_ = true;
    }
    bench::Stopwatch::time_point gone_;
    std::atomic<bool> seen_{false};
    std::thread seeing_;
};

/// Counts what the sign-in page paints.
class Painted : public QObject {
public:
    int times = 0;
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        times += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

TEST_CASE("card out: from the event to a window without the patient") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService(1);
    Client client(world);
    ui::MainWindow window({});
    ScanDesk scan;
    IdleLock idle;
    const Wiring wiring({window, *client.signIn, *client.view, *client.patientCard, scan, idle, *client.gateway});
    window.resize(1366, 768);
    window.show();
    auto* page = window.findChild<ui::SignInPage*>();
    REQUIRE(page != nullptr);
    Painted painted;
    page->installEventFilter(&painted);
    bench::Figure hidden("card out: PC/SC event to data hidden", 100);
    for (int round = 0; round < 8; ++round) {
        client.heard = Heard{};
        world.insertCard();
        client.signInAsRenshu();
        client.open(world, QStringLiteral("K06"));
        REQUIRE(waitUntil([&] { return client.heard.complete; }));
        REQUIRE(waitUntil([&] { return !page->isVisible(); }));
        Witness witness(client.desk->status().reader);
        static_cast<void>(waitUntil([] { return false; }, 300));
        painted.times = 0;
        world.removeCard();
        REQUIRE(waitUntil([&] { return page->isVisible() && painted.times > 0; }));
        const auto now = bench::Stopwatch::now();
        const double took = std::chrono::duration<double, std::milli>(now - witness.gone()).count();
        hidden.add(std::max(took, 0.0));
        CHECK(took < 1000);
        CHECK(client.heard.left == 1);
    }
    hidden.print();
}

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
