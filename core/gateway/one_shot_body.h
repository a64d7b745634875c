// A request body that can be read once. QNetworkAccessManager re-sends a POST up to four times by itself when a
// connection breaks; from a sequential device that cannot be rewound it cannot (platform notes §5).
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace kmixr::gateway {

class OneShotBody final : public QIODevice {
public:
    explicit OneShotBody(QByteArray bytes, QObject* parent = nullptr);
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char* to, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray bytes_;
    qint64 position_ = 0;
};

} // namespace kmixr::gateway
