// Signing in by real key events: a PIN goes out once, wrong ones show what is left, the last try asks first.
#include "core/card/problems.h"
#include "core/protocol/problems.h"
#include "tests/ui_frame/samples.h"
#include "tests/ui_frame/seen_text.h"
#include "ui/problems/problem_table.h"
#include "ui/signin/pin_field.h"
#include "ui/signin/sign_in_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::ui;
using namespace kmixr::ui::test;

namespace {

/// A window on the sign-in page, and what it wished for.
struct SignIn {
    MainWindow window{options()};
    std::vector<std::string> pins;
    std::vector<std::pair<QString, QString>> accounts;
    int retries = 0, pads = 0;

    SignIn() {
        QObject::connect(&window, &MainWindow::pinPadChosen, &window, [this] { ++pads; });
        QObject::connect(&window, &MainWindow::pinGiven, &window, [this](card::Pin& given) {
            const card::Pin pin = std::move(given);
            pins.emplace_back(pin.text());
        });
        QObject::connect(&window, &MainWindow::accountGiven, &window,
                         [this](const QString& id, const QString& password) { accounts.emplace_back(id, password); });
        QObject::connect(&window, &MainWindow::retryWanted, &window, [this] { ++retries; });
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
    }

    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &window, static_cast<Qt::Key>(code), modifiers);
    }
    void type(const char* digits) {
        for (const char* digit = digits; *digit != '\0'; ++digit) {
            key(Qt::Key_0 + (*digit - '0'));
        }
    }
    PinField* field() { return window.findChild<SignInPage*>()->findChild<PinField*>(); }
    KeyButton* button(const QString& words) { return buttonOf(window, words); }
    bool says(const QString& words) { return test::says(window, words); }
};

SignInFacts onReader(int tries) {
    SignInFacts made = facts(tries);
    made.pinPad = true;
    return made;
}

} // namespace

TEST_CASE("each state of the reader says what to do, and nothing can be typed yet") {
    SignIn page;
    const std::pair<card::ReaderState, const char*> expected[] = {
        {card::ReaderState::ServiceStopped, "動いていません"},
        {card::ReaderState::NoReader, "カードリーダーが見つかりません"},
        {card::ReaderState::NoCard, "カードをリーダーに置いてください"},
        {card::ReaderState::UnknownCard, "使えません"},
        {card::ReaderState::Ready, "読み取っています"},
    };
    for (const auto& [state, words] : expected) {
        page.window.showReader(reader(state));
        INFO(words);
        CHECK(page.says(QString::fromUtf8(words)));
        CHECK_FALSE(page.field()->isEnabled());
        page.type("1234");
        CHECK(page.field()->count() == 0);
    }
}

TEST_CASE("who the card says you are, and the tries left, stand there before anything is typed") {
    SignIn page;
    page.window.showSignIn(facts(3));
    CHECK(page.says(QStringLiteral("香西 直樹")));
    CHECK(page.says(QStringLiteral("医師資格証")));
    CHECK(page.says(QStringLiteral("2028年3月31日(令和10年)")));
    CHECK(page.says(QStringLiteral("残り 3 回")));
    CHECK(page.field()->hasFocus());
    page.window.showSignIn(facts(std::nullopt));
    CHECK(page.says(QStringLiteral("残り回数はカードから分かりません")));
}

TEST_CASE("a PIN is given once, and the field forgets it") {
    SignIn page;
    page.window.showSignIn(facts());
    page.type("12");
    CHECK_FALSE(page.button(QStringLiteral("サインイン"))->isEnabled());
    page.key(Qt::Key_Return);
    CHECK(page.pins.empty());
    page.type("34");
    CHECK(page.button(QStringLiteral("サインイン"))->isEnabled());
    page.key(Qt::Key_Return);
    REQUIRE(page.pins == std::vector<std::string>{"1234"});
    CHECK(page.field()->count() == 0);
    page.window.showSigningIn();
    page.type("1234");
    QTest::keyClick(&page.window, Qt::Key_Return); // a second Enter while the first is under way
    CHECK(page.pins.size() == 1);
    CHECK(foundIn(page.window, {QStringLiteral("1234")}).isEmpty());
}

