#include "app/gateway/server/ingest/patient_finder.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::server {

namespace {

Patient person(const char* label, const char* name, const char* birth, receipt::Sex sex,
               std::vector<Identity> identities) {
    return {label, {name, "", sex, parseIsoDay(birth)}, std::move(identities), true};
}

Registry registry() {
    Registry known;
    known.patients.push_back(person("A", "琴平 泰造", "1941-02-11", receipt::Sex::Male,
                                    {{"379990", "練習国", "0005", "01"}, {"39379995", "", "99000051", ""}}));
    // Twins of one household: all but branch and name are the same.
    known.patients.push_back(
        person("B", "丸亀 そら", "2019-04-30", receipt::Sex::Male, {{"01379999", "99990002", "2", "02"}}));
    known.patients.push_back(
        person("C", "丸亀 うみ", "2019-04-30", receipt::Sex::Male, {{"01379999", "99990002", "2", "03"}}));
    return known;
}

/// As a receipt of the registry's person `index` would say it.
Identification of(std::size_t index, std::size_t identity = 0) {
    const Registry known = registry();
    return identificationOf(known.patients[index], known.patients[index].identities[identity]);
}

} // namespace

TEST_CASE("the right person by each of their insurances") {
    const PatientFinder finder(registry());
    CHECK(finder.find(of(0, 0)).patient == 0);
    CHECK(finder.find(of(0, 1)).patient == 0);
    CHECK(finder.find(of(1)).patient == 1);
    CHECK(finder.find(of(2)).patient == 2);
}

TEST_CASE("whatever is recorded and differs means another person") {
    const PatientFinder finder(registry());
    for (const auto field : {&Identification::payer, &Identification::symbol, &Identification::number,
                             &Identification::branch, &Identification::birth}) {
        Identification other = of(0);
        other.*field = "99";
        CHECK_FALSE(finder.find(other).patient);
    }
    Identification other = of(0);
    other.sex = receipt::Sex::Female;
    CHECK_FALSE(finder.find(other).patient);
    other = of(0);
    other.birth.clear();
    CHECK_FALSE(finder.find(other).patient);
}

TEST_CASE("with its branch recorded, a name written otherwise does not hide a person") {
    Identification married = of(0);
    married.name = "志度泰造";
    CHECK(PatientFinder(registry()).find(married).patient == 0);
}

TEST_CASE("a receipt without branch goes by the name, never to the twin") {
    const PatientFinder finder(registry());
    Identification old = of(1);
    old.branch.clear();
    CHECK(finder.find(old).patient == 1);
    old.name = "丸亀うみ";
    CHECK(finder.find(old).patient == 2);
    old.name = "丸亀かぜ"; // a third child, not registered
    CHECK_FALSE(finder.find(old).patient);
}

TEST_CASE("two people whom a receipt fits alike: nobody") {
    Registry known = registry();
    known.patients[2].person.name = known.patients[1].person.name;
    Identification old = of(1);
    old.branch.clear();
    const Match match = PatientFinder(known).find(old);
    CHECK_FALSE(match.patient);
    CHECK(match.ambiguous);
}

TEST_CASE("a wrong check digit of the insurer does not make another person, if the name agrees") {
    const PatientFinder finder(registry());
    Identification wrong = of(0);
    wrong.payer = "379991";
    CHECK(finder.find(wrong).patient == 0);
    wrong.name = "琴平花子";
    wrong.kana.clear();
    CHECK_FALSE(finder.find(wrong).patient);
}

} // namespace kmixr::server
