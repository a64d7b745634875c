#include "core/card/key_agreement.h"

#include "core/card/problems.h"
#include "core/card/tlv.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>

#include <algorithm>
#include <memory>

namespace kmixr::card {
namespace {

template <auto function>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        function(object);
    }
};
using GroupPtr = std::unique_ptr<EC_GROUP, Releaser<EC_GROUP_free>>;
using PointPtr = std::unique_ptr<EC_POINT, Releaser<EC_POINT_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using ContextPtr = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX_free>>;

constexpr std::size_t field = 32;

} // namespace

CurvePoint vaultPoint(ByteView constant) {
    const GroupPtr group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const PointPtr point(EC_POINT_new(group.get()));
    Bytes input(constant.begin(), constant.end());
    input.push_back(0);
    CurvePoint encoded{};
    // Every second X has a point: 255 misses in a row do not happen.
    for (;; ++input.back()) {
        const Sha256 x = sha256(input);
        std::array<std::uint8_t, field + 1> compressed{0x02};
        std::ranges::copy(x, compressed.begin() + 1);
        if (EC_POINT_oct2point(group.get(), point.get(), compressed.data(), compressed.size(), nullptr) == 1) {
            break;
        }
    }
    ERR_clear_error();
    EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, encoded.data(), encoded.size(),
                       nullptr);
    return encoded;
}

Outcome<AgreementQuestion> agreementQuestion(const Certificate& certificate) {
    AgreementQuestion question;
    const KeyPtr fresh(EVP_EC_gen("P-256"));
    std::size_t size = 0;
    bool good = fresh && certificate.scheme() == SignatureScheme::EcdsaP256Sha256 &&
                EVP_PKEY_get_octet_string_param(fresh.get(), OSSL_PKEY_PARAM_PUB_KEY, question.point.data(),
                                                question.point.size(), &size) == 1 &&
                size == question.point.size();
    const ContextPtr context(good ? EVP_PKEY_CTX_new(fresh.get(), nullptr) : nullptr);
    question.expected.resize(field);
    size = field;
    good = context && EVP_PKEY_derive_init(context.get()) == 1 &&
           EVP_PKEY_derive_set_peer(context.get(), certificate.publicKey()) == 1 &&
           EVP_PKEY_derive(context.get(), question.expected.data(), &size) == 1 && size == field;
    ERR_clear_error();
    if (!good) {
        return fail(problems::malformed, "no key agreement with this certificate");
    }
    return question;
}

WipedBytes agreedX(ByteView answer) {
    if (answer.size() != field) {
        if (const auto dynamic = findTlv(answer, 0x7C)) {
            const Tlv inner = dynamic->inside();
            return inner.tag == 0x82 || inner.tag == 0x85 ? agreedX(inner.value) : WipedBytes{};
        }
        const bool wholePoint = answer.size() == 2 * field + 1 && answer[0] == 0x04;
        if (!wholePoint) {
            return {};
        }
        answer = answer.subspan(1, field);
    }
    return {answer.begin(), answer.end()};
}

} // namespace kmixr::card
