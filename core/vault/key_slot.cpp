#include "core/vault/key_slot.h"

#include "core/common/json.h"
#include "core/vault/problems.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <sstream>

namespace kmixr::vault {

namespace {

constexpr int slotVersion = 1;
constexpr std::size_t keySize = 32;
constexpr std::size_t idSize = 16;
constexpr std::size_t saltSize = 32;
constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;
constexpr std::string_view keyPurpose = "kmixr-vault-key-v1";
constexpr std::string_view slotPurpose = "kmixr-vault-slot-v1";

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Bytes joined(std::string_view purpose, ByteView id) {
    Bytes bytes(purpose.begin(), purpose.end());
    bytes.insert(bytes.end(), id.begin(), id.end());
    return bytes;
}

Outcome<SecretBytes> wrappingKey(const SlotId& id, const SecretBytes& card, const SecretBytes& device) {
    SecretBytes material(card.size() + device.size());
    std::copy(card.bytes().begin(), card.bytes().end(), material.bytes().begin());
    std::copy(device.bytes().begin(), device.bytes().end(),
              material.bytes().begin() + static_cast<std::ptrdiff_t>(card.size()));
    const Bytes info = joined(keyPurpose, id.vaultId);
    SecretBytes key(keySize);
    std::size_t length = keySize;
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), EVP_PKEY_CTX_free);
    if (card.empty() || device.empty() || !context || EVP_PKEY_derive_init(context.get()) <= 0 ||
        EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) <= 0 ||
        EVP_PKEY_CTX_set1_hkdf_salt(context.get(), id.salt.data(), static_cast<int>(id.salt.size())) <= 0 ||
        EVP_PKEY_CTX_set1_hkdf_key(context.get(), material.bytes().data(), static_cast<int>(material.size())) <= 0 ||
        EVP_PKEY_CTX_add1_hkdf_info(context.get(), info.data(), static_cast<int>(info.size())) <= 0 ||
        EVP_PKEY_derive(context.get(), key.bytes().data(), &length) <= 0) {
        return fail(problems::storage, "key derivation");
    }
    return key;
}

/// Over everything else in the slot: says "damaged", never "genuine".
std::string checksumOf(const KeySlot& slot) {
    Bytes all;
    for (const Bytes* part : {&slot.id.vaultId, &slot.id.salt, &slot.nonce, &slot.wrapped, &slot.tag}) {
        all.insert(all.end(), part->begin(), part->end());
    }
    return toHex(sha256(all));
}

Outcome<Bytes> sized(const Json& json, const char* name, std::size_t size) {
    const auto text = jsonString(json, name);
    auto bytes = text ? fromBase64(*text) : std::nullopt;
    if (!bytes || bytes->size() != size) {
        return fail(problems::damaged, std::string("slot field ") + name);
    }
    return std::move(*bytes);
}

} // namespace

SlotId SlotId::random() {
    return {randomBytes(idSize), randomBytes(saltSize)};
}

Outcome<KeySlot> KeySlot::read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(problems::notHeld, "no slot");
    }
    std::ostringstream text;
    text << stream.rdbuf();
    const auto json = parseJson(text.str());
    if (!json) {
        return fail(problems::damaged, "slot is no JSON");
    }
    if (const auto version = jsonInteger(*json, "version"); version && *version > slotVersion) {
        return fail(problems::newerVersion, "slot", {{"version", *version}});
    }
    KeySlot slot;
    for (const auto& [name, size, target] : {std::tuple{"vault_id", idSize, &slot.id.vaultId},
                                             {"salt", saltSize, &slot.id.salt},
                                             {"nonce", nonceSize, &slot.nonce},
                                             {"wrapped", keySize, &slot.wrapped},
                                             {"tag", tagSize, &slot.tag}}) {
        auto bytes = sized(*json, name, size);
        if (!bytes) {
            return fail(bytes.error());
        }
        *target = std::move(*bytes);
    }
    if (jsonStringOr(*json, "checksum") != checksumOf(slot)) {
        return fail(problems::damaged, "slot checksum");
    }
    return slot;
}

Outcome<void> KeySlot::write(const std::filesystem::path& file) const {
    const Json json{{"version", slotVersion},       {"vault_id", toBase64(id.vaultId)}, {"salt", toBase64(id.salt)},
                    {"nonce", toBase64(nonce)},     {"wrapped", toBase64(wrapped)},     {"tag", toBase64(tag)},
                    {"checksum", checksumOf(*this)}};
    const std::string text = json.dump(1);
    const std::filesystem::path fresh = file.string() + ".new";
    const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return fail(problems::storage, "slot cannot be written");
    }
    const bool whole =
        ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!whole || ::rename(fresh.c_str(), file.c_str()) != 0) {
        ::unlink(fresh.c_str());
        return fail(errno == ENOSPC ? problems::diskFull : problems::storage, "slot cannot be written");
    }
    return {};
}

Outcome<KeySlot> KeySlot::wrap(const SlotId& id, const SecretBytes& key, const SecretBytes& cardSecret,
                               const SecretBytes& deviceSecret) {
    const auto outer = wrappingKey(id, cardSecret, deviceSecret);
    if (!outer) {
        return fail(outer.error());
    }
    KeySlot slot{id, randomBytes(nonceSize), Bytes(keySize), Bytes(tagSize)};
    const Bytes about = joined(slotPurpose, id.vaultId);
    const CipherContext context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    if (!context ||
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, outer->bytes().data(), slot.nonce.data()) <= 0 ||
        EVP_EncryptUpdate(context.get(), nullptr, &length, about.data(), static_cast<int>(about.size())) <= 0 ||
        EVP_EncryptUpdate(context.get(), slot.wrapped.data(), &length, key.bytes().data(), keySize) <= 0 ||
        EVP_EncryptFinal_ex(context.get(), slot.wrapped.data() + length, &length) <= 0 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagSize, slot.tag.data()) <= 0) {
        return fail(problems::storage, "key wrapping");
    }
    return slot;
}

Outcome<SecretBytes> KeySlot::unwrap(const SecretBytes& cardSecret, const SecretBytes& deviceSecret) const {
    const auto outer = wrappingKey(id, cardSecret, deviceSecret);
    if (!outer) {
        return fail(outer.error());
    }
    SecretBytes key(keySize);
    Bytes expected = tag;
    const Bytes about = joined(slotPurpose, id.vaultId);
    const CipherContext context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    if (!context ||
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, outer->bytes().data(), nonce.data()) <= 0 ||
        EVP_DecryptUpdate(context.get(), nullptr, &length, about.data(), static_cast<int>(about.size())) <= 0 ||
        EVP_DecryptUpdate(context.get(), key.bytes().data(), &length, wrapped.data(), keySize) <= 0 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagSize, expected.data()) <= 0 ||
        EVP_DecryptFinal_ex(context.get(), key.bytes().data() + length, &length) <= 0) {
        return fail(problems::wrongKey);
    }
    return key;
}

} // namespace kmixr::vault
