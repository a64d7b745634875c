// Every trouble has words, and no words are left over: the table is held against the codes of all rooms.
#include "ui/problems/problem_message.h"
#include "ui/problems/problem_table.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace kmixr;
using namespace kmixr::ui;

namespace {

/// Every ProblemCode declared in a header of the rooms whose trouble can reach the screen.
std::set<std::string> declaredCodes() {
    static const QRegularExpression code(QStringLiteral("ProblemCode\\s+\\w+\\{\\s*\"([^\"]+)\"\\s*\\}"));
    std::set<std::string> found;
    for (const char* room : {"/core", "/app/client"}) {
        QDirIterator headers(QStringLiteral(KMIXR_SOURCE_DIR) + QLatin1String(room), {QStringLiteral("*.h")},
                             QDir::Files, QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            QFile file(headers.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            auto matches = code.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                found.insert(matches.next().captured(1).toStdString());
            }
        }
    }
    return found;
}

bool japanese(const QString& words) {
    static const QRegularExpression kana(QStringLiteral("[ぁ-んァ-ン一-龠]"));
    return kana.match(words).hasMatch();
}

} // namespace

TEST_CASE("every problem code of every room has words") {
    const auto codes = declaredCodes();
    REQUIRE(codes.size() > 50); // the reader of this test sees the headers at all
    for (const std::string& code : codes) {
        INFO(code);
        CHECK(hasWords(code));
        const ProblemWords words = wordsFor(Problem{code, {}, {}});
        CHECK(japanese(words.title));
        CHECK(japanese(words.advice));
        CHECK((words.meaning.isEmpty() || japanese(words.meaning)));
        CHECK(words.code == QString::fromStdString(code));
    }
}

TEST_CASE("the table has no row for a code that does not exist, and none twice") {
    const auto declared = declaredCodes();
    std::set<std::string> seen;
    for (const std::string_view code : codesWithWords()) {
        INFO(code);
        CHECK(declared.contains(std::string(code)));
        CHECK(seen.insert(std::string(code)).second);
    }
}

TEST_CASE("an unknown code still gets a sentence and its code") {
    const ProblemWords words = wordsFor(Problem{"future.something", "detail with a place", {}});
    CHECK_FALSE(hasWords("future.something"));
    CHECK(japanese(words.title));
    CHECK(words.code == QStringLiteral("future.something"));
    CHECK_FALSE(words.title.contains(QStringLiteral("detail")));
}

TEST_CASE("a message offers only remedies that work where it stands") {
    ProblemMessage withRetry({Remedy::Retry});
    ProblemMessage without({});
    const Problem offline{"gateway.offline", {}, {}};
    withRetry.show(offline);
    without.show(offline);
    const auto button = [](ProblemMessage& message) { return message.findChild<KeyButton*>(); };
    CHECK_FALSE(button(withRetry)->isHidden());
    CHECK(button(without)->isHidden());
    CHECK(withRetry.accessibleName().contains(wordsFor(offline).title));
    withRetry.clear();
    CHECK(withRetry.isHidden());
    CHECK(withRetry.title().isEmpty());
}
