#include "app/client/flows/idle_lock.h"

#include <QDBusConnection>

#include <chrono>

namespace kmixr::client {

IdleLock::IdleLock(QObject* parent) : QObject(parent) {
    tick_.setInterval(std::chrono::seconds(1));
    connect(&tick_, &QTimer::timeout, this, [this] {
        emit secondsLeft(--left_);
        if (left_ <= 0) {
            stop();
            emit lockNow();
        }
    });
    // Without a system bus (containers, practice) these connections simply never speak.
    const QString service = QStringLiteral("org.freedesktop.login1");
    QDBusConnection bus = QDBusConnection::systemBus();
    if (bus.isConnected()) {
        bus.connect(service, QStringLiteral("/org/freedesktop/login1"),
                    QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
                    SLOT(sleepOrWake(bool)));
        bus.connect(service, QString(), QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"), this,
                    SIGNAL(lockNow()));
    }
}

void IdleLock::start(int seconds) {
    allowed_ = seconds;
    left_ = seconds;
    tick_.start();
    emit secondsLeft(left_);
}

void IdleLock::stop() {
    tick_.stop();
}

void IdleLock::touched() {
    left_ = allowed_;
}

void IdleLock::sleepOrWake(bool sleeping) {
    if (sleeping) {
        emit lockNow();
    }
}

} // namespace kmixr::client
