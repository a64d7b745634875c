#include "app/practice/cards/card_server.h"

#include "app/practice/cards/reader_line.h"
#include "app/practice/cards/soft_card.h"

#include <poll.h>

namespace kmixr::practice {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds betweenConnects{100};

/// Waits; true when the card is to be taken out.
bool takenOutWithin(milliseconds time, int wakeFd) {
    pollfd wait{wakeFd, POLLIN, 0};
    return ::poll(&wait, 1, static_cast<int>(time.count())) > 0;
}

/// A VERIFY without a PIN only asks how it stands, and goes well whatever the fault says of VERIFY.
bool concerns(const std::optional<Instruction>& fault, ByteView wire) {
    constexpr Instruction verify = 0x20;
    constexpr std::size_t headAndLe = 5;
    return fault && wire.size() > 1 && wire[1] == *fault && (*fault != verify || wire.size() > headAndLe);
}

enum class Stay : std::uint8_t { OnReader, LineClosed, TakenOut };

class Serving {
public:
    Serving(SoftCard card, int wakeFd) : card_(std::move(card)), wakeFd_(wakeFd) {}

    /// Until the line closes or the card leaves.
    Stay on(ReaderLine& line) {
        while (auto message = line.receive(wakeFd_)) {
            const Stay stay = message->size() == 1 ? control(line, message->front()) : command(line, *message);
            if (stay != Stay::OnReader) {
                return stay;
            }
        }
        card_.reset(); // the reader went away and took the power with it
        return takenOutWithin(milliseconds{0}, wakeFd_) ? Stay::TakenOut : Stay::LineClosed;
    }

private:
    Stay control(ReaderLine& line, std::uint8_t code) {
        constexpr std::uint8_t powerOff = 0, powerOn = 1, reset = 2, sendAtr = 4;
        switch (code) {
        case powerOff:
        case powerOn:
        case reset:
            card_.reset();
            return Stay::OnReader;
        case sendAtr:
            return line.send(card_.answerToReset()) ? Stay::OnReader : Stay::LineClosed;
        default:
            return Stay::OnReader;
        }
    }

    Stay command(ReaderLine& line, ByteView wire) {
        const CardFaults& faults = card_.faults();
        const auto at = [&](const std::optional<Instruction>& fault) { return concerns(fault, wire); };
        if (at(faults.removeAt) && faults.removal == RemovalMoment::Before) {
            return Stay::TakenOut;
        }
        if (at(faults.hangAt)) {
            takenOutWithin(milliseconds{-1}, wakeFd_);
            return Stay::TakenOut;
        }
        if (at(faults.slowAt) && takenOutWithin(faults.slowness, wakeFd_)) {
            return Stay::TakenOut;
        }
        const Bytes answer = card_.answer(wire);
        if (at(faults.removeAt) && faults.removal == RemovalMoment::During) {
            return Stay::TakenOut;
        }
        if (!line.send(answer)) {
            return Stay::LineClosed;
        }
        return at(faults.removeAt) ? Stay::TakenOut : Stay::OnReader;
    }

    SoftCard card_;
    int wakeFd_;
};

} // namespace

Outcome<void> serveCard(const std::filesystem::path& file, std::uint16_t port, int wakeFd, int dirtyEvery) {
    std::optional<Problem> unsaved;
    auto card = readCardFile(file).and_then([&](CardFile content) {
        const int ownDirt = content.faults.dirtyEvery;
        content.faults.dirtyEvery = dirtyEvery > 0 ? dirtyEvery : ownDirt;
        return SoftCard::insert(std::move(content), [&unsaved, &file, ownDirt](const CardFile& changed) {
            CardFile kept = changed;
            kept.faults.dirtyEvery = ownDirt; // wiped when it is taken out
            if (auto written = writeCardFile(file, kept); !written) {
                unsaved = written.error();
            }
        });
    });
    if (!card) {
        return fail(std::move(card.error()));
    }
    Serving serving(std::move(*card), wakeFd);
    for (;;) {
        auto line = ReaderLine::connect(port);
        const Stay stay = line ? serving.on(*line) : Stay::LineClosed;
        if (unsaved) {
            return fail(std::move(*unsaved));
        }
        if (stay == Stay::TakenOut || takenOutWithin(betweenConnects, wakeFd)) {
            return {};
        }
    }
}

} // namespace kmixr::practice