TEST_CASE("backspace, delete and the pad") {
    SignIn page;
    page.window.showSignIn(facts());
    page.type("129");
    page.key(Qt::Key_Backspace);
    QTest::mouseClick(page.button(QStringLiteral("3")), Qt::LeftButton);
    CHECK(page.field()->hasFocus()); // the pad takes no focus
    QTest::mouseClick(page.button(QStringLiteral("4")), Qt::LeftButton);
    page.key(Qt::Key_Enter, Qt::KeypadModifier);
    CHECK(page.pins == std::vector<std::string>{"1234"});
    page.window.showSignIn(facts());
    page.type("99");
    QTest::mouseClick(page.button(QStringLiteral("全消去")), Qt::LeftButton);
    CHECK(page.field()->count() == 0);
}

TEST_CASE("a reader with keys of its own: one press, one wish, and nothing to type here meanwhile") {
    SignIn page;
    page.window.showSignIn(onReader(3));
    CHECK(page.says(QStringLiteral("残り 3 回")));
    CHECK_FALSE(page.field()->isVisible());
    page.key(Qt::Key_Return);
    CHECK(page.pads == 1);
    CHECK(page.says(QStringLiteral("カードリーダーのテンキーで暗証番号を入力してください")));
    page.key(Qt::Key_Return); // held down, or pressed once more
    page.key(Qt::Key_F2);
    page.type("1234");
    CHECK(page.pads == 1);
    CHECK(page.field()->count() == 0);
    CHECK_FALSE(page.field()->isVisible());
    CHECK(page.pins.empty());

    page.window.showPinProblem(Problem{"card.pin-pad-timeout", {}, {}}, {.triesLeft = 3, .blocked = false});
    CHECK(page.says(QStringLiteral("時間内にリーダーで暗証番号が入力されませんでした")));
    page.key(Qt::Key_Return);
    CHECK(page.pads == 2);
}

TEST_CASE("the screen may be chosen instead of the reader's keys, and stays chosen after a wrong PIN") {
    SignIn page;
    page.window.showSignIn(onReader(3));
    page.key(Qt::Key_F2);
    CHECK(page.field()->hasFocus());
    page.type("1234");
    page.key(Qt::Key_Return);
    CHECK(page.pins == std::vector<std::string>{"1234"});
    page.window.showPinProblem(Problem{"card.pin-wrong", {}, {}}, {.triesLeft = 2, .blocked = false});
    CHECK(page.field()->hasFocus());
    CHECK(page.pads == 0);
    page.window.showSignIn(onReader(3)); // the next card
    CHECK_FALSE(page.field()->isVisible());
}

TEST_CASE("keys of a reader that do not work for the card give way to the screen") {
    SignIn page;
    page.window.showSignIn(onReader(3));
    page.key(Qt::Key_Return);
    page.window.showPinProblem(Problem{"card.pin-pad-refused", {}, {}}, {.triesLeft = 3, .blocked = false});
    CHECK(page.field()->hasFocus());
    page.type("1234");
    page.key(Qt::Key_Return);
    CHECK(page.pins.size() == 1);
    CHECK(page.pads == 1);
}

TEST_CASE("the last try asks first on the reader's keys, too") {
    SignIn page;
    page.window.showSignIn(onReader(1));
    page.key(Qt::Key_Return);
    CHECK(page.pads == 0);
    page.key(Qt::Key_Return);
    CHECK(page.pads == 0);
    page.key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(page.pads == 1);
    CHECK(page.pins.empty());
}

