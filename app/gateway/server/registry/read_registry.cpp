#include "app/gateway/server/files.h"
#include "app/gateway/server/problems.h"
#include "app/gateway/server/registry/registry.h"
#include "app/gateway/server/trust/certificate.h"
#include "core/common/json.h"

#include <algorithm>
#include <array>

namespace kmixr::server {

namespace {

template <class Value>
using Word = std::pair<std::string_view, Value>;

constexpr std::size_t hashSize = std::tuple_size_v<Sha256>;

/// "doctors[2].state": says where, never who.
std::string placeOf(const char* list, std::size_t index, const std::string& field) {
    return std::string(list) + "[" + std::to_string(index) + "]." + field;
}

template <class Value, std::size_t size>
std::optional<Value> wordIn(const Json& json, const char* name, const std::array<Word<Value>, size>& words) {
    const std::string word = jsonStringOr(json, name);
    const auto found = std::ranges::find(words, word, [](const auto& each) { return std::string(each.first); });
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

constexpr std::array deviceStates{Word<bool>{"active", true}, Word<bool>{"revoked", false}};
constexpr std::array doctorStates{Word<bool>{"active", true}, Word<bool>{"suspended", false}};
constexpr std::array consents{Word<bool>{"given", true}, Word<bool>{"withdrawn", false}};
constexpr std::array roles{Word<protocol::Role>{"doctor", protocol::Role::Doctor},
                           Word<protocol::Role>{"staff", protocol::Role::Staff}};
constexpr std::array sexes{Word<receipt::Sex>{"male", receipt::Sex::Male},
                           Word<receipt::Sex>{"female", receipt::Sex::Female}};
constexpr std::array cardStates{Word<PatientCardState>{"live", PatientCardState::Live},
                                Word<PatientCardState>{"lost", PatientCardState::Lost},
                                Word<PatientCardState>{"replaced", PatientCardState::Replaced}};

constexpr std::array myNumberStates{Word<bool>{"live", true}, Word<bool>{"revoked", false}};

class RegistryReader {
public:
    explicit RegistryReader(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Each entry of the list by `read`, which answers the name of a bad field or "".
    template <class Read>
    Outcome<void> list(const Json& json, const char* name, Read read) {
        const auto entries = jsonArray(json, name);
        if (!entries) {
            return fail(problems::registry, name);
        }
        for (std::size_t i = 0; i < entries->size(); ++i) {
            if (const std::string bad = (this->*read)((*entries)[i]); !bad.empty()) {
                return fail(problems::registry, placeOf(name, i, bad));
            }
        }
        return {};
    }

    std::string insurer(const Json& json) {
        const std::string number = jsonStringOr(json, "number");
        registry.insurers[number] = jsonStringOr(json, "name");
        return number.empty() ? "number" : "";
    }

    std::string device(const Json& json) {
        const auto certificate = readCertificateFile(folder_ / jsonStringOr(json, "certificate_file"));
        if (!certificate) {
            return "certificate_file";
        }
        const auto state = wordIn(json, "state", deviceStates);
        if (!state) {
            return "state";
        }
        Device device{jsonStringOr(json, "name"), jsonStringOr(json, "institution_name"), *state};
        const std::string bad = device.name.empty() ? "name" : "";
        registry.devices[fingerprintOf(*certificate)] = std::move(device);
        return bad;
    }

    std::string doctor(const Json& json) {
        const auto certificate = readCertificateFile(folder_ / jsonStringOr(json, "certificate_file"));
        if (!certificate) {
            return "certificate_file";
        }
        const auto role = wordIn(json, "role", roles);
        if (!role) {
            return "role";
        }
        const auto state = wordIn(json, "state", doctorStates);
        if (!state) {
            return "state";
        }
        auto password = PasswordHash::read(jsonStringOr(json, "password_scrypt"));
        if (!password) {
            return "password_scrypt";
        }
        Doctor doctor{jsonStringOr(json, "name"),       jsonStringOr(json, "kana"), *role,
                      jsonStringOr(json, "account_id"), std::move(*password),       *state};
        const std::string bad = doctor.name.empty() ? "name" : doctor.accountId.empty() ? "account_id" : "";
        registry.doctors.insert_or_assign(fingerprintOf(*certificate), std::move(doctor));
        return bad;
    }

    std::string patient(const Json& json) {
        Patient patient;
        patient.label = jsonStringOr(json, "label");
        patient.person.name = jsonStringOr(json, "name");
        patient.person.kana = jsonStringOr(json, "kana");
        if (patient.label.empty() || patient.person.name.empty()) {
            return patient.label.empty() ? "label" : "name";
        }
        const auto sex = wordIn(json, "sex", sexes);
        const auto birth = jsonDay(json, "birth");
        const auto consent = wordIn(json, "consent", consents);
        if (!sex || !birth || !consent) {
            return !sex ? "sex" : !birth ? "birth" : "consent";
        }
        patient.person.sex = *sex;
        patient.person.birth = *birth;
        patient.consent = *consent;
        const std::string bad = identities(json, patient);
        registry.patients.push_back(std::move(patient));
        if (!bad.empty()) {
            return bad;
        }
        const std::string badCard = cards(json);
        return badCard.empty() ? myNumberCards(json) : badCard;
    }

    Registry registry;

private:
    static std::string identities(const Json& json, Patient& patient) {
        const auto entries = jsonArray(json, "identities");
        if (!entries) {
            return "identities";
        }
        for (const Json& each : *entries) {
            Identity identity{jsonStringOr(each, "insurer_number"), jsonStringOr(each, "symbol"),
                              jsonStringOr(each, "number"), jsonStringOr(each, "branch")};
            if (identity.insurerNumber.empty() || identity.number.empty()) {
                return "identities";
            }
            patient.identities.push_back(std::move(identity));
        }
        return "";
    }

    std::string cards(const Json& json) {
        const auto entries = jsonArray(json, "cards");
        if (!entries) {
            return "cards";
        }
        for (const Json& each : *entries) {
            const auto hash = fromHex(jsonStringOr(each, "token_sha256"));
            const auto state = wordIn(each, "state", cardStates);
            if (!hash || hash->size() != hashSize || !state) {
                return "cards";
            }
            const bool fresh =
                registry.cards.emplace(toHex(*hash), PatientCard{registry.patients.size() - 1, *state}).second;
            if (!fresh) {
                return "cards"; // one card in two hands
            }
        }
        return "";
    }

    /// Optional: a patient need not bring one, and may have two for a time (renewal).
    std::string myNumberCards(const Json& json) {
        constexpr const char* name = "my_number_cards";
        if (!json.contains(name)) {
            return "";
        }
        const auto entries = jsonArray(json, name);
        if (!entries) {
            return name;
        }
        for (const Json& each : *entries) {
            const auto hash = fromHex(jsonStringOr(each, "public_key_sha256"));
            const auto live = wordIn(each, "state", myNumberStates);
            if (!hash || hash->size() != hashSize || !live ||
                !registry.myNumberCards.emplace(toHex(*hash), MyNumberCard{registry.patients.size() - 1, *live})
                     .second) {
                return name;
            }
        }
        return "";
    }

    std::filesystem::path folder_;
};

} // namespace

Outcome<Registry> readRegistry(const std::filesystem::path& file) {
    const auto text = readFile(file);
    if (!text) {
        return fail(text.error());
    }
    const auto json = parseJson(*text);
    if (!json) {
        return fail(problems::registry, "not JSON");
    }
    RegistryReader reader(std::filesystem::absolute(file).parent_path());
    auto read = reader.list(*json, "insurers", &RegistryReader::insurer);
    read = read ? reader.list(*json, "devices", &RegistryReader::device) : read;
    read = read ? reader.list(*json, "doctors", &RegistryReader::doctor) : read;
    read = read ? reader.list(*json, "patients", &RegistryReader::patient) : read;
    if (!read) {
        return fail(read.error());
    }
    return std::move(reader.registry);
}

} // namespace kmixr::server
