#include "tests/app_gateway/world/gateway_world.h"

#include "app/gateway/server/trust/certificate.h"
#include "app/gateway/server/trust/password.h"
#include "tests/app_gateway/world/receipts.h"

#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kmixr::test {

namespace {

qr::PatientCardToken token(std::uint8_t fill) {
    std::array<std::uint8_t, 16> random{};
    random.fill(fill);
    return qr::PatientCardToken::of(random);
}

Json cardEntry(const qr::PatientCardToken& token, const char* state) {
    return {{"token_sha256", toHex(token.hash())}, {"state", state}};
}

Json myNumberEntry(const Identity& card, const char* state) {
    return {{"public_key_sha256", server::publicKeyHashOf(card.der())}, {"state", state}};
}

/// Made once for all worlds of a program: RSA keys and scrypt take their time.
const Identity& sharedCardCa() {
    static const Identity made = Identity::issue({"Card CA", Purpose::Authority, KeyKind::Rsa2048});
    return made;
}

const Identity& sharedRsaCard() {
    static const Identity made = Identity::issue({"Renshu", Purpose::Card, KeyKind::Rsa2048}, &sharedCardCa());
    return made;
}

const Identity& sharedMyNumberCa() {
    static const Identity made = Identity::issue({"User authentication CA", Purpose::Authority});
    return made;
}

const Identity& sharedMyNumberCard() {
    static const Identity made = Identity::issue({"PRACTICE-1", Purpose::Card, KeyKind::Rsa2048}, &sharedMyNumberCa());
    return made;
}

const std::string& hashOf(const std::string& password) {
    static const std::string made = server::PasswordHash::of(password, Bytes(16, 7)).text();
    return made;
}

Json doctorEntry(const char* account, const char* name, const char* role, const char* state,
                 const std::string& password) {
    return {{"name", name},          {"kana", "レンシュウ"},
            {"role", role},          {"certificate_file", std::string("cards/") + account + ".pem"},
            {"account_id", account}, {"password_scrypt", hashOf(password)},
            {"state", state}};
}

Json deviceEntry(const char* name, const char* file, const char* state) {
    return {{"name", name},
            {"certificate_file", std::string("ca/") + file + ".pem"},
            {"institution_name", "青波駅前内科クリニック"},
            {"state", state}};
}

Json identityEntry(const char* insurer, const char* symbol, const char* number, const char* branch) {
    return {{"insurer_number", insurer}, {"symbol", symbol}, {"number", number}, {"branch", branch}};
}

Json patients(const GatewayWorld& world) {
    return Json::array(
        {{{"label", "T01"},
          {"name", "琴平 泰造"},
          {"kana", "コトヒラ タイゾウ"},
          {"sex", "male"},
          {"birth", "1941-02-11"},
          {"identities", Json::array({identityEntry("379990", "練習国", "0005", "01"),
                                      identityEntry("39379995", "", "99000051", "")})},
          {"consent", "given"},
          {"cards", Json::array({cardEntry(world.live, "live"), cardEntry(world.lost, "lost"),
                                 cardEntry(world.replaced, "replaced")})},
          {"my_number_cards",
           Json::array({myNumberEntry(world.myNumber, "live"), myNumberEntry(world.myNumberRevoked, "revoked"),
                        myNumberEntry(world.myNumberForged, "live"), myNumberEntry(world.myNumberExpired, "live"),
                        myNumberEntry(world.myNumberLegal, "live")})}},
         {{"label", "T02"},
          {"name", "善通寺 義雄"},
          {"kana", "ゼンツウジ ヨシオ"},
          {"sex", "male"},
          {"birth", "1956-01-17"},
          {"identities", Json::array({identityEntry("379990", "練習国", "0015", "01")})},
          {"consent", "withdrawn"},
          {"cards", Json::array({cardEntry(world.withdrawn, "live")})},
          {"my_number_cards", Json::array({myNumberEntry(world.myNumberWithdrawn, "live")})}},
         {{"label", "T03"},
          {"name", "象頭 トメ"},
          {"kana", "ゾウズ トメ"},
          {"sex", "female"},
          {"birth", "1921-03-15"},
          {"identities", Json::array({identityEntry("39379995", "", "99000044", "")})},
          {"consent", "given"},
          {"cards", Json::array({cardEntry(world.longHistory, "live")})}}});
}

std::string longHistory() {
    ReceiptWish wish;
    wish.name = "象頭　トメ";
    wish.kana = "ゾウズトメ";
    wish.sex = "2";
    wish.birth = "19210315";
    wish.number = "99000044";
    std::string file;
    for (int i = 0; i < longHistoryCount; ++i) {
        const int month = i % 12 + 1;
        wish.institution = std::to_string(9910000 + i / 120);
        wish.month = std::to_string(2015 + i % 120 / 12) + (month < 10 ? "0" : "") + std::to_string(month);
        wish.drug = std::to_string(612170000 + i);
        file += medicalReceipt(wish);
    }
    return file;
}

} // namespace

