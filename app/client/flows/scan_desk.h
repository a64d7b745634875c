// Frames from the camera → symbol → token. One frame is looked at at a time, beside the window; the same code held
// before the camera is answered once, not thirty times a second. Laying a card before the camera is
// consent to one view: the card whose view has ended, or was refused, is taken again only after it was away.
#pragma once

#include "app/client/worker.h"
#include "core/common/outcome.h"
#include "core/qr/patient_card_token.h"
#include "core/qr/symbol_reader.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

namespace kmixr::client {

class ScanDesk : public QObject {
    Q_OBJECT
public:
    explicit ScanDesk(QObject* parent = nullptr);

    /// `luma` is width × height bytes, row by row. The answer is looked(…), then frameDone().
    void look(const QByteArray& luma, int width, int height);
    /// Nothing is read until the next start(): a view is being opened, or the page is gone.
    void stop();
    void start();

signals:
    /// Where the symbol is, for the outline; nullopt = none in this frame.
    void looked(const std::optional<std::array<kmixr::qr::Point, 4>>& corners, int width, int height);
    void frameDone();
    void tokenRead(const kmixr::qr::PatientCardToken& token);
    /// A code that is none of ours, in a word.
    void wrongCode(const kmixr::Problem& problem);
    /// The card taken last is there still; it must be taken away before it opens anything again. Every two seconds.
    void cardStillThere();

private:
    void read(const qr::Symbol& symbol);
    void take(const qr::PatientCardToken& token);
    [[nodiscard]] bool showsTaken(const std::optional<qr::Symbol>& symbol) const;

    std::shared_ptr<qr::LiveSymbolReader> reader_;
    bool reading_ = false;
    Sha256 lastWrong_{}; ///< of the text, so that the text itself is not kept
    QElapsedTimer sinceWrong_;
    std::optional<Sha256> taken_; ///< of the text of the card taken last
    QElapsedTimer away_; ///< since when the looks do not show it; invalid: the last look did, or there was none
    QElapsedTimer sinceTold_;
    Worker eyes_;
};

} // namespace kmixr::client
