#include "app/client/flows/scan_desk.h"

namespace kmixr::client {

namespace {
/// The same wrong code is spoken of again only after this.
constexpr qint64 repeatAfterMs = 4000;
/// A card that no look shows for so long was taken away; less is a hand that trembles.
constexpr qint64 awayAfterMs = 1500;
constexpr qint64 tellEveryMs = 2000;
} // namespace

ScanDesk::ScanDesk(QObject* parent) : QObject(parent), reader_(std::make_shared<qr::LiveSymbolReader>()) {}

void ScanDesk::start() {
    reading_ = true;
    lastWrong_ = {};
    away_.invalidate(); // nobody looked until now
    sinceTold_.start();
}

void ScanDesk::stop() {
    reading_ = false;
}

void ScanDesk::look(const QByteArray& luma, int width, int height) {
    if (!reading_) {
        emit frameDone();
        return;
    }
    eyes_
        .ask([reader = reader_, luma, width, height] {
            qr::GreyImage image;
            image.pixels = reinterpret_cast<const std::uint8_t*>(luma.constData());
            image.width = width;
            image.height = height;
            image.rowStride = width;
            return reader->read(image);
        })
        .then(this, [this, width, height](const std::optional<qr::Symbol>& symbol) {
            if (reading_) {
                emit looked(symbol ? std::optional(symbol->corners) : std::nullopt, width, height);
                if (symbol) {
                    read(*symbol);
                }
                if (showsTaken(symbol)) {
                    away_.invalidate();
                } else if (!away_.isValid()) {
                    away_.start();
                }
            }
            emit frameDone();
        });
}

void ScanDesk::read(const qr::Symbol& symbol) {
    const auto token = qr::PatientCardToken::read(symbol.text);
    if (token) {
        take(*token);
        return;
    }
    const Sha256 text = sha256(symbol.text);
    if (text == lastWrong_ && sinceWrong_.isValid() && sinceWrong_.elapsed() < repeatAfterMs) {
        return;
    }
    lastWrong_ = text;
    sinceWrong_.start();
    emit wrongCode(token.error());
}

void ScanDesk::take(const qr::PatientCardToken& token) {
    const Sha256 card = sha256(token.text());
    const bool wasAway = away_.isValid() && away_.elapsed() >= awayAfterMs;
    if (taken_ == card && !wasAway) {
        if (sinceTold_.elapsed() >= tellEveryMs) {
            sinceTold_.start();
            emit cardStillThere();
        }
        return;
    }
    taken_ = card;
    reading_ = false;
    emit tokenRead(token);
}

bool ScanDesk::showsTaken(const std::optional<qr::Symbol>& symbol) const {
    if (!symbol || !taken_) {
        return false;
    }
    const auto token = qr::PatientCardToken::read(symbol->text);
    return token && sha256(token->text()) == *taken_;
}

} // namespace kmixr::client
