// Facts of the practice certificates, asked of OpenSSL.
#include "app/practice/cards/card_file.h"
#include "app/practice/world/prepare.h"
#include "tests/app_practice/practice_world.h"

#include <catch2/catch_test_macros.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <fstream>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

struct FreeX509 {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using X509Pointer = std::unique_ptr<X509, FreeX509>;

X509Pointer certificate(const std::string& name) {
    const std::string pem = test::textOf("ca/" + name + ".pem");
    BIO* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509Pointer found(PEM_read_bio_X509(bio, nullptr, nullptr, nullptr));
    BIO_free(bio);
    REQUIRE(found);
    return found;
}

bool chains(const std::string& leaf, const std::string& authority) {
    X509_STORE* store = X509_STORE_new();
    const X509Pointer trusted = certificate(authority);
    X509_STORE_add_cert(store, trusted.get());
    const X509Pointer checked = certificate(leaf);
    X509_STORE_CTX* context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, store, checked.get(), nullptr);
    const bool good = X509_verify_cert(context) == 1;
    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
    return good;
}

std::string commonName(const X509_NAME* name) {
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0) {
        return {};
    }
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    std::string found(reinterpret_cast<char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return found;
}

std::string extensionHex(X509* certificate, int nid) {
    const int at = X509_get_ext_by_NID(certificate, nid, -1);
    if (at < 0) {
        return {};
    }
    const ASN1_OCTET_STRING* data = X509_EXTENSION_get_data(X509_get_ext(certificate, at));
    return toHex({ASN1_STRING_get0_data(data), static_cast<std::size_t>(ASN1_STRING_length(data))});
}

} // namespace

TEST_CASE("each certificate chains to its own authority and to no other") {
    for (const char* name : {"gateway", "device-KMX-P-0001", "device-KMX-P-0002", "device-KMX-P-0003"}) {
        INFO(name);
        CHECK(chains(name, "practice-ca"));
        CHECK_FALSE(chains(name, "other-ca"));
        CHECK_FALSE(chains(name, "card-ca"));
    }
    CHECK(chains("stranger", "other-ca"));
    CHECK_FALSE(chains("stranger", "practice-ca"));
    for (const char* name : {"card-renshu", "card-mihon", "card-shiyou", "card-kamei"}) {
        INFO(name);
        CHECK(chains(name, "card-ca"));
        CHECK_FALSE(chains(name, "practice-ca"));
    }
}

TEST_CASE("My Number cards: an authority of their own, an identifier in place of a name, the card of that kind") {
    for (const char* patient : {"K13", "K24"}) {
        INFO(patient);
        const std::string name = std::string("my-number-") + patient;
        CHECK(chains(name, "my-number-ca"));
        CHECK_FALSE(chains(name, "card-ca"));
        const X509Pointer found = certificate(name);
        CHECK(X509_NAME_entry_count(X509_get_subject_name(found.get())) == 2); // country and identifier
        CHECK(extensionHex(found.get(), NID_subject_alt_name).empty());
        CHECK(X509_get_key_usage(found.get()) == KU_DIGITAL_SIGNATURE);
        const auto card = readCardFile(test::world() / "cards" / (std::string(patient) + ".json"));
        REQUIRE(card);
        CHECK(card->profile == "jpki");
        CHECK(card->pin.size() == 4);
        CHECK(card->triesMax == 3);
    }
    CHECK(readCardFile(test::world() / "cards" / "shiyou.json")->profile == "pkcs15");
    CHECK(readCardFile(test::world() / "cards" / "renshu.json")->profile == "hpki");
}

TEST_CASE("the gateway answers for loopback only, laptops for themselves only") {
    const X509Pointer gateway = certificate("gateway");
    CHECK(X509_check_ip_asc(gateway.get(), "127.0.0.1", 0) == 1);
    CHECK(X509_check_host(gateway.get(), "localhost", 0, 0, nullptr) == 1);
    CHECK(X509_check_host(gateway.get(), "example.org", 0, 0, nullptr) == 0);
    CHECK(X509_check_purpose(gateway.get(), X509_PURPOSE_SSL_SERVER, 0) == 1);
    CHECK(X509_check_purpose(gateway.get(), X509_PURPOSE_SSL_CLIENT, 0) == 0);
    const X509Pointer laptop = certificate("device-KMX-P-0001");
    CHECK(X509_check_purpose(laptop.get(), X509_PURPOSE_SSL_CLIENT, 0) == 1);
    CHECK(X509_check_purpose(laptop.get(), X509_PURPOSE_SSL_SERVER, 0) == 0);
    CHECK(commonName(X509_get_subject_name(laptop.get())) == "KMX-P-0001");
    CHECK(X509_check_ca(certificate("practice-ca").get()) == 1);
    CHECK(X509_check_ca(laptop.get()) == 0);
}