TEST_CASE("cells follow the rule of the card") {
    SignIn page;
    SignInFacts longer = facts();
    longer.pinRule = {.minLength = 4, .maxLength = 16, .digitsOnly = true};
    page.window.showSignIn(longer);
    CHECK(page.says(QStringLiteral("4〜16桁")));
    page.type("482913");
    page.key(Qt::Key_Return);
    CHECK(page.pins == std::vector<std::string>{"482913"});
    page.window.showSignIn(facts());
    page.key(Qt::Key_A);
    CHECK(page.field()->count() == 0);
}

TEST_CASE("a PIN typed too long is not cut and sent: it costs no try") {
    SignIn page;
    page.window.showSignIn(facts()); // four digits
    page.type("48291");
    CHECK(page.field()->count() == 4);
    CHECK(page.says(QStringLiteral("長すぎます")));
    page.key(Qt::Key_Return);
    CHECK(page.pins.empty());
    CHECK_FALSE(page.button(QStringLiteral("サインイン"))->isEnabled());
    page.key(Qt::Key_Backspace);
    CHECK_FALSE(page.says(QStringLiteral("長すぎます")));
    page.key(Qt::Key_Return);
    CHECK(page.pins == std::vector<std::string>{"4829"});
}

TEST_CASE("a PIN of up to 16 digits: one box that grows with every digit, never sixteen empty cells") {
    SignIn page;
    SignInFacts longer = facts();
    longer.pinRule = {.minLength = 4, .maxLength = 16, .digitsOnly = true};
    page.window.showSignIn(longer);
    const auto inked = [&] {
        const QImage picture = page.field()->grab().toImage();
        const QColor edge = picture.pixelColor(picture.width() / 2, picture.height() / 2);
        int columns = 0; // along the middle: whatever differs from the box's own colour
        for (int x = 0; x < picture.width(); ++x) {
            columns += picture.pixelColor(x, picture.height() / 2) != edge ? 1 : 0;
        }
        return columns;
    };
    const int empty = inked();
    page.type("4829");
    const int four = inked();
    page.type("4829482948");
    CHECK(empty < 60); // frame and focus ring, no cell walls
    CHECK(four > empty);
    CHECK(inked() > four);
    CHECK(page.field()->accessibleDescription() == QStringLiteral("14桁 入力済み"));
}

TEST_CASE("a wrong PIN says so and shows the tries left") {
    SignIn page;
    page.window.showSignIn(facts(3));
    page.type("1111");
    page.key(Qt::Key_Return);
    page.window.showPinProblem(Problem{std::string(card::problems::pinWrong.text), {}, {{"tries_left", 2}}},
                               {.triesLeft = 2, .blocked = false});
    CHECK(page.says(QStringLiteral("ちがいます")));
    CHECK(page.says(QStringLiteral("残り 2 回")));
    CHECK(page.field()->hasFocus());
    CHECK(page.field()->count() == 0);
}

