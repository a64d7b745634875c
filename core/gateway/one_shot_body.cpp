#include "core/gateway/one_shot_body.h"

#include <cstring>

namespace kmixr::gateway {

OneShotBody::OneShotBody(QByteArray bytes, QObject* parent) : QIODevice(parent), bytes_(std::move(bytes)) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const {
    return bytes_.size() - position_ + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char* to, qint64 most) {
    const qint64 count = qMin<qint64>(most, bytes_.size() - position_);
    if (count == 0) {
        return -1;
    }
    std::memcpy(to, bytes_.constData() + position_, static_cast<std::size_t>(count));
    position_ += count;
    return count;
}

} // namespace kmixr::gateway
