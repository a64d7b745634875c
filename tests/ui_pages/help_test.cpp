// What the help says of the trust one may have: the studies' own figures, and no word of a patient.
#include "tests/ui_pages/said.h"
#include "ui/help/help_page.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

namespace {

QString said() {
    ui::HelpPage page;
    test::present(page);
    return test::spoken(page);
}

} // namespace

TEST_CASE("§2.2 the help tells how far a name on a receipt can be trusted, with the studies") {
    const QString words = said();
    for (const auto* figure : {"96%", "50%", "16疾患", "78.8%", "57.0%", "83.0%", "73%", "80%", "65.8", "90.7%",
                               "94.3%", "47.4%", "Yamana 2017", "Nakai 2021", "Sakai 2019"}) {
        INFO(figure);
        CHECK(words.contains(QString::fromUtf8(figure)));
    }
    CHECK(words.contains(QStringLiteral("請求されたこと")));
}

TEST_CASE("§3.7 the help tells what a list of drugs made of claims cannot know") {
    const QString words = said();
    for (const auto* part : {"35%", "315", "76.9%", "609", "Pevnick 2016", "推定", "14日"}) {
        INFO(part);
        CHECK(words.contains(QString::fromUtf8(part)));
    }
}

TEST_CASE("help leads back by Esc") {
    ui::HelpPage page;
    test::present(page);
    int back = 0;
    QObject::connect(&page, &ui::PatientPage::backWanted, &page, [&back] { ++back; });
    test::press(page, Qt::Key_Escape);
    CHECK(back == 1);
}
