// The practice world as a test needs it: real gateway, private pcscd and software card as processes of their own, in a
// temporary folder. Everything is stopped with the object.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>

#include <array>
#include <memory>

namespace kmixr::testing {

class PracticeWorld {
public:
    /// `more`: further options of `kmixr-practice prepare`.
    explicit PracticeWorld(const QStringList& more = {});
    ~PracticeWorld();

    [[nodiscard]] QString folder() const { return folder_.path(); }
    [[nodiscard]] QString file(const QString& name) const { return folder_.filePath(name); }

    void startGateway();
    void stopGateway();
    void startCardService(int readers = 2); ///< also tells this process's libpcsclite where it is
    void killCardService();
    /// `reader` 0 or 1.
    void insertCard(const QString& name = QStringLiteral("renshu"), int reader = 0);
    void removeCard(int reader = 0);
    /// The card took itself out, as its file said.
    [[nodiscard]] bool cardLeft(int reader = 0) const;
    /// Text of a patient's practice QR card.
    [[nodiscard]] std::string token(const QString& patient, int issue = 1) const;

private:
    std::unique_ptr<QProcess> start(const QString& program, const QStringList& arguments, const QByteArray& readyLine,
                                    QByteArray* line = nullptr);

    QDir folder_;
    int port_ = 0;
    int cardPort_ = 0;
    std::unique_ptr<QProcess> gateway_, cardService_;
    std::array<std::unique_ptr<QProcess>, 2> cards_;
};

/// Runs the event loop until `condition` holds; false after `ms`.
template <class Condition>
bool waitUntil(Condition condition, int ms = 15000) {
    QElapsedTimer timer;
    timer.start();
    QTimer beat; // wakes the loop for conditions that no event announces
    beat.start(10);
    while (!condition()) {
        if (timer.hasExpired(ms)) {
            return false;
        }
        // With a time limit it would not sleep but spin.
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace kmixr::testing
