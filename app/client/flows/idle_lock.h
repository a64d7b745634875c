// Locks when nobody has touched the laptop for a while, when the screen is locked, or before the laptop sleeps.
#pragma once

#include <QObject>
#include <QTimer>

namespace kmixr::client {

class IdleLock : public QObject {
    Q_OBJECT
public:
    explicit IdleLock(QObject* parent = nullptr);

    /// Starts counting; the policy says how long.
    void start(int seconds);
    void stop();
    /// A key or the mouse: the count begins anew.
    void touched();

signals:
    void secondsLeft(int seconds);
    void lockNow();

private slots:
    void sleepOrWake(bool sleeping);

private:
    QTimer tick_;
    int allowed_ = 0;
    int left_ = 0;
};

} // namespace kmixr::client