GatewayWorld::GatewayWorld()
    : ca(Identity::issue({"Practice CA", Purpose::Authority})),
      otherCa(Identity::issue({"Other CA", Purpose::Authority})), cardCa(sharedCardCa()),
      myNumberCa(sharedMyNumberCa()),
      gateway(Identity::issue({"gateway", Purpose::Server, KeyKind::P256, "IP:127.0.0.1,DNS:localhost"}, &ca)),
      device(Identity::issue({"KMX-P-0001"}, &ca)), secondDevice(Identity::issue({"KMX-P-0002"}, &ca)),
      revoked(Identity::issue({"KMX-P-0003"}, &ca)), unregistered(Identity::issue({"KMX-P-0009"}, &ca)),
      stranger(Identity::issue({"KMX-P-0001"}, &otherCa)), renshu(sharedRsaCard()),
      mihon(Identity::issue({"Mihon", Purpose::Card, KeyKind::P256}, &cardCa)),
      shiyou(Identity::issue({"Shiyou", Purpose::Card, KeyKind::P256}, &cardCa)),
      kamei(Identity::issue({"Kamei", Purpose::Card, KeyKind::P256}, &cardCa)),
      visitor(Identity::issue({"Visitor", Purpose::Card, KeyKind::P256}, &cardCa)),
      forged(Identity::issue({"Renshu", Purpose::Card, KeyKind::P256}, &otherCa)),
      expired(Identity::issue(
          {"Expired", Purpose::Card, KeyKind::P256, "", std::chrono::hours(-48), std::chrono::hours(-24)}, &cardCa)),
      myNumber(sharedMyNumberCard()),
      myNumberRevoked(Identity::issue({"PRACTICE-0", Purpose::Card, KeyKind::P256}, &myNumberCa)),
      myNumberWithdrawn(Identity::issue({"PRACTICE-2", Purpose::Card, KeyKind::P256}, &myNumberCa)),
      myNumberUnlinked(Identity::issue({"PRACTICE-9", Purpose::Card, KeyKind::P256}, &myNumberCa)),
      myNumberForged(Identity::issue({"PRACTICE-1", Purpose::Card, KeyKind::P256}, &otherCa)),
      myNumberExpired(Identity::issue(
          {"PRACTICE-1", Purpose::Card, KeyKind::P256, "", std::chrono::hours(-48), std::chrono::hours(-24)},
          &myNumberCa)),
      myNumberLegal(Identity::issue({"PRACTICE-1", Purpose::LegalSignature, KeyKind::P256}, &myNumberCa)),
      live(token(1)), lost(token(2)), replaced(token(3)), withdrawn(token(4)), longHistory(token(5)),
      unknown(token(6)) {
    std::string name = (std::filesystem::temp_directory_path() / "kmixr-gateway-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder");
    }
    folder_ = name;
    write("ca/practice-ca.pem", ca.certificatePem());
    write("ca/other-ca.pem", otherCa.certificatePem());
    write("ca/card-ca.pem", cardCa.certificatePem());
    write("ca/my-number-ca.pem", myNumberCa.certificatePem());
    for (const auto& [identityName, identity] : {std::pair("ca/gateway", &gateway),
                                                 {"ca/device", &device},
                                                 {"ca/second", &secondDevice},
                                                 {"ca/revoked", &revoked},
                                                 {"ca/unregistered", &unregistered},
                                                 {"ca/stranger", &stranger},
                                                 {"cards/renshu", &renshu},
                                                 {"cards/mihon", &mihon},
                                                 {"cards/shiyou", &shiyou},
                                                 {"cards/kamei", &kamei}}) {
        write(identityName, *identity);
    }
    ReceiptWish national{.insurer = "379990",
                         .symbol = "練習国",
                         .number = "0005",
                         .branch = "01",
                         .month = "202101",
                         .claimed = "202102"};
    write("receipts/national.UKE", toCp932(medicalReceipt(national)));
    write("receipts/elderly.UKE",
          toCp932(medicalReceipt({}) + dispensingReceipt({.institution = "9940015"}, "9910030")));
    write("receipts/long.UKE", toCp932(test::longHistory()));
    write("receipts/nobody.UKE", toCp932(medicalReceipt({.name = "見知　らぬ", .number = "99009999"})));
    registry = {{"insurers", Json::array({{{"number", "379990"}, {"name", "架空市国民健康保険"}},
                                          {{"number", "39379995"}, {"name", "架空県後期高齢者医療広域連合"}}})},
                {"devices", Json::array({deviceEntry("KMX-P-0001", "device", "active"),
                                         deviceEntry("KMX-P-0002", "second", "active"),
                                         deviceEntry("KMX-P-0003", "revoked", "revoked")})},
                {"doctors", Json::array({doctorEntry("renshu", "練習 一郎", "doctor", "active", password),
                                         doctorEntry("mihon", "見本 直美", "doctor", "active", password),
                                         doctorEntry("shiyou", "試用 花子", "staff", "active", password),
                                         doctorEntry("kamei", "仮名 次郎", "doctor", "suspended", password)})},
                {"patients", patients(*this)}};
    settings = {{"listen", "127.0.0.1:0"},
                {"ca_file", "ca/practice-ca.pem"},
                {"certificate_file", "ca/gateway.pem"},
                {"key_file", "ca/gateway.key"},
                {"card_ca_file", "ca/card-ca.pem"},
                {"my_number_ca_file", "ca/my-number-ca.pem"},
                {"database_file", "gateway.db"},
                {"database_key_file", "gateway.dbkey"},
                {"registry_file", "registry.json"},
                {"receipts_folder", "receipts"}};
    writeRegistry();
    writeSettings();
}

