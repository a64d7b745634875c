// Synthetic doctors, patients and a vault in a folder of its own.
#pragma once

#include "core/vault/vault.h"

#include <filesystem>
#include <memory>
#include <string>

namespace kmixr::vault::test {

/// A folder that goes with the test.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A signing key on which certificates can be issued.
class DoctorKey {
public:
    DoctorKey();
    ~DoctorKey();
    DoctorKey(const DoctorKey&) = delete;
    DoctorKey& operator=(const DoctorKey&) = delete;
    /// Self-signed, DER.
    [[nodiscard]] Bytes certificate(const std::string& commonName, long serial) const;

private:
    struct Key;
    std::unique_ptr<Key> key_;
};

/// One doctor's certificate for the whole program.
const Bytes& doctorCertificate();
SecretBytes cardSecret();
SecretBytes deviceSecret();

VaultPlace placeIn(const Folder& folder);
/// Opens or fails the test.
Vault opened(const VaultPlace& place);

/// Patient number n; everything about them contains their number.
PatientRecord patient(int number);
ConsentRecord consent(int number);
/// About one kilobyte of record lines that name the patient.
std::string receiptText(int patient, int receipt);
ReceiptChange add(int patient, int receipt);
Instant at(int minute);

std::string contentOf(const std::filesystem::path& file);
void writeFile(const std::filesystem::path& file, const std::string& content);

} // namespace kmixr::vault::test
