#include "core/gateway/problems.h"
#include "core/protocol/problems.h"
#include "tests/core_gateway/cut_proxy.h"
#include "tests/core_gateway/waiting.h"

#include <set>

namespace kmixr::gateway {

namespace {

struct Fixture {
    test::GatewayWorld world;
    test::GatewayProcess server{world};
    std::unique_ptr<GatewayClient> client = open(settingsFor(world, server.port()));

    Fixture() { REQUIRE(signIn(*client, world, world.renshu, world.device, "renshu")); }
    protocol::OpenedView view(const qr::PatientCardToken& token) const {
        const auto opened = answerOf(client->openView(viewRequest(token)));
        REQUIRE(opened);
        return *opened;
    }
    Brought fetch(const std::string& viewId, const std::string& since = {}) const {
        const auto download = client->fetchReceipts(viewId, since);
        return bringing(*download);
    }
};

} // namespace

TEST_CASE("receipts stream in, whole and in order, and the cursor goes on from there") {
    const Fixture f;
    const auto view = f.view(f.world.longHistory);
    CHECK(view.receiptCount == test::longHistoryCount);
    const Brought all = f.fetch(view.viewId);
    REQUIRE(*all.end);
    CHECK(all.deliveries.size() == test::longHistoryCount);
    CHECK(all.deliveries.back().cursor == **all.end);
    for (const auto& delivery : all.deliveries) {
        CHECK(delivery.op == protocol::DeliveryOp::Add);
        CHECK(delivery.text.starts_with("IR,"));
    }
    const Brought rest = f.fetch(view.viewId, all.deliveries[399].cursor);
    REQUIRE(*rest.end);
    CHECK(rest.deliveries.size() == 13);
    const Brought none = f.fetch(view.viewId, **all.end);
    REQUIRE(*none.end);
    CHECK(none.deliveries.empty());
    CHECK(**none.end == **all.end);
}

TEST_CASE("a stream that is cut keeps what came, and goes on from its last cursor") {
    const Fixture f;
    const auto view = f.view(f.world.longHistory);
    const Brought whole = f.fetch(view.viewId);
    CutProxy proxy(f.server.port());
    const auto client = open(settingsFor(f.world, proxy.serverPort()));
    REQUIRE(signIn(*client, f.world, f.world.renshu, f.world.device, ""));
    const auto opened = answerOf(client->openView(viewRequest(f.world.longHistory)));
    REQUIRE(opened);
    const qint64 before = proxy.passed;
    int cuts = 0;
    for (const qint64 further : {2000, 5000, 9000, 14000}) {
        proxy.cutAfter = before + further; // on the connection kept alive; a new one has less behind it
        const auto download = client->fetchReceipts(opened->viewId, "");
        const Brought part = bringing(*download);
        if (*part.end) {
            continue; // it fitted before the scissors
        }
        ++cuts;
        checkProblem(*part.end, problems::interrupted);
        CHECK(part.end->error().numbers.at("received") == static_cast<std::int64_t>(part.deliveries.size()));
        const Brought rest =
            f.fetch(view.viewId, part.deliveries.empty() ? std::string() : part.deliveries.back().cursor);
        REQUIRE(*rest.end);
        REQUIRE(part.deliveries.size() + rest.deliveries.size() == whole.deliveries.size());
        std::set<std::string> ids;
        for (const Brought* each : {&part, &rest}) {
            for (const auto& delivery : each->deliveries) {
                ids.insert(delivery.receiptId);
            }
        }
        CHECK(ids.size() == whole.deliveries.size());
    }
    CHECK(cuts >= 2);
}

TEST_CASE("a download of a view that is none says so") {
    const Fixture f;
    const Brought brought = f.fetch("made-up/../x?y");
    REQUIRE_FALSE(*brought.end);
    checkProblem(*brought.end, protocol::problems::notFound);
    CHECK(f.server.log().find("made-up") == std::string::npos);
}

TEST_CASE("a cancelled download ends once and brings nothing more") {
    const Fixture f;
    const auto view = f.view(f.world.longHistory);
    const auto download = f.client->fetchReceipts(view.viewId, "");
    int ends = 0;
    int late = 0;
    QObject::connect(download.get(), &ReceiptDownload::finished, download.get(), [&](const Outcome<std::string>& end) {
        ++ends;
        checkProblem(end, problems::cancelled);
    });
    QObject::connect(download.get(), &ReceiptDownload::arrived, download.get(), [&] { late += ends; });
    download->cancel();
    download->cancel();
    CHECK_FALSE(waitUntil([&] { return ends > 1 || late > 0; }, 500));
    CHECK(ends == 1);
}

TEST_CASE("deleting a download in the middle is silent, and the client goes on") {
    const Fixture f;
    const auto view = f.view(f.world.longHistory);
    for (int i = 0; i < 10; ++i) {
        auto download = f.client->fetchReceipts(view.viewId, "");
        bool begun = false;
        QObject::connect(download.get(), &ReceiptDownload::arrived, download.get(), [&] { begun = true; });
        REQUIRE(waitUntil([&] { return begun || i % 2 == 0; }));
        download.reset();
    }
    CHECK(*f.fetch(view.viewId).end);
}

TEST_CASE("a client may go while requests and downloads are under way, in any order with whoever waits") {
    Fixture f;
    const auto view = f.view(f.world.longHistory);
    auto download = f.client->fetchReceipts(view.viewId, "");
    int late = 0;
    {
        QObject context;
        f.client->openView(viewRequest(f.world.live)).then(&context, [&](const Outcome<protocol::OpenedView>&) {
            ++late;
        });
    }
    f.client.reset();
    CHECK_FALSE(waitUntil([&] { return late > 0; }, 300));
    download.reset();
}

} // namespace kmixr::gateway