GatewayWorld::~GatewayWorld() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void GatewayWorld::write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(file(name).parent_path());
    std::ofstream(file(name), std::ios::binary | std::ios::trunc) << bytes;
}

std::string GatewayWorld::read(const std::string& name) const {
    std::ostringstream bytes;
    bytes << std::ifstream(file(name), std::ios::binary).rdbuf();
    return bytes.str();
}

void GatewayWorld::write(const std::string& name, const Identity& identity) const {
    write(name + ".pem", identity.certificatePem());
    write(name + ".key", identity.keyPem());
    std::filesystem::permissions(file(name + ".key"),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

protocol::SignInRequest GatewayWorld::answer(const protocol::Challenge& challenge, const Identity& card,
                                             const Identity& device) {
    const Instant now = SystemClock().now();
    const Bytes statement = protocol::signInStatement(challenge.nonce, device.der(), now);
    return {challenge.challengeId, card.der(), card.sign(statement), now, std::nullopt};
}

protocol::CardProof GatewayWorld::agree(const protocol::Challenge& challenge, const Identity& card,
                                        const Identity& device, const std::string& session) {
    const Instant now = SystemClock().now();
    const Bytes statement =
        protocol::consentStatement(challenge.nonce, device.der(), protocol::sessionBinding(session), now);
    return {challenge.challengeId, card.der(), card.sign(statement), now};
}

} // namespace kmixr::test
