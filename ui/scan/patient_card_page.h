// A patient agrees with the My Number card (UI.md §10, F6): the cards change places, the patient types the PIN on a
// page that the doctor turns to them, the doctor's card comes back. No word about anybody's health, and nobody's name.
#pragma once

#include "ui/controls/mark_view.h"
#include "ui/frame/app_bar.h"
#include "ui/problems/problem_message.h"
#include "ui/scan/patient_card_scene.h"
#include "ui/signin/pin_pane.h"

#include <QStackedWidget>

namespace kmixr::ui {

class PatientCardPage : public QWidget {
    Q_OBJECT
public:
    explicit PatientCardPage(QWidget* parent = nullptr);

    void show(const PatientCardScene& scene);
    void showSecondsLeft(int seconds);
    /// Typed digits are wiped, nothing is asked any more.
    void clear();
    [[nodiscard]] AppBar* appBar() { return appBar_; }

signals:
    void pinGiven(kmixr::card::Pin& pin);
    void pinPadChosen();
    void retryWanted();
    void stopWanted();    ///< Esc
    void signOutWanted(); ///< instead of putting the doctor's card back

private:
    using View = PatientCardScene::View;

    QWidget* makeNotice();
    QWidget* makePinStep(const QString& title, const QString& words, PinPane* pane, int pixels);
    QWidget* makeFoot();
    void notice(const QString& icon, const QString& title, const QString& words, const PatientCardScene& scene);
    void working(const QString& title, const QString& words, const PatientCardScene& scene);
    void noticeFor(const PatientCardScene& scene);
    void askPin(PinPane* pane, const PatientCardScene& scene);

    std::optional<View> shown_;
    AppBar* appBar_;
    QStackedWidget* body_;
    PinPane *patientPin_, *doctorPin_;
    MarkView* picture_ = nullptr;
    WordLabel *title_ = nullptr, *words_ = nullptr;
    Patience patience_;
    ProblemMessage* message_ = nullptr;
    WordLabel* time_ = nullptr;
    KeyButton *stop_ = nullptr, *signOut_ = nullptr;
};

} // namespace kmixr::ui
