// Ed25519 (RFC 8032) over data files that others deliver: rule packs, code tables. DESIGN §4: signed under keys that
// come with the installer. What a wrong signature means, and what replaces what, the rooms decide.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kmixr {

namespace problems {
/// The list of trusted keys is missing, or not such a list.
inline constexpr ProblemCode trustedKeysUnreadable{"common.trusted-keys-unreadable"};
} // namespace problems

/// What signatures are made for.
namespace purpose {
inline constexpr std::string_view rules = "rules";
inline constexpr std::string_view masters = "masters";
} // namespace purpose

using PublicKey = std::array<std::uint8_t, 32>;

/// The name of a key: the first 16 hex digits of the SHA-256 of its public half. Same key, same name.
std::string keyIdOf(const PublicKey& key);

/// A signature and the name of the key that made it.
struct Signature {
    std::string keyId;
    std::array<std::uint8_t, 64> bytes{};

    /// One line, `kmixr-ed25519 <key id> <base64>`, as it stands in a `.sig` file; no line end.
    [[nodiscard]] std::string toText() const;
    /// The same line, with or without a line end; nothing else.
    static std::optional<Signature> fromText(std::string_view text);
    /// The one of that file; `unreadable`, with what is wrong, when there is none in it.
    static Outcome<Signature> open(const std::filesystem::path& file, ProblemCode unreadable);

    friend bool operator==(const Signature&, const Signature&) = default;
};

/// The half that signs; on the council's side only. Moves, is not copied.
class SigningKey {
public:
    static SigningKey generate();
    /// The 32 secret bytes of RFC 8032; none of another size.
    static std::optional<SigningKey> fromSeed(SecretBytes seed);

    [[nodiscard]] const PublicKey& publicKey() const { return public_; }
    [[nodiscard]] std::string keyId() const { return keyIdOf(public_); }
    [[nodiscard]] const SecretBytes& seed() const { return seed_; }
    /// Signs `purpose` and the SHA-256 of `bytes`. A signature for one purpose ("rules", "masters") is none for
    /// another.
    [[nodiscard]] Signature sign(std::string_view purpose, ByteView bytes) const;

private:
    SigningKey(SecretBytes seed, const PublicKey& key) : seed_(std::move(seed)), public_(key) {}

    SecretBytes seed_;
    PublicKey public_{};
};

enum class SignatureCheck : std::uint8_t {
    Good,
    KeyUnknown, ///< made with a key that is not trusted for this purpose
    Wrong,      ///< the key is trusted, but these are not the bytes that were signed
};

/// The keys a laptop trusts, and for what. Immutable once read. Thread: any.
class TrustedKeys {
public:
    /// `{"keys": [{"public_key": "<base64 of 32 bytes>", "purposes": ["rules", "masters"]}]}`.
    static Outcome<TrustedKeys> read(std::string_view json);
    static Outcome<TrustedKeys> open(const std::filesystem::path& file);

    void trust(const PublicKey& key, std::string_view purpose);
    /// The text `read` takes.
    [[nodiscard]] std::string toJson() const;
    /// Reads the bytes once (SHA-256) and copies none; they may be mapped.
    [[nodiscard]] SignatureCheck check(std::string_view purpose, ByteView bytes, const Signature& signature) const;

private:
    std::map<std::pair<std::string, std::string>, PublicKey> keys_; ///< key id and purpose → key
};

} // namespace kmixr
