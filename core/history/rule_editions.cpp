#include "core/history/rule_editions.h"

#include "core/history/problems.h"

namespace kmixr::history {
namespace {

/// The delivered edition, read only after its signature was found good.
Outcome<std::shared_ptr<const Rules>> verified(const std::filesystem::path& folder, const TrustedKeys& trusted) {
    const auto signature = Signature::open(folder / folderSignatureFile, problems::packUnsigned);
    if (!signature) {
        return fail(signature.error());
    }
    const auto files = jsonFilesOf(folder, problems::packUnreadable);
    if (!files) {
        return fail(files.error());
    }
    switch (trusted.check(purpose::rules, bytesToSign(*files), *signature)) {
    case SignatureCheck::KeyUnknown:
        return fail(problems::packForeign, "key " + signature->keyId);
    case SignatureCheck::Wrong:
        return fail(problems::packChanged, "key " + signature->keyId);
    case SignatureCheck::Good:
        break;
    }
    auto rules = Rules::read(*files);
    return rules ? rules : fail(problems::packUnreadable, rules.error().detail);
}

} // namespace

Outcome<ChosenRules> chooseRules(const std::filesystem::path& builtIn, const std::filesystem::path& delivered,
                                 const TrustedKeys& trusted) {
    const auto own = Rules::open(builtIn);
    if (!own) {
        return fail(own.error());
    }
    ChosenRules chosen{*own, false, std::nullopt};
    std::error_code error;
    if (!std::filesystem::exists(delivered, error) && !error) {
        return chosen;
    }
    const auto rules = verified(delivered, trusted);
    if (!rules) {
        chosen.refused = rules.error();
    } else if ((*rules)->number() > (*own)->number()) {
        chosen.rules = *rules;
        chosen.delivered = true;
    } else if ((*rules)->number() < (*own)->number()) {
        chosen.refused = Problem{
            std::string(problems::packOlder.text), {}, {{"number", (*rules)->number()}, {"own", (*own)->number()}}};
    }
    return chosen;
}

} // namespace kmixr::history
