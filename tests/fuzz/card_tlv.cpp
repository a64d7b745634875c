// Any bytes as a card file: TLV, role extension, certificate. Nothing may be read past the end or taken for granted.
#include "core/card/certificate.h"
#include "core/card/cia.h"
#include "core/card/gzip.h"
#include "core/card/hc_role.h"
#include "core/card/key_agreement.h"
#include "core/card/tlv.h"

#include <cstdlib>

using namespace kmixr;

namespace {

void walk(ByteView row, int depth) {
    card::TlvReader reader(row);
    std::size_t used = 0;
    while (const auto object = reader.next()) {
        used += object->whole.size();
        if (object->value.size() > object->whole.size() || used > row.size()) {
            std::abort();
        }
        static_cast<void>(card::oidText(object->value));
        if (depth < 8) {
            walk(object->value, depth + 1);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    walk(bytes, 0);
    static_cast<void>(card::outerSize(bytes));
    static_cast<void>(card::hcRoles(bytes));
    static_cast<void>(card::holderOf(bytes));
    static_cast<void>(card::cia::applicationsOf(bytes));
    static_cast<void>(card::cia::objectDirectoryOf(bytes));
    static_cast<void>(card::cia::privateKeysOf(bytes));
    static_cast<void>(card::cia::certificatesOf(bytes));
    static_cast<void>(card::cia::pinsOf(bytes));
    static_cast<void>(card::cia::algorithmsOf(bytes));
    static_cast<void>(card::agreedX(bytes));
    if (const auto plain = card::inflated(bytes)) {
        static_cast<void>(card::holderOf(*plain));
    }
    return 0;
}
