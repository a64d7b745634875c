// Doctors, staff, laptops and the states of patients' cards: resources/practice/staff.json (practice-patients.md §C).
#pragma once

#include "app/practice/world/certificates.h"
#include "core/common/outcome.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::practice {

struct StaffCard {
    std::string kind = "hpki"; ///< the software card's profile
    KeyKind key = KeyKind::Rsa2048;
    std::string serial; ///< "Test999901", the subject's serialNumber
    std::string hcRole; ///< empty for staff
    std::string pin;
    int triesLeft = 5;
    int triesMost = 5;
};

struct StaffMember {
    std::string id; ///< "renshu", also the card's file name
    std::string name, kana, latin;
    std::string role; ///< "doctor" / "staff"
    std::string institution;
    std::string account;
    std::optional<std::string> password; ///< none: nobody knows it
    std::string state;                   ///< "active" / "suspended"
    StaffCard card;
};

struct Laptop {
    std::string name; ///< "KMX-P-0001"
    std::string institution;
    std::string place;
    std::string state; ///< "active" / "revoked"
};

struct IssuedCard {
    int issue = 1;
    std::string state; ///< "live", "lost", "replaced"
};

/// Patients whose cards or consent are not the usual: one live card of issue 1, consent given.
struct PatientCards {
    std::string consent = "given";
    std::vector<IssuedCard> cards{{1, "live"}};
};

/// A patient who also brings a My Number card.
struct MyNumberCard {
    std::string patient;        ///< "K13", also the card's file name
    std::string pin;            ///< four digits
    std::string state = "live"; ///< as in the gateway's registry: "live", "revoked"; "unlinked": nobody registered it
};

/// A card like that of a doctor, with one thing wrong.
struct TroubleCard {
    std::string id; ///< also the card's file name
    std::string of; ///< whose
    std::string trouble;
    std::optional<std::pair<int, int>> years; ///< valid from the first day of the one to that of the other
    std::string hcRole;                       ///< another role
    bool otherAuthority = false;              ///< of the authority that nobody trusts
    bool otherKey = false;                    ///< the certificate's key is not the card's
    std::string faults;                       ///< JSON as in a card's file
};

struct Staff {
    std::vector<StaffMember> people;
    std::vector<TroubleCard> troubleCards;
    std::vector<Laptop> laptops;
    std::map<std::string, PatientCards> patients; ///< by label
    std::vector<MyNumberCard> myNumberCards;
    [[nodiscard]] PatientCards cardsOf(const std::string& patient) const;
};

/// `practice.plan-unreadable` with the field.
Outcome<Staff> readStaff(const std::filesystem::path& file);

} // namespace kmixr::practice