TEST_CASE("doctors' certificates say who and what their holders are, as HPKI does") {
    const X509Pointer doctor = certificate("card-renshu");
    CHECK(commonName(X509_get_subject_name(doctor.get())) == "Renshu Ichiro");
    CHECK(X509_get_key_usage(doctor.get()) == KU_DIGITAL_SIGNATURE);
    CHECK(X509_get_extended_key_usage(doctor.get()) == UINT32_MAX); // none
    // cards.md §8.3, byte for byte: hcRole "Medical Doctor"
    CHECK(extensionHex(doctor.get(), NID_subject_directory_attributes) ==
          "303430320606288185420001312831263024a0223120a00c060a2a830886910f01060101a2100c0e4d65646963616c20446f63746f"
          "72");
    auto* names = static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(doctor.get(), NID_subject_alt_name, nullptr, nullptr));
    REQUIRE(sk_GENERAL_NAME_num(names) == 1);
    const GENERAL_NAME* japanese = sk_GENERAL_NAME_value(names, 0);
    REQUIRE(japanese->type == GEN_DIRNAME);
    CHECK(commonName(japanese->d.directoryName) == "練習 一郎");
    GENERAL_NAMES_free(names);
    CHECK(extensionHex(certificate("card-shiyou").get(), NID_subject_directory_attributes).empty()); // staff
}

TEST_CASE("keys are of the kinds the plan gives") {
    const auto bits = [](const std::string& name) {
        return EVP_PKEY_get_bits(X509_get0_pubkey(certificate(name).get()));
    };
    CHECK(bits("card-renshu") == 2048);
    CHECK(bits("card-mihon") == 256);
    CHECK(bits("device-KMX-P-0001") == 256);
    CHECK(bits("gateway") == 256);
}

TEST_CASE("the fixed practice clock and today lie inside every certificate") {
    std::time_t practiceClock = 1759881600; // 2025-10-08T00:00:00Z
    for (const char* name : {"practice-ca", "card-ca", "gateway", "device-KMX-P-0001", "card-renshu"}) {
        const X509Pointer found = certificate(name);
        CHECK(X509_cmp_time(X509_get0_notBefore(found.get()), &practiceClock) < 0);
        CHECK(X509_cmp_current_time(X509_get0_notBefore(found.get())) < 0);
        CHECK(X509_cmp_current_time(X509_get0_notAfter(found.get())) > 0);
    }
}

TEST_CASE("cards hold the key of their certificate, and the locked one has no tries left") {
    for (const char* name : {"renshu", "mihon", "shiyou", "kamei"}) {
        INFO(name);
        const auto card = readCardFile(test::world() / "cards" / (std::string(name) + ".json"));
        REQUIRE(card);
        CHECK(card->certificatePem == test::textOf("ca/card-" + std::string(name) + ".pem"));
        CHECK(card->keyPem == test::textOf("ca/card-" + std::string(name) + ".key"));
        CHECK(card->triesLeft == (std::string_view(name) == "kamei" ? 0 : 5));
    }
}

TEST_CASE("cards in trouble have one thing wrong each, and the rest right") {
    const auto card = [](const char* name) {
        auto read = readCardFile(test::world() / "cards" / (std::string(name) + ".json"));
        REQUIRE(read);
        return *read;
    };
    const CardFile mihon = card("mihon");
    CHECK(X509_cmp_current_time(X509_get0_notAfter(certificate("card-expired").get())) < 0);
    CHECK(X509_cmp_current_time(X509_get0_notBefore(certificate("card-not-yet-valid").get())) > 0);
    CHECK(chains("card-pharmacist", "card-ca"));
    CHECK(chains("card-other-authority", "other-ca"));
    CHECK_FALSE(chains("card-other-authority", "card-ca"));
    CHECK(card("other-key").certificatePem == mihon.certificatePem);
    CHECK(card("other-key").keyPem != mihon.keyPem);
    CHECK(card("cut").certificatePem == mihon.certificatePem);
    CHECK(card("cut").faults.certificateCutAt == 500);
    CHECK(card("slow").keyPem == card("renshu").keyPem);
    for (const char* name : {"expired", "cut", "exact-length", "uncounted"}) {
        CHECK(card(name).pin == mihon.pin);
    }
}
