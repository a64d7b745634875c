#include "app/gateway/server/trust/file_hash.h"

#include "app/gateway/server/problems.h"
#include "app/gateway/server/trust/openssl.h"

#include <array>
#include <fstream>

namespace kmixr::server {

Outcome<Sha256> hashOfFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const DigestContextPtr context(EVP_MD_CTX_new());
    Sha256 hash{};
    std::array<char, 65536> buffer{};
    if (!in || context == nullptr || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) {
        return fail(problems::fileUnreadable, file.filename().string());
    }
    while (in) {
        in.read(buffer.data(), buffer.size());
        EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof() || EVP_DigestFinal_ex(context.get(), hash.data(), nullptr) != 1) {
        return fail(problems::fileUnreadable, file.filename().string());
    }
    return hash;
}

} // namespace kmixr::server
