#include "core/card/reader_table.h"

#include <winscard.h>

#include <algorithm>
#include <tuple>

namespace kmixr::card {
namespace {

unsigned long asKnown(unsigned long seen) {
    return seen & ~static_cast<unsigned long>(SCARD_STATE_CHANGED);
}
unsigned long eventCounter(unsigned long state) {
    return state >> 16;
}

} // namespace

void ReaderTable::setReaders(const std::vector<std::string>& names) {
    std::vector<Reader> next;
    next.reserve(names.size());
    for (const auto& name : names) {
        const auto old = std::ranges::find(readers_, name, &Reader::name);
        next.push_back(old != readers_.end() ? *old : Reader{.name = name});
    }
    readers_ = std::move(next);
    choose();
}

void ReaderTable::forget() {
    readers_.clear();
    knownOfList_ = SCARD_STATE_UNAWARE;
    choose();
}

std::vector<ReaderEvent> ReaderTable::questions() const {
    std::vector<ReaderEvent> events;
    events.reserve(readers_.size() + 1);
    for (const Reader& reader : readers_) {
        events.push_back({reader.name, reader.known, 0});
    }
    events.push_back({pnpReader, knownOfList_, 0});
    return events;
}

void ReaderTable::take(std::span<const ReaderEvent> answers) {
    for (const ReaderEvent& answer : answers) {
        if (answer.reader == pnpReader) {
            knownOfList_ = asKnown(answer.seen);
        } else if (const auto reader = std::ranges::find(readers_, answer.reader, &Reader::name);
                   reader != readers_.end() && answer.seen != SCARD_STATE_UNAWARE) {
            takeOne(*reader, answer.seen);
        }
    }
    choose();
}

void ReaderTable::takeOne(Reader& reader, unsigned long seen) {
    const bool present = (seen & SCARD_STATE_PRESENT) != 0;
    // A counter that moved while the card seems to have stayed: it was taken out and put back between two looks.
    const bool another = reader.doubted || eventCounter(seen) != eventCounter(reader.known);
    if (!present) {
        reader.insertion = 0;
    } else if (reader.insertion == 0 || another) {
        reader.insertion = ++insertions_;
        reader.unknownCard = false;
        reader.passedOver = false;
    }
    if ((seen & SCARD_STATE_MUTE) != 0) {
        reader.unknownCard = true;
    }
    reader.known = asKnown(seen);
    reader.doubted = false;
}

void ReaderTable::markUnknown(std::uint64_t insertion) {
    const auto reader = std::ranges::find(readers_, insertion, &Reader::insertion);
    if (insertion != 0 && reader != readers_.end()) {
        reader->unknownCard = true;
    }
    choose();
}

void ReaderTable::passOver(std::uint64_t insertion) {
    const auto reader = std::ranges::find(readers_, insertion, &Reader::insertion);
    if (insertion != 0 && reader != readers_.end()) {
        reader->passedOver = true;
    }
    choose();
}

void ReaderTable::doubt(std::uint64_t insertion) {
    const auto reader = std::ranges::find(readers_, insertion, &Reader::insertion);
    if (insertion != 0 && reader != readers_.end()) {
        reader->known = SCARD_STATE_UNAWARE;
        reader->doubted = true;
    }
}

void ReaderTable::choose() {
    const auto shown = std::ranges::find(readers_, shown_, &Reader::insertion);
    if (shown_ != 0 && shown != readers_.end() && !shown->unknownCard && !shown->passedOver) {
        return;
    }
    const auto best = std::ranges::max_element(readers_, {}, [](const Reader& reader) {
        const bool card = reader.insertion != 0 && !reader.unknownCard;
        return std::tuple(card && !reader.passedOver, card, reader.insertion);
    });
    shown_ = best == readers_.end() ? 0 : best->insertion;
}

bool ReaderTable::settled() const {
    return std::ranges::none_of(readers_, [](const Reader& reader) { return reader.known == SCARD_STATE_UNAWARE; });
}

ReaderStatus ReaderTable::status() const {
    if (readers_.empty()) {
        return {ReaderState::NoReader, {}, insertions_};
    }
    const auto shown = std::ranges::find(readers_, shown_, &Reader::insertion);
    if (shown_ == 0 || shown == readers_.end()) {
        return {ReaderState::NoCard, readers_.front().name, insertions_};
    }
    return statusOf(*shown);
}

ReaderStatus ReaderTable::statusOf(const Reader& reader) {
    if (reader.insertion == 0) {
        return {ReaderState::NoCard, reader.name, 0};
    }
    return {reader.unknownCard ? ReaderState::UnknownCard : ReaderState::Ready, reader.name, reader.insertion};
}

std::vector<ReaderStatus> ReaderTable::all() const {
    std::vector<ReaderStatus> statuses;
    statuses.reserve(readers_.size());
    for (const Reader& reader : readers_) {
        statuses.push_back(statusOf(reader));
    }
    return statuses;
}

} // namespace kmixr::card
