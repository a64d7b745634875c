// The page about a patient's My Number card: what it asks for at each step, the patient's PIN by real key events, and
// nobody's data anywhere on it.
#include "tests/ui_frame/samples.h"
#include "tests/ui_frame/seen_text.h"
#include "ui/controls/scroll_room.h"
#include "ui/signin/pin_field.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::ui;
using namespace kmixr::ui::test;
using View = PatientCardScene::View;

namespace {

struct Page {
    MainWindow window{options()};
    std::vector<std::string> pins;
    int pads = 0, wanted = 0, stops = 0, retries = 0, locks = 0;
    std::vector<bool> camera;

    Page() {
        QObject::connect(&window, &MainWindow::patientCardPinGiven, &window, [this](card::Pin& given) {
            const card::Pin pin = std::move(given);
            pins.emplace_back(pin.text());
        });
        QObject::connect(&window, &MainWindow::patientCardPinPadChosen, &window, [this] { ++pads; });
        QObject::connect(&window, &MainWindow::myNumberCardWanted, &window, [this] { ++wanted; });
        QObject::connect(&window, &MainWindow::patientCardStopWanted, &window, [this] { ++stops; });
        QObject::connect(&window, &MainWindow::patientCardRetryWanted, &window, [this] { ++retries; });
        QObject::connect(&window, &MainWindow::lockWanted, &window, [this] { ++locks; });
        QObject::connect(&window, &MainWindow::scanShown, &window, [this](bool on) { camera.push_back(on); });
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        window.showSignIn(facts());
        window.showHome(doctor());
    }
    static PatientCardScene scene(View view, std::optional<int> tries = 3) {
        PatientCardScene made;
        made.view = view;
        made.pinRule = {.minLength = 4, .maxLength = 4, .digitsOnly = true};
        made.pinOffice = card::PinOffice::MunicipalOffice;
        made.pinState = {.triesLeft = tries, .blocked = tries == 0};
        return made;
    }
    void show(const PatientCardScene& made) { window.showPatientCard(made); }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &window, static_cast<Qt::Key>(code), modifiers);
    }
    void type(const char* digits) {
        for (; *digits != '\0'; ++digits) {
            key(Qt::Key_0 + (*digits - '0'));
        }
    }
    PinField* field() {
        for (auto* each : window.findChildren<PinField*>()) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    KeyButton* button(const QString& words) { return buttonOf(window, words); }
    bool says(const char* words) { return test::says(window, QString::fromUtf8(words)); }
};

} // namespace

TEST_CASE("The patient types on the reader's keys; what went wrong there is said, and the screen stays chosen") {
    Page page;
    PatientCardScene scene = Page::scene(View::PatientPin);
    scene.pinPad = true;
    page.show(scene);
    CHECK(page.field() == nullptr);
    page.key(Qt::Key_Return);
    CHECK(page.pads == 1);
    scene.view = View::Checking;
    scene.padInUse = true;
    page.show(scene);
    CHECK(page.says("カードリーダーのテンキーで暗証番号を入力してください"));
    page.key(Qt::Key_Return);
    CHECK(page.pads == 1);
    scene.padInUse = false; // typed: now the card and the gateway are asked
    page.show(scene);
    CHECK(page.says("確認しています"));
    CHECK_FALSE(page.says("カードリーダーのテンキーで暗証番号を入力してください"));

    scene.view = View::PatientPin;
    scene.trouble = Problem{"card.pin-pad-cancelled", {}, {}};
    page.show(scene);
    CHECK(page.says("リーダーで入力が取り消されました"));
    page.key(Qt::Key_F2);
    REQUIRE(page.field() != nullptr);
    page.type("1950");
    page.key(Qt::Key_Return);
    CHECK(page.pins == std::vector<std::string>{"1950"});
    scene.view = View::Checking;
    page.show(scene);
    scene.view = View::PatientPin;
    scene.trouble = Problem{"card.pin-wrong", {}, {}};
    page.show(scene);
    CHECK(page.field() != nullptr);
    CHECK(page.pads == 1);
}