TEST_CASE("the last try goes out only after it was confirmed") {
    SignIn page;
    page.window.showSignIn(facts(1));
    CHECK(page.says(QStringLiteral("あと1回まちがえるとカードが使えなくなります")));
    page.type("1234");
    page.key(Qt::Key_Return);
    CHECK(page.pins.empty());

    SECTION("Enter again is not a yes: it means type again") {
        page.key(Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        CHECK(page.pins.empty());
    }
    SECTION("Esc leads back to an empty field") {
        page.key(Qt::Key_Escape);
        CHECK(page.pins.empty());
        CHECK(page.field()->isEnabled());
        CHECK(page.field()->count() == 0);
    }
    SECTION("Ctrl+Enter is the yes") {
        page.key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(page.pins == std::vector<std::string>{"1234"});
    }
}

TEST_CASE("a blocked card is a page with a way forward, without a field") {
    SignIn page;
    SECTION("found before typing") {
        page.window.showSignIn(facts(0));
    }
    SECTION("by the last wrong PIN") {
        page.window.showSignIn(facts(1));
        page.window.showPinProblem(Problem{std::string(card::problems::pinBlocked.text), {}, {}},
                                   {.triesLeft = 0, .blocked = true});
    }
    CHECK(page.says(QStringLiteral("ロックされています")));
    CHECK(page.says(QStringLiteral("発行")));
    CHECK_FALSE(page.field()->isVisible());
}

TEST_CASE("where a locked card is unlocked follows the kind of card: at the last try, when locked, when forgotten") {
    struct Place {
        card::PinOffice office;
        const char *said, *other;
    };
    for (const Place& place : {Place{card::PinOffice::IssuingAssociation, "日本医師会電子認証センター", "市区町村"},
                               Place{card::PinOffice::Issuer, "カードの発行元", "日本医師会"},
                               Place{card::PinOffice::MunicipalOffice, "市区町村の窓口", "日本医師会"}}) {
        CAPTURE(place.said);
        SignIn page;
        const auto show = [&](int tries) {
            SignInFacts shown = facts(tries);
            shown.holder.pinOffice = place.office;
            page.window.showSignIn(shown);
        };
        const auto named = [&] {
            return page.says(QString::fromUtf8(place.said)) && !page.says(QString::fromUtf8(place.other));
        };
        show(1);
        CHECK_FALSE(named());
        page.type("1234");
        page.key(Qt::Key_Return);
        CHECK(named());
        show(0);
        CHECK(named());
        show(3);
        CHECK_FALSE(named());
        auto* forgot = page.button(QStringLiteral("暗証番号を忘れた"));
        REQUIRE(forgot != nullptr);
        forgot->click();
        CHECK(named());
    }
}

TEST_CASE("a PIN that may hold letters has characters, not digits") {
    SignIn page;
    SignInFacts letters = facts();
    letters.pinRule = {.minLength = 4, .maxLength = 6, .digitsOnly = false};
    page.window.showSignIn(letters);
    CHECK(page.says(QStringLiteral("4～6文字")));
    page.type("1234567");
    CHECK(page.says(QStringLiteral("6文字まで")));
    page.window.showSignIn(facts());
    CHECK(page.says(QStringLiteral("4桁")));
    page.type("12345");
    CHECK(page.says(QStringLiteral("4桁まで")));
}

TEST_CASE("a slow card: progress from 0.3 s on, seconds, and after five of them the way out") {
    SignIn page;
    const auto stays = QStringLiteral("置いたまま"), out = QStringLiteral("カードを抜いてやり直して");
    QElapsedTimer since;
    SECTION("while it is read") {
        since.start();
        page.window.showReader(reader(card::ReaderState::Ready));
    }
    SECTION("while it checks the PIN") {
        page.window.showSignIn(facts());
        page.type("1234");
        page.key(Qt::Key_Return);
        since.start();
        page.window.showSigningIn();
        CHECK(page.says(QStringLiteral("確認しています")));
    }
    CHECK_FALSE(page.says(stays));
    REQUIRE(QTest::qWaitFor([&] { return page.says(stays); }, 3000));
    CHECK(since.elapsed() >= 250);
    REQUIRE(QTest::qWaitFor([&] { return page.says(QStringLiteral("1秒")); }, 3000));
    CHECK_FALSE(page.says(out));
    REQUIRE(QTest::qWaitFor([&] { return page.says(out); }, 8000));
    CHECK(since.elapsed() >= 4500);
    page.window.showReader(reader(card::ReaderState::NoCard)); // it was taken out
    QTest::qWait(1200);
    CHECK_FALSE(page.says(out));
    CHECK(page.says(QStringLiteral("カードをリーダーに")));
}

TEST_CASE("what stopped the reading of a card ends its progress") {
    SignIn page;
    page.window.showReader(reader(card::ReaderState::Ready));
    CHECK(page.says(QStringLiteral("読み取っています")));
    page.window.showSignInProblem(Problem{std::string(card::problems::heldByOther.text), {}, {}});
    QTest::qWait(500);
    CHECK_FALSE(page.says(QStringLiteral("読み取っています")));
    CHECK_FALSE(page.says(QStringLiteral("置いたまま")));
}

TEST_CASE("ID and password come on the same spot and are not kept") {
    SignIn page;
    page.window.showSignIn(facts());
    page.window.showAccountWanted(std::nullopt);
    auto* id = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(id != nullptr);
    CHECK(page.says(QStringLiteral("パスワード")));
    QTest::keyClicks(id, QStringLiteral("renshu.ichiro"));
    QTest::keyClick(id, Qt::Key_Tab);
    auto* password = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(password != nullptr);
    REQUIRE(password != id);
    CHECK(password->echoMode() == QLineEdit::Password);
    QTest::keyClicks(password, QStringLiteral("Practice-1"));
    QTest::keyClick(password, Qt::Key_Return);
    REQUIRE(page.accounts.size() == 1);
    CHECK(page.accounts.front() == std::pair(QStringLiteral("renshu.ichiro"), QStringLiteral("Practice-1")));
    CHECK(password->text().isEmpty());

    page.window.showSigningIn();
    CHECK_FALSE(id->isEnabled());
    page.window.showAccountWanted(Problem{std::string(protocol::problems::accountRejected.text), {}, {}});
    CHECK(page.says(QStringLiteral("IDかパスワードがちがいます")));
    CHECK(password->hasFocus());
    page.window.showReader(reader(card::ReaderState::NoCard));
    CHECK(id->text().isEmpty());
}

TEST_CASE("trouble on the way is a sentence with a way to try again") {
    SignIn page;
    page.window.showSignIn(facts());
    page.window.showSignInProblem(Problem{"gateway.offline", "connection refused", {}});
    CHECK(page.says(QStringLiteral("つながりません")));
    CHECK(page.says(QStringLiteral("gateway.offline")));
    auto* again = page.button(QStringLiteral("もう一度"));
    REQUIRE(again != nullptr);
    again->click();
    CHECK(page.retries == 1);
    CHECK(foundIn(page.window, {QStringLiteral("refused")}).isEmpty());
}

TEST_CASE("an expired card is said before the PIN") {
    SignIn page;
    SignInFacts old = facts();
    old.holder.validUntil = std::chrono::year(2026) / 7 / 7;
    page.window.showSignIn(old);
    CHECK(page.says(QStringLiteral("期限が切れています")));
}

TEST_CASE("a card that is not valid yet is said before the PIN") {
    SignIn page;
    SignInFacts early = facts();
    early.holder.validFrom = std::chrono::year(2026) / 7 / 9;
    page.window.showSignIn(early);
    CHECK(page.says(QStringLiteral("まだ有効期間に入っていません")));
    CHECK_FALSE(page.says(QStringLiteral("カードを確認しました")));
}

TEST_CASE("the name on the card does not outlive the card") {
    SignIn page;
    page.window.showSignIn(facts());
    REQUIRE_FALSE(foundIn(page.window, {QStringLiteral("香西")}).isEmpty());
    page.window.showReader(reader(card::ReaderState::NoCard));
    CHECK(foundIn(page.window, {QStringLiteral("香西")}).isEmpty());
}

TEST_CASE("a notice stands above the box and keeps nobody from signing in") {
    SignIn page;
    const Problem refused{"history.pack-changed", "key 0123456789abcdef", {}};
    CHECK_FALSE(page.says(wordsFor(refused).title));
    page.window.showNotice(refused);
    page.window.showSignIn(facts(3));
    CHECK(page.says(wordsFor(refused).title));
    CHECK(page.says(wordsFor(refused).meaning));
    CHECK_FALSE(page.says(QStringLiteral("0123456789abcdef")));
    page.type("1234");
    page.key(Qt::Key_Return);
    CHECK(page.pins == std::vector<std::string>{"1234"});
}
