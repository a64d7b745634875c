// What is said while a card or a server is at work: at once that something goes on, after 0.3 s that the card must
// stay, from the first second on for how long already, and after five seconds the way out.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace kmixr::ui {

class Patience : public QObject {
    Q_OBJECT
public:
    using Say = std::function<void(const QString& words)>;
    explicit Patience(Say say, QObject* parent = nullptr);

    /// Says `words` now, and more of them as time goes by. Running with the same words it runs on.
    void start(const QString& words);
    void stop();

private:
    void tell();

    Say say_;
    QString words_;
    QElapsedTimer since_;
    QTimer next_;
};

} // namespace kmixr::ui