TEST_CASE("F6 on the scan page asks for the My Number card, and not before a proxy is recorded") {
    Page page;
    page.key(Qt::Key_F6);
    CHECK(page.wanted == 1);
    QTest::keyClick(&page.window, Qt::Key_2, Qt::AltModifier); // a proxy, not recorded yet
    QTest::keyClick(&page.window, Qt::Key_F6);
    CHECK(page.wanted == 1);
    CHECK_FALSE(page.button(QStringLiteral("マイナンバーカードで開く"))->isEnabled());
    CHECK(page.says("先に続柄と理由を記録してください"));
    QTest::keyClick(&page.window, Qt::Key_1, Qt::AltModifier);
    page.window.showOpening(0, 10);
    QTest::keyClick(&page.window, Qt::Key_F6);
    CHECK(page.wanted == 1); // one patient at a time
    page.window.clearPatient();
    QTest::keyClick(&page.window, Qt::Key_F6);
    CHECK(page.wanted == 2);
}

TEST_CASE("each step says which card is to be where") {
    Page page;
    auto scene = Page::scene(View::CardWanted);
    page.show(scene);
    CHECK(page.camera.back() == false);
    CHECK(page.says("先生のカードを抜き、患者さんのマイナンバーカードを置いてください"));
    scene.otherReader = true;
    page.show(scene);
    CHECK(page.says("もう一つのリーダーに置いてください"));
    scene.otherReader = false;
    scene.doctorCardOut = true;
    page.show(scene);
    page.window.showCardSecondsLeft(151);
    CHECK(page.says("患者さんのマイナンバーカードをリーダーに置いてください"));
    CHECK(page.says("あと 2:31"));
    scene.trouble = Problem{"card.not-my-number-card", {}, {}};
    page.show(scene);
    CHECK(page.says("マイナンバーカードではありません"));
    page.show(Page::scene(View::Reading));
    CHECK(page.says("画面を患者さんに向けてください"));
    scene = Page::scene(View::DoctorCardWanted);
    scene.agreed = scene.patientCardIn = scene.doctorCardOut = true;
    page.show(scene);
    CHECK(page.says("患者さんのカードを返し、先生のカードをリーダーに戻してください"));
    CHECK(page.says("同意を受け取りました"));
    page.key(Qt::Key_Escape);
    CHECK(page.stops == 1);
    scene.agreed = scene.patientCardIn = false;
    page.show(scene);
    CHECK(page.says("中止しました"));
    page.key(Qt::Key_Escape); // nothing is left to stop
    CHECK(page.stops == 1);
    CHECK(page.button(QStringLiteral("サインアウトする")) != nullptr);
    page.key(Qt::Key_L, Qt::ControlModifier);
    CHECK(page.locks == 1);
}

TEST_CASE(
    "the patient's PIN: tries before typing, keyboard and pad, given once, kept through the doctor's card leaving") {
    Page page;
    page.show(Page::scene(View::Reading));
    page.show(Page::scene(View::PatientPin));
    REQUIRE(page.field() != nullptr);
    CHECK(page.field()->hasFocus());
    CHECK_FALSE(page.field()->testAttribute(Qt::WA_InputMethodEnabled));
    CHECK(page.says("マイナンバーカードの暗証番号を入れてください"));
    CHECK(page.says("同意したことになります"));
    CHECK(page.says("残り 3 回"));
    page.type("12");
    auto scene = Page::scene(View::PatientPin);
    scene.doctorCardOut = true; // with two readers: the doctor takes the card away meanwhile
    page.show(scene);
    CHECK(page.field()->count() == 2);
    QTest::mouseClick(page.button(QStringLiteral("3")), Qt::LeftButton);
    QTest::mouseClick(page.button(QStringLiteral("4")), Qt::LeftButton);
    CHECK(page.field()->hasFocus());
    page.key(Qt::Key_Return);
    REQUIRE(page.pins == std::vector<std::string>{"1234"});
    page.show(Page::scene(View::Checking));
    page.type("5678");
    page.key(Qt::Key_Return);
    CHECK(page.pins.size() == 1);
    CHECK(page.says("確認しています"));

    scene = Page::scene(View::PatientPin, 2);
    scene.trouble = Problem{"card.pin-wrong", {}, {}};
    page.show(scene);
    CHECK(page.says("残り 2 回"));
    CHECK(page.says("暗証番号がちがいます"));
    CHECK(page.field()->count() == 0);
    page.type("12345"); // too long is not cut and sent
    page.key(Qt::Key_Return);
    CHECK(page.pins.size() == 1);
}

