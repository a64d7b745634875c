#include "tests/core_vault/test_vault.h"

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kmixr::vault::test {

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "kmixr-vault-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no folder for the test");
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

struct DoctorKey::Key {
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair{EVP_EC_gen("P-256"), EVP_PKEY_free};
};

DoctorKey::DoctorKey() : key_(std::make_unique<Key>()) {}
DoctorKey::~DoctorKey() = default;

Bytes DoctorKey::certificate(const std::string& commonName, long serial) const {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(commonName.data()),
                               static_cast<int>(commonName.size()), -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key_->pair.get());
    X509_sign(certificate.get(), key_->pair.get(), EVP_sha256());
    unsigned char* der = nullptr;
    const int length = i2d_X509(certificate.get(), &der);
    Bytes bytes(der, der + length);
    OPENSSL_free(der);
    return bytes;
}

const Bytes& doctorCertificate() {
    static const Bytes certificate = DoctorKey().certificate("Practice Doctor", 1);
    return certificate;
}

SecretBytes cardSecret() {
    return SecretBytes(std::string_view("what the practice card answers.."));
}
SecretBytes deviceSecret() {
    return SecretBytes(std::string_view("what the practice laptop keeps.."));
}

VaultPlace placeIn(const Folder& folder) {
    return VaultPlace::of(folder.path(), doctorCertificate()).value();
}

Vault opened(const VaultPlace& place) {
    return Vault::open(place, cardSecret(), deviceSecret()).value().vault;
}

PatientRecord patient(int number) {
    const std::string n = std::to_string(number);
    PatientRecord record;
    record.patientKey = "person-" + n;
    record.person = {"練習 花子" + n, "レンシュウ ハナコ" + n, receipt::Sex::Female,
                     Day{std::chrono::year{1940 + number % 60}, std::chrono::month{2}, std::chrono::day{11}}};
    record.insurerNumber = "39370018";
    record.insurerName = "練習広域連合";
    record.tokenHash = sha256("token of person " + n);
    record.cardEnding = "K7Q2";
    return record;
}

ConsentRecord consent(int number) {
    return {"view-" + std::to_string(number), "qr_card", "patient", "", "", at(number)};
}

std::string receiptText(int patientNumber, int receipt) {
    std::string text = "RE,1,1112,50708,練習 花子" + std::to_string(patientNumber) + ",2,3150211\r\n";
    for (int line = 0; line < 12; ++line)
        text += "SI,12,1," + std::to_string(112007410 + line * 7 + receipt) + ",,73,1,,,,,,,,,,,,,,,,,,,,,,,,1\r\n";
    return text;
}

ReceiptChange add(int patientNumber, int receipt) {
    return {Change::Add, "receipt-" + std::to_string(receipt), receiptText(patientNumber, receipt)};
}

Instant at(int minute) {
    return Instant{std::chrono::sys_days{std::chrono::year{2025} / 10 / 8}} + std::chrono::minutes(minute);
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

void writeFile(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

} // namespace kmixr::vault::test
