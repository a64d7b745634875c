#include "core/card/hc_role.h"

#include "core/card/tlv.h"

namespace kmixr::card {
namespace {

constexpr std::string_view hcRoleAttribute = "1.0.17090.0.1";
constexpr std::string_view japaneseRoleScheme = "1.2.392.100495.1.6.1.1";
constexpr std::uint32_t tagOid = 0x06, tagUtf8 = 0x0C, tagSequence = 0x30, tagSet = 0x31;
constexpr std::uint32_t tagScheme = 0xA0, tagText = 0xA2, tagCodedData = 0xA0;

/// CodedData = SET { [0] scheme, [1] code, [2] text }, all explicit, in DER's order and not ours.
void addRole(ByteView codedData, std::vector<std::string>& roles) {
    const auto scheme = findTlv(codedData, tagScheme);
    const auto text = findTlv(codedData, tagText);
    if (!scheme || !text) {
        return;
    }
    const Tlv oid = scheme->inside();
    const Tlv words = text->inside();
    if (oid.tag == tagOid && oidText(oid.value) == japaneseRoleScheme && words.tag == tagUtf8) {
        roles.emplace_back(textOf(words.value));
    }
}

/// HCActorData = SET OF HCActor; HCActor = SEQUENCE { [0] CodedData, … }.
void addActors(ByteView actorData, std::vector<std::string>& roles) {
    TlvReader actors(actorData);
    while (const auto actor = actors.next()) {
        const auto coded = actor->tag == tagSequence ? findTlv(actor->value, tagCodedData) : std::nullopt;
        if (coded && coded->inside().tag == tagSet) {
            addRole(coded->inside().value, roles);
        }
    }
}

} // namespace

std::vector<std::string> hcRoles(ByteView subjectDirectoryAttributes) {
    std::vector<std::string> roles;
    const auto list = TlvReader(subjectDirectoryAttributes).next();
    if (!list || list->tag != tagSequence) {
        return roles;
    }
    TlvReader attributes(list->value);
    while (const auto attribute = attributes.next()) {
        const auto oid = findTlv(attribute->value, tagOid);
        const auto values = findTlv(attribute->value, tagSet);
        if (!oid || !values || oidText(oid->value) != hcRoleAttribute) {
            continue;
        }
        TlvReader actorSets(values->value);
        while (const auto actors = actorSets.next()) {
            if (actors->tag == tagSet) {
                addActors(actors->value, roles);
            }
        }
    }
    return roles;
}

} // namespace kmixr::card
