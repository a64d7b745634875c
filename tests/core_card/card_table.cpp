#include "tests/core_card/card_table.h"

#include "app/practice/cards/card_server.h"
#include "core/card/card_watch.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace kmixr::testing {
namespace {

void awaitState(card::ReaderState wanted) {
    using namespace std::chrono_literals;
    card::CardWatch watch;
    const auto deadline = std::chrono::steady_clock::now() + 8s;
    card::ReaderStatus seen;
    while (std::chrono::steady_clock::now() < deadline) {
        seen = watch.next(500ms);
        if (seen.state == wanted) {
            return;
        }
    }
    FAIL("the reader shows state " << static_cast<int>(seen.state));
}

} // namespace

CardTable& CardTable::get() {
    static CardTable table;
    if (!table.service_) {
        SKIP("pcscd or the virtual reader's driver is not installed");
    }
    return table;
}

CardTable::CardTable() {
    std::string name = (std::filesystem::temp_directory_path() / "kmixr-card-table-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
    auto started = practice::PrivatePcscd::start(folder_);
    if (!started) {
        INFO(started.error().logLine());
        REQUIRE(started.error().is(practice::problems::pcscdMissing));
        return;
    }
    service_.emplace(std::move(*started));
    for (const auto& [variable, value] : service_->clientEnvironment()) {
        ::setenv(variable.c_str(), value.c_str(), 1);
    }
}

CardTable::~CardTable() {
    pull();
    service_.reset();
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
}

void CardTable::insert(const practice::CardFile& card) {
    pull();
    REQUIRE(practice::writeCardFile(folder_ / "card.json", card));
    insertAgain();
}

void CardTable::insertAgain() {
    awaitState(card::ReaderState::NoCard);
    lay();
    awaitState(card::ReaderState::Ready);
}

void CardTable::lay() {
    pull();
    wakeFd_ = ::eventfd(0, EFD_CLOEXEC);
    card_ = std::thread([file = folder_ / "card.json", port = service_->cardPort(), wake = wakeFd_] {
        const auto served = practice::serveCard(file, port, wake);
        static_cast<void>(served);
    });
}

void CardTable::remove() {
    pull();
    awaitState(card::ReaderState::NoCard);
}

void CardTable::pull() {
    if (card_.joinable()) {
        ::eventfd_write(wakeFd_, 1);
        card_.join();
        ::close(wakeFd_);
    }
}

practice::CardFile CardTable::storedCard() const {
    return practice::readCardFile(folder_ / "card.json").value();
}

practice::CardFile doctorsCard(int number) {
    const auto key = privateKey(KeyKind::Rsa2048, number);
    return practice::makeHpkiCard(key, certificatePem(key, {.roleExtension = doctorRoleHex}), "482913", 3);
}

} // namespace kmixr::testing
