#include "ui/controls/patience.h"

#include <chrono>

namespace kmixr::ui {

namespace {

using std::chrono::milliseconds;
constexpr milliseconds stillGoing{300}, secondsCount{1'000}, wayOut{5'000};

} // namespace

Patience::Patience(Say say, QObject* parent) : QObject(parent), say_(std::move(say)) {
    next_.setSingleShot(true);
    next_.setTimerType(Qt::PreciseTimer);
    connect(&next_, &QTimer::timeout, this, &Patience::tell);
}

void Patience::start(const QString& words) {
    if (since_.isValid() && words == words_) {
        return;
    }
    words_ = words;
    since_.start();
    say_(words_);
    next_.start(stillGoing);
}

void Patience::stop() {
    next_.stop();
    since_.invalidate();
}

void Patience::tell() {
    const milliseconds passed(since_.elapsed());
    const auto seconds = static_cast<int>(passed / milliseconds(1000));
    QString more = tr("Leave the card on the reader.");
    if (passed >= wayOut) {
        more =
            tr("%1 s already. If it goes no further, take the card out and start again: nothing is lost.").arg(seconds);
    } else if (passed >= secondsCount) {
        more = tr("Leave the card on the reader. %1 s").arg(seconds);
    }
    say_(words_.isEmpty() ? more : words_ + QLatin1Char(' ') + more);
    next_.start(milliseconds(1000) - passed % milliseconds(1000));
}

} // namespace kmixr::ui
