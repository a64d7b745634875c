#include "core/vault/key_slot.h"
#include "core/vault/problems.h"
#include "core/vault/vault.h"

#include <openssl/x509.h>
#include <sys/stat.h>

#include <memory>
#include <system_error>

namespace kmixr::vault {

namespace {

constexpr std::string_view constantPurpose = "kmixr-vault-v1";
constexpr std::size_t nameBytes = 16;

/// SHA-256 of the certificate's public key: a renewed certificate over the same key keeps its vault.
std::optional<Sha256> publicKeyHash(ByteView certificate) {
    const unsigned char* at = certificate.data();
    const std::unique_ptr<X509, decltype(&X509_free)> parsed(
        d2i_X509(nullptr, &at, static_cast<long>(certificate.size())), X509_free);
    if (!parsed) {
        return std::nullopt;
    }
    unsigned char* der = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(parsed.get()), &der);
    if (length <= 0) {
        return std::nullopt;
    }
    const Sha256 hash = sha256(ByteView(der, static_cast<std::size_t>(length)));
    OPENSSL_free(der);
    return hash;
}

Bytes constantOf(const SlotId& id) {
    Bytes constant(constantPurpose.begin(), constantPurpose.end());
    constant.insert(constant.end(), id.vaultId.begin(), id.vaultId.end());
    constant.insert(constant.end(), id.salt.begin(), id.salt.end());
    return constant;
}

} // namespace

Outcome<void> makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), S_IRWXU) != 0) {
        return fail(problems::storage, "vault folder");
    }
    return {};
}

Outcome<VaultPlace> VaultPlace::of(const std::filesystem::path& folder, ByteView doctorCertificate) {
    if (auto made = makeFolder(folder); !made) {
        return fail(made.error());
    }
    const auto hash = publicKeyHash(doctorCertificate);
    if (!hash) {
        return fail(problems::storage, "certificate does not parse");
    }
    const std::string name = toHex(ByteView(hash->data(), nameBytes));
    VaultPlace place;
    place.database_ = folder / (name + ".db");
    place.slot_ = folder / (name + ".slot");
    auto slot = KeySlot::read(place.slot_);
    if (slot) {
        place.vaultId_ = slot->id.vaultId;
        place.salt_ = slot->id.salt;
    } else if (slot.error().is(problems::newerVersion)) {
        return fail(slot.error());
    } else {
        const SlotId fresh = SlotId::random();
        place.vaultId_ = fresh.vaultId;
        place.salt_ = fresh.salt;
        place.slotUnusable_ = slot.error().is(problems::damaged);
    }
    place.constant_ = constantOf({place.vaultId_, place.salt_});
    return place;
}

bool VaultPlace::exists() const {
    std::error_code error;
    return !slotUnusable_ && std::filesystem::exists(slot_, error) && std::filesystem::exists(database_, error);
}

} // namespace kmixr::vault
