#include "core/receipt/master_editions.h"

#include "core/common/bytes.h"
#include "core/receipt/mapped_file.h"
#include "core/receipt/problems.h"

namespace kmixr::receipt {
std::filesystem::path signatureFileOf(const std::filesystem::path& table) {
    return table.string() + ".sig";
}

Outcome<std::shared_ptr<const Masters>> openDelivered(const std::filesystem::path& table, const TrustedKeys& trusted) {
    const auto signature = Signature::open(signatureFileOf(table), problems::mastersUnsigned);
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
    } else if ((*masters)->issued() < (*own)->issued()) {
        chosen.refused = Problem{std::string(problems::mastersOlder.text),
                                 {},
                                 {{"issued", (*masters)->issued()}, {"own", (*own)->issued()}}};
    } else if ((*masters)->fingerprint() != (*own)->fingerprint()) {
        chosen.masters = *masters;
        chosen.delivered = true;
    }
    return chosen;
}

} // namespace kmixr::receipt