TEST_CASE("the patient's last try is asked for, and Esc there means type again") {
    Page page;
    page.show(Page::scene(View::PatientPin, 1));
    page.type("1950");
    page.key(Qt::Key_Return);
    CHECK(page.pins.empty());
    CHECK(page.says("市区町村の窓口"));
    page.key(Qt::Key_Escape);
    CHECK(page.stops == 0);
    page.type("1950");
    page.key(Qt::Key_Return);
    QTest::keyClick(&page.window, Qt::Key_Return, Qt::ControlModifier);
    CHECK(page.pins == std::vector<std::string>{"1950"});

    page.show(Page::scene(View::Checking));
    page.show(Page::scene(View::PatientPin, 0));
    CHECK(page.says("ロックされています"));
    CHECK(page.says("市区町村の窓口"));
    CHECK(page.field() == nullptr);
    page.key(Qt::Key_Escape);
    CHECK(page.stops == 1);
}

TEST_CASE("the gateway does not answer: asked again by its button") {
    Page page;
    auto scene = Page::scene(View::GatewayTrouble);
    scene.trouble = Problem{"gateway.offline", {}, {}};
    page.show(scene);
    auto* again = page.button(QStringLiteral("もう一度"));
    REQUIRE(again != nullptr);
    again->click();
    CHECK(page.retries == 1);
}

TEST_CASE("the whole number pad and its button are in sight up to 150 %, on the patient's page and at sign-in") {
    const auto scrolls = [](const QWidget& window) {
        const auto rooms = window.findChildren<ScrollRoom*>();
        return std::ranges::any_of(
            rooms, [](const ScrollRoom* room) { return room->isVisible() && room->verticalScrollBar()->isVisible(); });
    };
    for (const double factor : {1.0, 1.3, 1.5}) {
        CAPTURE(factor);
        Metrics::setFactor(factor);
        Page page;
        page.window.resize(1366, 768);
        page.show(Page::scene(View::PatientPin));
        QCoreApplication::processEvents();
        REQUIRE(page.field() != nullptr);
        CHECK_FALSE(scrolls(page.window));
        MainWindow signIn{options()};
        signIn.resize(1366, 768);
        signIn.show();
        signIn.showSignIn(facts());
        QCoreApplication::processEvents();
        CHECK_FALSE(scrolls(signIn));
    }
    Metrics::setFactor(1.0);
}

TEST_CASE("nothing of a patient is on these pages, and a lock clears them") {
    Page page;
    page.window.showPatient(heading(), patientHistory());
    for (const View view : {View::CardWanted, View::PatientPin, View::DoctorCardWanted, View::DoctorPin}) {
        page.show(Page::scene(view));
        CHECK(foundIn(page.window, patientWords()).isEmpty());
    }
    page.type("12");
    auto* field = page.field();
    REQUIRE(field != nullptr);
    CHECK(field->count() == 2);
    page.window.lockScreen();
    CHECK(field->count() == 0);
    page.show(Page::scene(View::PatientPin)); // a late word after the lock
    CHECK(page.says("カードをリーダーに置いてください"));
    CHECK_FALSE(page.says("マイナンバーカードの暗証番号を入れてください"));
}

TEST_CASE("back on the scan page; the banner says on what ground the patient is open") {
    Page page;
    page.show(Page::scene(View::CardWanted));
    page.window.endPatientCard();
    CHECK(page.says("患者カードのQRコード"));
    CHECK(page.camera.back());
    PatientHeading head = heading();
    head.basis = protocol::ViewBasis::MyNumberCard;
    head.cardEnding.clear();
    page.window.showPatient(head, patientHistory());
    CHECK(page.says("マイナンバーカードで本人が同意 10:11"));
    head.presentedBy = protocol::PresentedBy::Proxy;
    page.window.showPatient(head, patientHistory());
    CHECK(page.says("マイナンバーカードで代理人が同意 10:11"));
}
