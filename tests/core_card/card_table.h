// A table with a reader on it: a private pcscd that is the real one, and software cards laid on and taken away.
#pragma once

#include "app/practice/cards/card_file.h"
#include "app/practice/pcscd/private_pcscd.h"

#include <filesystem>
#include <memory>
#include <thread>

namespace kmixr::testing {

/// One for each program: libpcsclite reads its socket's name once. Thread: the test's.
class CardTable {
public:
    /// Started at the first call; skips the test case, with a word, where pcscd or the driver is not installed.
    static CardTable& get();
    ~CardTable();
    CardTable(const CardTable&) = delete;
    CardTable& operator=(const CardTable&) = delete;

    practice::PrivatePcscd& service() { return *service_; }
    /// Writes the card's file anew and lays it on the first slot; returns when PC/SC shows it.
    void insert(const practice::CardFile& card);
    /// Lays the same file on again: counters are what they were.
    void insertAgain();
    /// The same without waiting for PC/SC.
    void lay();
    /// Takes it away; returns when PC/SC shows that.
    void remove();
    /// Takes it away and does not wait.
    void pull();
    [[nodiscard]] practice::CardFile storedCard() const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    CardTable();

    std::filesystem::path folder_;
    std::optional<practice::PrivatePcscd> service_;
    std::thread card_;
    int wakeFd_ = -1;
};

/// A sound card of an invented doctor: PIN 482913, three tries.
practice::CardFile doctorsCard(int number = 0);

} // namespace kmixr::testing
