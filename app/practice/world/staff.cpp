#include "app/practice/world/staff.h"

#include "app/practice/people/json_file.h"

namespace kmixr::practice {

namespace {

StaffCard cardFrom(const Json& json) {
    StaffCard card;
    card.kind = json.at("kind").get<std::string>();
    card.key = json.at("key") == "p-256" ? KeyKind::P256 : KeyKind::Rsa2048;
    card.serial = json.at("serial").get<std::string>();
    card.hcRole = json.value("hcRole", std::string{});
    card.pin = json.at("pin").get<std::string>();
    card.triesLeft = json.at("triesLeft").get<int>();
    card.triesMost = json.at("triesMost").get<int>();
    return card;
}

StaffMember memberFrom(const Json& json) {
    StaffMember member;
    member.id = json.at("id").get<std::string>();
    member.name = json.at("name").get<std::string>();
    member.kana = json.at("kana").get<std::string>();
    member.latin = json.at("latin").get<std::string>();
    member.role = json.at("role").get<std::string>();
    member.institution = json.at("institution").get<std::string>();
    member.account = json.at("account").get<std::string>();
    if (json.contains("password")) {
        member.password = json.at("password").get<std::string>();
    }
    member.state = json.at("state").get<std::string>();
    member.card = cardFrom(json.at("card"));
    return member;
}

TroubleCard troubleFrom(const Json& json) {
    TroubleCard card;
    card.id = json.at("id").get<std::string>();
    card.of = json.at("of").get<std::string>();
    card.trouble = json.at("trouble").get<std::string>();
    if (json.contains("years")) {
        card.years = {json.at("years").at(0).get<int>(), json.at("years").at(1).get<int>()};
    }
    card.hcRole = json.value("hcRole", std::string{});
    card.otherAuthority = json.value("otherAuthority", false);
    card.otherKey = json.value("otherKey", false);
    card.faults = json.value("faults", Json::object()).dump();
    return card;
}

Staff staffFrom(const Json& json) {
    Staff staff;
    for (const Json& item : json.at("troubleCards")) {
        staff.troubleCards.push_back(troubleFrom(item));
    }
    for (const Json& item : json.at("people")) {
        staff.people.push_back(memberFrom(item));
    }
    for (const Json& item : json.at("laptops")) {
        staff.laptops.push_back({item.at("name").get<std::string>(), item.at("institution").get<std::string>(),
                                 item.at("place").get<std::string>(), item.at("state").get<std::string>()});
    }
    for (const Json& item : json.at("patientCards")) {
        PatientCards patient;
        patient.consent = item.value("consent", patient.consent);
        patient.cards.clear();
        for (const Json& card : item.at("cards")) {
            patient.cards.push_back({card.at("issue").get<int>(), card.at("state").get<std::string>()});
        }
        staff.patients.emplace(item.at("patient").get<std::string>(), std::move(patient));
    }
    for (const Json& item : json.at("myNumberCards")) {
        staff.myNumberCards.push_back({item.at("patient").get<std::string>(), item.at("pin").get<std::string>(),
                                       item.value("state", std::string("live"))});
    }
    return staff;
}

} // namespace

PatientCards Staff::cardsOf(const std::string& patient) const {
    const auto found = patients.find(patient);
    return found == patients.end() ? PatientCards{} : found->second;
}

Outcome<Staff> readStaff(const std::filesystem::path& file) {
    return fromJsonFile(file, staffFrom);
}

} // namespace kmixr::practice
