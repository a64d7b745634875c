#include "core/receipt/master_editions.h"

#include "core/common/bytes.h"
#include "core/receipt/mapped_file.h"
#include "core/receipt/problems.h"

#include <fstream>

namespace kmixr::receipt {
namespace {

Outcome<Signature> signatureOf(const std::filesystem::path& table) {
    std::ifstream in(signatureFileOf(table), std::ios::binary);
    std::string line(512, '\0'); // a signature is shorter
    in.read(line.data(), static_cast<std::streamsize>(line.size()));
    line.resize(static_cast<std::size_t>(in.gcount()));
    const auto signature = Signature::fromText(line);
    if (!signature) {
        return fail(problems::mastersUnsigned, line.empty() ? "no signature" : "the .sig file is no signature");
    }
    return *signature;
}

} // namespace

std::filesystem::path signatureFileOf(const std::filesystem::path& table) {
    return table.string() + ".sig";
}

Outcome<std::shared_ptr<const Masters>> openDelivered(const std::filesystem::path& table, const TrustedKeys& trusted) {
    const auto signature = signatureOf(table);
    if (!signature) {
        return fail(signature.error());
    }
    auto file = MappedFile::open(table);
    if (!file) {
        return fail(problems::mastersDelivered, "cannot open " + table.filename().string());
    }
    switch (trusted.check(purpose::masters, bytesOf(file->bytes()), *signature)) {
    case SignatureCheck::KeyUnknown:
        return fail(problems::mastersForeign, "key " + signature->keyId);
    case SignatureCheck::Wrong:
        return fail(problems::mastersChanged, "key " + signature->keyId);
    case SignatureCheck::Good:
        break;
    }
    auto masters = Masters::read(std::move(*file));
    return masters ? masters : fail(problems::mastersDelivered, masters.error().detail);
}

Outcome<ChosenMasters> chooseMasters(const std::filesystem::path& builtIn, const std::filesystem::path& delivered,
                                     const TrustedKeys& trusted) {
    const auto own = Masters::open(builtIn);
    if (!own) {
        return fail(own.error());
    }
    ChosenMasters chosen{*own, false, std::nullopt};
    std::error_code error;
    if (!std::filesystem::exists(delivered, error) && !error) {
        return chosen;
    }
    const auto masters = openDelivered(delivered, trusted);
    if (!masters) {
        chosen.refused = masters.error();
    } else if ((*masters)->issued() > (*own)->issued()) {
        chosen.masters = *masters;
        chosen.delivered = true;
    } else if ((*masters)->issued() < (*own)->issued()) {
        chosen.refused = Problem{std::string(problems::mastersOlder.text),
                                 {},
                                 {{"issued", (*masters)->issued()}, {"own", (*own)->issued()}}};
    }
    return chosen;
}

} // namespace kmixr::receipt
