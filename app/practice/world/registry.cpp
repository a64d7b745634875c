#include "app/practice/world/registry.h"

#include "app/practice/problems.h"
#include "app/practice/world/patient_token.h"
#include "core/common/bytes.h"

#include <openssl/evp.h>

namespace kmixr::practice {

namespace {

constexpr std::uint64_t scryptCost = 16384;
constexpr std::uint64_t scryptBlock = 8;
constexpr std::uint64_t scryptParallel = 1;
constexpr std::uint64_t scryptMemory = 64ULL * 1024 * 1024;

Json identitiesOf(const PracticePerson& person, const Plans& plans) {
    Json identities = Json::array();
    for (const PlannedInsurance& insurance : person.insurance) {
        identities.push_back({{"insurer_number", plans.insurers.at(insurance.insurer).number},
                              {"symbol", insurance.symbol},
                              {"number", insurance.number},
                              {"branch", insurance.branch}});
    }
    return identities;
}

Json cardsOf(const PatientCards& patient, const std::string& label) {
    Json cards = Json::array();
    for (const IssuedCard& card : patient.cards) {
        cards.push_back({{"token_sha256", toHex(tokenOf(label, card.issue).hash())}, {"state", card.state}});
    }
    return cards;
}

Json myNumberCardsOf(const std::string& patient, const Staff& staff, const MyNumberKeys& keys) {
    Json cards = Json::array();
    for (const MyNumberCard& card : staff.myNumberCards) {
        if (card.patient == patient && card.state != "unlinked") {
            cards.push_back({{"public_key_sha256", keys.at(patient)}, {"state", card.state}});
        }
    }
    return cards;
}

Json patientsOf(const Plans& plans, const Staff& staff, const MyNumberKeys& keys) {
    Json patients = Json::array();
    for (const PracticePerson& person : plans.people) {
        const PatientCards cards = staff.cardsOf(person.id);
        patients.push_back({{"label", person.id},
                            {"name", person.person.name},
                            {"kana", person.person.kana},
                            {"sex", person.person.sex == receipt::Sex::Male ? "male" : "female"},
                            {"birth", isoDay(*person.person.birth)},
                            {"identities", identitiesOf(person, plans)},
                            {"consent", cards.consent},
                            {"cards", cardsOf(cards, person.id)},
                            {"my_number_cards", myNumberCardsOf(person.id, staff, keys)}});
    }
    return patients;
}

Outcome<Json> doctorsOf(const Staff& staff) {
    Json doctors = Json::array();
    for (const StaffMember& member : staff.people) {
        // Without a password nobody may know one: it is drawn from the registry's own text and never written down.
        const std::string password =
            member.password.value_or(toHex(sha256("kmixr-practice-v1|no password|" + member.account)));
        const auto scrypt = passwordScrypt(member.account, password);
        if (!scrypt) {
            return fail(scrypt.error());
        }
        doctors.push_back({{"name", member.name},
                           {"kana", member.kana},
                           {"role", member.role},
                           {"certificate_file", "ca/card-" + member.id + ".pem"},
                           {"account_id", member.account},
                           {"password_scrypt", *scrypt},
                           {"state", member.state}});
    }
    return doctors;
}

Json devicesOf(const Plans& plans, const Staff& staff) {
    Json devices = Json::array();
    for (const Laptop& laptop : staff.laptops) {
        devices.push_back({{"name", laptop.name},
                           {"certificate_file", "ca/device-" + laptop.name + ".pem"},
                           {"institution_name", plans.institutions.at(laptop.institution).claim.name},
                           {"state", laptop.state}});
    }
    return devices;
}

} // namespace

Outcome<std::string> passwordScrypt(const std::string& account, const std::string& password) {
    const Sha256 salt = sha256("kmixr-practice-v1|salt|" + account);
    constexpr std::size_t saltSize = 16;
    Sha256 hash{};
    if (EVP_PBE_scrypt(password.data(), password.size(), salt.data(), saltSize, scryptCost, scryptBlock, scryptParallel,
                       scryptMemory, hash.data(), hash.size()) != 1) {
        return fail(problems::certificateFailed, "scrypt");
    }
    return toBase64(ByteView(salt).first(saltSize)) + "$" + toBase64(hash);
}

Outcome<Json> registryOf(const Plans& plans, const Staff& staff, const MyNumberKeys& keys) {
    auto doctors = doctorsOf(staff);
    if (!doctors) {
        return doctors;
    }
    Json insurers = Json::array();
    for (const auto& [id, insurer] : plans.insurers) {
        insurers.push_back({{"number", insurer.number}, {"name", insurer.name}});
    }
    return Json{{"insurers", insurers},
                {"devices", devicesOf(plans, staff)},
                {"doctors", *std::move(doctors)},
                {"patients", patientsOf(plans, staff, keys)}};
}

} // namespace kmixr::practice
