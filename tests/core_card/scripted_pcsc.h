// A PC/SC library that a test holds in its hands: readers, cards with scripted conversations, removal, a service that
// stops. Linked in place of libpcsclite; the code under test is the code that ships.
#pragma once

#include "core/common/bytes.h"

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::testing {

/// A card's side of the conversation: the answer to each command. An empty answer is what a virtual reader gives when
/// the card left in the middle: success, and no bytes.
class ScriptedCard {
public:
    virtual ~ScriptedCard() = default;
    virtual Bytes answer(ByteView command) = 0;
    virtual void reset() {}
    /// Says nothing of what the card can do unless a test wants it to.
    [[nodiscard]] virtual Bytes answerToReset() const { return {0x3B, 0x80, 0x01, 0x81}; }
};

/// A recorded conversation in hex. A command that is not the next one of the script is answered 6F00 and remembered.
class Script final : public ScriptedCard {
public:
    struct Exchange {
        std::string command, answer;
    };
    explicit Script(std::vector<Exchange> exchanges) : rest_(exchanges.begin(), exchanges.end()) {}

    Bytes answer(ByteView command) override;
    [[nodiscard]] bool finished() const { return rest_.empty() && surprise_.empty(); }
    /// "step 3: expected …, came …"; empty when all went as written.
    [[nodiscard]] const std::string& surprise() const { return surprise_; }

private:
    std::deque<Exchange> rest_;
    std::string surprise_;
    int step_ = 0;
};

/// A card that answers by a function.
class ActingCard final : public ScriptedCard {
public:
    explicit ActingCard(std::function<Bytes(ByteView)> act) : act_(std::move(act)) {}
    Bytes answer(ByteView command) override {
        commands.emplace_back(command.begin(), command.end());
        return act_(command);
    }
    void reset() override { ++resets; }

    std::vector<Bytes> commands;
    int resets = 0;

private:
    std::function<Bytes(ByteView)> act_;
};

/// The whole service; all functions may be called from any thread.
namespace pcsc {

/// A running service without readers.
void reset();
void stopService();
/// As after a crash and restart: handles from before are invalid, event counters begin anew.
void restartService();

void plugReader(const std::string& name);
void unplugReader(const std::string& name);
void insert(const std::string& reader, std::shared_ptr<ScriptedCard> card);
void remove(const std::string& reader);
/// Taken out and put back between two looks of the program.
void swap(const std::string& reader, std::shared_ptr<ScriptedCard> card);

/// The next call of this function returns this code, once: failNext("SCardTransmit", SCARD_W_RESET_CARD).
void failNext(const std::string& function, long code);
/// Another program holds the card until released; `forTime` lets go by itself.
void holdByOther(const std::string& reader, std::optional<std::chrono::milliseconds> forTime = std::nullopt);
void useProtocolT0(const std::string& reader);

/// A driver's answer to SCardControl: the code it returns, and bytes in `answer`. Without one, no reader knows any
/// control code. Given the card that lies there; called with the service held, so it calls nothing of this library.
using Driver = std::function<long(unsigned long code, ByteView sent, ScriptedCard& card, Bytes& answer)>;
void installDriver(const std::string& reader, Driver driver);

/// Calls since reset().
int calls(const std::string& function);
/// How connections ended: SCARD_RESET_CARD, SCARD_LEAVE_CARD, …
std::vector<unsigned long> dispositions();
int openContexts();
int openConnections();

} // namespace pcsc
} // namespace kmixr::testing
