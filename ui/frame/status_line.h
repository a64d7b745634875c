// The foot of the window: who is signed in, what a pulled card does, time to lock; right: keys of this page, date and
// time.
#pragma once

#include "core/common/clock.h"

#include <QString>
#include <QStringList>
#include <QWidget>

namespace kmixr::ui {

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const Clock& clock, QWidget* parent = nullptr);

    /// `role` 医師 or 職員, `card` 医師資格証; all empty = nobody.
    void setDoctor(const QString& role, const QString& name, const QString& card);
    void setNotes(const QStringList& notes);
    void setKeys(const QStringList& keys);
    /// Seconds until the idle lock; negative = not shown.
    void setSecondsLeft(int seconds);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    [[nodiscard]] QString dateAndTime() const;
    void tell();

    const Clock& clock_;
    QString role_, name_, card_;
    QStringList notes_, keys_;
    int secondsLeft_ = -1;
    QString lastTime_;
};

} // namespace kmixr::ui
