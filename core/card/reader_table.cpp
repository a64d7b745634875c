#include "core/card/reader_table.h"

#include <winscard.h>

#include <algorithm>

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
    const bool another = eventCounter(seen) != eventCounter(reader.known);
    if (!present) {
        reader.insertion = 0;
    } else if (reader.insertion == 0 || another) {
        reader.insertion = ++insertions_;
        reader.unknownCard = false;
    }
    if ((seen & SCARD_STATE_MUTE) != 0) {
        reader.unknownCard = true;
    }
    reader.known = asKnown(seen);
}

void ReaderTable::markUnknown(std::uint64_t insertion) {
    const auto reader = std::ranges::find(readers_, insertion, &Reader::insertion);
    if (insertion != 0 && reader != readers_.end()) {
        reader->unknownCard = true;
    }
    choose();
}

void ReaderTable::choose() {
    const auto shown = std::ranges::find(readers_, shown_, &Reader::insertion);
    if (shown_ != 0 && shown != readers_.end() && !shown->unknownCard) {
        return;
    }
    const auto best = std::ranges::max_element(readers_, {}, [](const Reader& reader) {
        return std::pair(reader.insertion != 0 && !reader.unknownCard, reader.insertion);
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
    return {shown->unknownCard ? ReaderState::UnknownCard : ReaderState::Ready, shown->name, shown->insertion};
}

} // namespace kmixr::card
