// Who is known here: laptops, doctors, insurers, patients and their cards. Read from registry.json; a value that does
// not change once read (a new file makes a new one).
#pragma once

#include "app/gateway/server/trust/password.h"
#include "core/common/bytes.h"
#include "core/common/outcome.h"
#include "core/protocol/messages.h"
#include "core/receipt/receipt.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kmixr::server {

struct Device {
    std::string name; ///< "KMX-P-0001"
    std::string institutionName;
    bool active = true; ///< false: revoked
};

struct Doctor {
    std::string name, kana;
    protocol::Role role = protocol::Role::Doctor;
    std::string accountId;
    PasswordHash password;
    bool active = true; ///< false: suspended
};

/// How an insurer knows a person.
struct Identity {
    std::string insurerNumber, symbol, number, branch;
};

struct Patient {
    std::string label; ///< the registry's own key, "K05"
    receipt::Person person;
    std::vector<Identity> identities;
    bool consent = true; ///< false: withdrawn
};

enum class PatientCardState : std::uint8_t { Live, Lost, Replaced };

struct PatientCard {
    std::size_t patient = 0; ///< index into Registry::patients
    PatientCardState state = PatientCardState::Live;
};

/// A My Number card linked to a person. The registry knows its key alone, nothing that is written on it.
struct MyNumberCard {
    std::size_t patient = 0; ///< index into Registry::patients
    bool live = true;        ///< false: lost, renewed, or the patient took it back
};

struct Registry {
    std::map<std::string, Device> devices;       ///< by certificate fingerprint
    std::map<std::string, Doctor> doctors;       ///< by certificate fingerprint
    std::map<std::string, std::string> insurers; ///< number -> name
    std::vector<Patient> patients;
    std::map<std::string, PatientCard> cards;          ///< by token_sha256, lower-case hex
    std::map<std::string, MyNumberCard> myNumberCards; ///< by public_key_sha256, lower-case hex
};

/// `server.registry` with the place of the entry that cannot be used: a registry is taken whole or not at all.
Outcome<Registry> readRegistry(const std::filesystem::path& file);

} // namespace kmixr::server
