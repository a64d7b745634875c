#include "core/protocol/messages.h"
#include "core/protocol/problems.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace kmixr::protocol {

TEST_CASE("every problem survives the way to the other end") {
    std::set<std::string> types;
    for (const ProblemCode code : problems::all) {
        ProblemDocument document = documentFor(code, 409, "Title");
        document.numbers["received"] = 7;
        types.insert(document.type);
        const auto read = readProblemDocument(toJson(document));
        REQUIRE(read);
        CHECK(read->status == 409);
        const Problem problem = problemOf(*read);
        CHECK(problem.is(code));
        CHECK(problem.numbers.at("received") == 7);
    }
    CHECK(types.size() == problems::all.size());
    CHECK(types.contains("https://kmix-r.example/problems/device-revoked"));
}

TEST_CASE("a type we do not know is a fault of the server, and its words stay short") {
    ProblemDocument document{"https://elsewhere.example/problems/device-revoked", 403, std::string(4000, 'x'), {}, {}};
    CHECK(problemOf(document).is(problems::serverFault));
    CHECK(problemOf(document).detail.size() <= 200);
    document.type = "https://kmix-r.example/problems/of-the-future";
    CHECK(problemOf(document).is(problems::serverFault));
    document.type = "about:blank";
    CHECK(problemOf(document).is(problems::serverFault));
}

TEST_CASE("a document that is none is a problem") {
    CHECK_FALSE(readProblemDocument(Json::array()));
    CHECK_FALSE(readProblemDocument(Json{{"title", "no type"}, {"status", 400}}));
    CHECK_FALSE(readProblemDocument(Json{{"type", "t"}, {"status", 9999}}));
    CHECK_FALSE(readProblemDocument(Json{{"type", std::string(10000, 'x')}, {"status", 400}}));
    const auto odd = readProblemDocument(Json{{"type", "t"}, {"status", 400}, {"numbers", {{"a", "text"}, {"b", 2}}}});
    REQUIRE(odd);
    CHECK(odd->numbers == std::map<std::string, std::int64_t>{{"b", 2}});
}

} // namespace kmixr::protocol
