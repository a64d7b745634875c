// §12: what a patient may look at, on paper: nothing that the page hides, every word the page says.
#include "tests/core_history/people.h"
#include "ui/facing/facing_page.h"

#include <QFile>
#include <QPdfWriter>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

namespace {

std::shared_ptr<const history::History> person(const char* id) {
    return std::make_shared<const history::History>(history::test::practicePerson(id));
}

} // namespace

TEST_CASE("§12 the patient's paper says what the page shows, with its month, and nothing that is hidden") {
    for (const auto& [id, history] : history::test::practicePeople()) {
        CAPTURE(id);
        ui::FacingPage page;
        page.setHistory(history);
        const QString html = page.paper().html();
        if (!history->newestMonth) {
            CHECK(html.isEmpty());
            continue;
        }
        CHECK(html.contains(QString::fromStdString(history->patient.name).toHtmlEscaped().replace(u'　', u' ')));
        CHECK(html.contains(QStringLiteral("推定")));
        CHECK(html.contains(QStringLiteral("診療分まで")));
        for (const auto& problem : history->problems) {
            CHECK_FALSE(html.contains(QString::fromStdString(problem.name)));
        }
    }
    ui::FacingPage page;
    page.setHistory(person("K10"));
    CHECK(page.paper().html().contains(QStringLiteral("マグミット")));
    CHECK_FALSE(page.paper().html().contains(QStringLiteral("カペシタビン"))); // against cancer
    CHECK(page.paper().html().contains(QStringLiteral("表示していない薬 1")));
    page.setHistory(nullptr);
    CHECK(page.paper().html().isEmpty());
}

TEST_CASE("§12 the patient's paper is printed, and a device that cannot be written is told") {
    ui::FacingPage page;
    page.setHistory(person("K05"));
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("paper.pdf"));
    {
        QPdfWriter writer(file);
        REQUIRE(page.paper().printOn(writer));
    }
    QFile pdf(file);
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
    CHECK(pdf.size() > 5000);
    QPdfWriter nowhere(QStringLiteral("/nonexistent/paper.pdf"));
    CHECK_FALSE(page.paper().printOn(nowhere));
}
