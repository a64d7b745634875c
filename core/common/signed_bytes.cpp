#include "core/common/signed_bytes.h"

#include "core/common/json.h"

#include <openssl/evp.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <new>

namespace kmixr {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

constexpr std::string_view signatureMark = "kmixr-ed25519 ";
constexpr std::size_t keyIdLength = 16;

/// What is really signed: bound to this program and to the purpose, and short however long the file is.
Bytes messageOf(std::string_view purpose, ByteView bytes) {
    constexpr std::string_view domain = "kmixr-signed-v1";
    Bytes message;
    for (const std::string_view part : {domain, purpose}) {
        message.insert(message.end(), part.begin(), part.end());
        message.push_back(0);
    }
    const Sha256 digest = sha256(bytes);
    message.insert(message.end(), digest.begin(), digest.end());
    return message;
}

Key secretKey(const SecretBytes& seed) {
    Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.bytes().data(), seed.size()), &EVP_PKEY_free);
    if (key == nullptr) {
        throw std::bad_alloc(); // 32 bytes are always a key
    }
    return key;
}

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> fixedFromBase64(std::string_view text) {
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->size() != N) {
        return std::nullopt;
    }
    std::array<std::uint8_t, N> fixed{};
    std::copy(bytes->begin(), bytes->end(), fixed.begin());
    return fixed;
}

} // namespace

std::string keyIdOf(const PublicKey& key) {
    return toHex(sha256(ByteView(key))).substr(0, keyIdLength);
}

std::string Signature::toText() const {
    return std::string(signatureMark) + keyId + ' ' + toBase64(bytes);
}

std::optional<Signature> Signature::fromText(std::string_view text) {
    if (text.ends_with('\n')) {
        text.remove_suffix(1);
    }
    if (text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    if (!text.starts_with(signatureMark)) {
        return std::nullopt;
    }
    text.remove_prefix(signatureMark.size());
    const std::string_view id = text.substr(0, keyIdLength);
    if (text.size() < keyIdLength + 1 || text[keyIdLength] != ' ' || !fromHex(id)) {
        return std::nullopt;
    }
    const auto bytes = fixedFromBase64<64>(text.substr(keyIdLength + 1));
    if (!bytes) {
        return std::nullopt;
    }
    return Signature{std::string(id), *bytes};
}

Outcome<Signature> Signature::open(const std::filesystem::path& file, ProblemCode unreadable) {
    std::ifstream in(file, std::ios::binary);
    std::string line(512, '\0'); // a signature is shorter
    in.read(line.data(), static_cast<std::streamsize>(line.size()));
    line.resize(static_cast<std::size_t>(in.gcount()));
    if (const auto signature = fromText(line)) {
        return *signature;
    }
    const std::string name = file.filename().string();
    return fail(unreadable, line.empty() ? "no " + name : name + " is no signature");
}

SigningKey SigningKey::generate() {
    return *fromSeed(SecretBytes::random(32));
}

std::optional<SigningKey> SigningKey::fromSeed(SecretBytes seed) {
    if (seed.size() != 32) {
        return std::nullopt;
    }
    PublicKey half{};
    std::size_t size = half.size();
    if (EVP_PKEY_get_raw_public_key(secretKey(seed).get(), half.data(), &size) != 1) {
        return std::nullopt;
    }
    return SigningKey(std::move(seed), half);
}

Signature SigningKey::sign(std::string_view purpose, ByteView bytes) const {
    const Bytes message = messageOf(purpose, bytes);
    const Key key = secretKey(seed_);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    Signature signature{keyId(), {}};
    std::size_t size = signature.bytes.size();
    if (context == nullptr || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.bytes.data(), &size, message.data(), message.size()) != 1) {
        throw std::bad_alloc();
    }
    return signature;
}

Outcome<TrustedKeys> TrustedKeys::read(std::string_view json) {
    const auto bad = [](const std::string& place) { return fail(problems::trustedKeysUnreadable, place); };
    const auto document = parseJson(json);
    if (!document) {
        return bad("not JSON");
    }
    const auto rows = jsonArray(*document, "keys");
    if (!rows) {
        return bad("keys");
    }
    TrustedKeys keys;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const Json& row = (*rows)[i];
        const auto key = fixedFromBase64<32>(jsonStringOr(row, "public_key"));
        const auto purposes = jsonStrings(row, "purposes");
        if (!key || !purposes) {
            return bad("keys/" + std::to_string(i));
        }
        for (const std::string& purpose : *purposes) {
            keys.trust(*key, purpose);
        }
    }
    return keys;
}

Outcome<TrustedKeys> TrustedKeys::open(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad()) {
        return fail(problems::trustedKeysUnreadable, "no file");
    }
    return read(text);
}

void TrustedKeys::trust(const PublicKey& key, std::string_view purpose) {
    keys_.insert_or_assign({keyIdOf(key), std::string(purpose)}, key);
}

std::string TrustedKeys::toJson() const {
    Json rows = Json::array();
    for (const auto& [name, key] : keys_) {
        rows.push_back({{"public_key", toBase64(key)}, {"purposes", {name.second}}});
    }
    return Json{{"keys", rows}}.dump(2) + '\n';
}

SignatureCheck TrustedKeys::check(std::string_view purpose, ByteView bytes, const Signature& signature) const {
    const auto known = keys_.find({signature.keyId, std::string(purpose)});
    if (known == keys_.end()) {
        return SignatureCheck::KeyUnknown;
    }
    const Bytes message = messageOf(purpose, bytes);
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, known->second.data(), known->second.size()),
                  &EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const bool good = key != nullptr && context != nullptr &&
                      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                      EVP_DigestVerify(context.get(), signature.bytes.data(), signature.bytes.size(), message.data(),
                                       message.size()) == 1;
    return good ? SignatureCheck::Good : SignatureCheck::Wrong;
}

} // namespace kmixr
