// What was found on a card of ISO/IEC 7816-15: the one key that signs in, with its certificate and its PIN.
#pragma once

#include "core/card/cia.h"

namespace kmixr::card {

struct CiaLayout {
    Bytes aid;                       ///< name the application is selected by; empty: by `folder`
    std::optional<cia::Path> folder; ///< the application's place, when EF.DIR tells it
    cia::PrivateKey key;
    cia::Pin pin;
    cia::Path certificatePath; ///< empty file: the certificate stood in the directory itself
    Bytes certificate;
    /// A key under the same PIN that can agree on a secret, with the certificate its answers are checked against.
    std::optional<cia::PrivateKey> agreementKey;
    std::optional<cia::Path> agreementCertificatePath; ///< not read yet: it is wanted for the first secret alone
    Bytes agreementCertificate;
    /// Rows of the tables in cia_dialects.cpp that this card was found to speak.
    std::optional<std::size_t> signDialect, agreementDialect;
};

} // namespace kmixr::card
