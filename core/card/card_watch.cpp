#include "core/card/card_watch.h"

#include "core/card/problems.h"
#include "core/card/reader_table.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace kmixr::card {
namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds firstBackOff{500}, longestBackOff{5'000};
/// The list of readers is looked at anew at least this often, whatever the pseudo-reader says.
constexpr milliseconds longestWait{5'000};
/// A reader that is listed but unknown is on its way in or out.
constexpr milliseconds readerSettling{100};

milliseconds until(Steady::time_point when) {
    return std::max(milliseconds{0}, std::chrono::ceil<milliseconds>(when - Steady::now()));
}

} // namespace

struct CardWatch::State {
    using Lock = std::unique_lock<std::mutex>;

    ReaderStatus next(milliseconds timeout) {
        const auto deadline = Steady::now() + std::max(timeout, milliseconds{0});
        Lock lock(mutex);
        for (bool lastLook = false;;) {
            if (std::exchange(cancelled, false)) {
                return last.value_or(ReaderStatus{});
            }
            const auto status = look(lock, deadline);
            if (status && changedTo(*status)) {
                last = status;
                lastReaders = table.all();
                return *last;
            }
            if (lastLook) {
                return last.value_or(ReaderStatus{});
            }
            lastLook = Steady::now() >= deadline;
        }
    }

    /// One look at the service; waits for news at most until `deadline`. Nothing while a reader has not answered yet.
    std::optional<ReaderStatus> look(Lock& lock, Steady::time_point deadline) {
        if (!context && !connect()) {
            ReaderStatus stopped{ReaderState::ServiceStopped, {}, table.status().insertion};
            if (stopped == last) {
                pause(lock, std::min(deadline, nextAttempt));
            }
            return stopped;
        }
        const auto readers = context->readers();
        if (!readers) {
            return lost();
        }
        table.setReaders(*readers);
        if (table.settled() && changedTo(table.status())) {
            return table.status();
        }
        auto events = table.questions();
        const auto changed = waitForChange(lock, events, std::min(until(deadline), longestWait));
        if (!changed && changed.error().is(problems::noReader)) {
            pause(lock, std::min(deadline, Steady::now() + readerSettling));
            return std::nullopt;
        }
        if (!changed) {
            return lost();
        }
        table.take(events);
        return table.settled() ? std::optional(table.status()) : std::nullopt;
    }

    bool changedTo(const ReaderStatus& status) const { return status != last || table.all() != lastReaders; }

    bool connect() {
        if (Steady::now() < nextAttempt) {
            return false;
        }
        if (auto established = PcscContext::establish()) {
            context.emplace(std::move(*established));
            backOff = firstBackOff;
            return true;
        }
        nextAttempt = Steady::now() + backOff;
        backOff = std::min(backOff * 2, longestBackOff);
        return false;
    }

    ReaderStatus lost() {
        context.reset();
        table.forget();
        nextAttempt = Steady::now() + firstBackOff;
        return {ReaderState::ServiceStopped, {}, table.status().insertion};
    }

    Outcome<bool> waitForChange(Lock& lock, std::vector<ReaderEvent>& events, milliseconds timeout) {
        if (woken || cancelled) {
            woken = false;
            timeout = milliseconds{0};
        }
        waiting = true;
        lock.unlock();
        auto changed = context->waitForChange(events, timeout);
        lock.lock();
        waiting = false;
        wakeUp.notify_all();
        return changed;
    }

    void pause(Lock& lock, Steady::time_point when) {
        wakeUp.wait_until(lock, when, [this] { return woken || cancelled; });
        woken = false;
    }

    /// SCardCancel is lost on a wait that has not quite begun: said again until the waiter has heard it.
    void wake(Lock& lock) {
        constexpr int mostTries = 100;
        constexpr milliseconds betweenTries{10};
        wakeUp.notify_all();
        for (int i = 0; waiting && i < mostTries; ++i) {
            context->cancel();
            wakeUp.wait_for(lock, betweenTries, [this] { return !waiting; });
        }
    }

    std::mutex mutex;
    std::condition_variable wakeUp;
    std::optional<PcscContext> context;
    ReaderTable table;
    std::optional<ReaderStatus> last; ///< what next() returned
    std::vector<ReaderStatus> lastReaders;
    Steady::time_point nextAttempt = Steady::time_point::min();
    milliseconds backOff = firstBackOff;
    bool waiting = false; ///< inside PC/SC's wait, mutex released
    bool woken = false, cancelled = false;
};

CardWatch::CardWatch() : state_(std::make_unique<State>()) {}
CardWatch::~CardWatch() = default;

ReaderStatus CardWatch::next(milliseconds timeout) {
    return state_->next(timeout);
}

void CardWatch::cancel() {
    State::Lock lock(state_->mutex);
    state_->cancelled = true;
    state_->wake(lock);
}

void CardWatch::markUnknown(std::uint64_t insertion) {
    State::Lock lock(state_->mutex);
    state_->table.markUnknown(insertion);
    state_->woken = true;
    state_->wake(lock);
}

void CardWatch::passOver(std::uint64_t insertion) {
    State::Lock lock(state_->mutex);
    state_->table.passOver(insertion);
    state_->woken = true;
    state_->wake(lock);
}

void CardWatch::doubt(std::uint64_t insertion) {
    State::Lock lock(state_->mutex);
    state_->table.doubt(insertion);
    state_->woken = true;
    state_->wake(lock);
}

std::vector<ReaderStatus> CardWatch::readers() const {
    const State::Lock lock(state_->mutex);
    return state_->lastReaders;
}

} // namespace kmixr::card
