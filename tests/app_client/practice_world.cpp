#include "tests/app_client/practice_world.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

namespace kmixr::testing {

namespace {

QString program(const char* name) {
    return QStringLiteral(KMIXR_BIN_DIR "/") + QLatin1String(name);
}

int freePort() {
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost, 0));
    return server.serverPort();
}

} // namespace

PracticeWorld::PracticeWorld(const QStringList& more) {
    // One folder for the whole process, emptied each time: libpcsclite asks for its socket's path only once in a
    // process.
    static QTemporaryDir place;
    REQUIRE(place.isValid());
    folder_ = QDir(place.path());
    port_ = freePort();
    QProcess prepare;
    prepare.setProcessChannelMode(QProcess::MergedChannels);
    prepare.start(program("kmixr-practice"),
                  QStringList{QStringLiteral("prepare"), QStringLiteral("--fresh"), QStringLiteral("--world"), folder(),
                              QStringLiteral("--port"), QString::number(port_)} +
                      more);
    REQUIRE(prepare.waitForFinished(120000));
    INFO(prepare.readAll().toStdString());
    REQUIRE(prepare.exitCode() == 0);
}

PracticeWorld::~PracticeWorld() {
    removeCard(0);
    removeCard(1);
    for (auto* process : {cardService_.get(), gateway_.get()}) {
        if (process != nullptr) {
            process->terminate();
            if (!process->waitForFinished(5000)) {
                process->kill();
                process->waitForFinished(2000);
            }
        }
    }
}

std::unique_ptr<QProcess> PracticeWorld::start(const QString& name, const QStringList& arguments,
                                               const QByteArray& readyLine, QByteArray* line) {
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(name, arguments);
    REQUIRE(process->waitForStarted(10000));
    QByteArray output;
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(60000)) {
        process->waitForReadyRead(100);
        output += process->readAll();
        for (const QByteArray& candidate : output.split('\n')) {
            if (candidate.startsWith(readyLine)) {
                if (line != nullptr) {
                    *line = candidate;
                }
                return process;
            }
        }
        if (process->state() == QProcess::NotRunning) {
            break;
        }
    }
    INFO(output.toStdString());
    FAIL("not ready: " << name.toStdString());
    return process;
}

void PracticeWorld::startGateway() {
    gateway_ =
        start(program("kmixr-gateway"),
              {QStringLiteral("serve"), QStringLiteral("--config"), file(QStringLiteral("gateway.json"))}, "listening");
}

void PracticeWorld::stopGateway() {
    gateway_->kill();
    gateway_->waitForFinished(5000);
}

void PracticeWorld::startCardService(int readers) {
    QByteArray ready;
    cardService_ = start(program("kmixr-practice"),
                         {QStringLiteral("pcscd"), QStringLiteral("--world"), folder(), QStringLiteral("--readers"),
                          QString::number(readers)},
                         "ready", &ready);
    const auto text = QString::fromUtf8(ready);
    const auto socket = QRegularExpression(QStringLiteral("socket=(\\S+)")).match(text).captured(1);
    cardPort_ = QRegularExpression(QStringLiteral("port=(\\d+)")).match(text).captured(1).toInt();
    REQUIRE_FALSE(socket.isEmpty());
    REQUIRE(cardPort_ > 0);
    qputenv("PCSCLITE_CSOCK_NAME", socket.toUtf8());
}

void PracticeWorld::killCardService() {
    cardService_->terminate();
    if (!cardService_->waitForFinished(5000)) {
        cardService_->kill();
        cardService_->waitForFinished(2000);
    }
}

void PracticeWorld::insertCard(const QString& name, int reader) {
    removeCard(reader);
    auto& card = cards_.at(static_cast<std::size_t>(reader));
    card = std::make_unique<QProcess>();
    card->start(program("kmixr-practice"),
                {QStringLiteral("card"), QStringLiteral("--card"), file(QStringLiteral("cards/%1.json").arg(name)),
                 QStringLiteral("--port"), QString::number(cardPort_ + reader)});
    REQUIRE(card->waitForStarted(10000));
}

void PracticeWorld::removeCard(int reader) {
    auto& card = cards_.at(static_cast<std::size_t>(reader));
    if (card != nullptr) {
        card->terminate();
        if (!cardLeft(reader) && !card->waitForFinished(3000)) {
            card->kill();
            card->waitForFinished(2000);
        }
        card.reset();
    }
}

bool PracticeWorld::cardLeft(int reader) const {
    return cards_.at(static_cast<std::size_t>(reader))->state() == QProcess::NotRunning;
}

std::string PracticeWorld::token(const QString& patient, int issue) const {
    QProcess process;
    process.start(program("kmixr-practice"), {QStringLiteral("token"), QStringLiteral("--patient"), patient,
                                              QStringLiteral("--issue"), QString::number(issue)});
    REQUIRE(process.waitForFinished(10000));
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput().trimmed().toStdString();
}

} // namespace kmixr::testing
