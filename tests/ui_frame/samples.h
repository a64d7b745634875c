// Invented people, card and receipts for the window's tests and pictures.
#pragma once

#include "ui/frame/main_window.h"

#include <memory>

namespace kmixr::ui::test {

/// 2026-07-08 10:12 in Japan.
const Clock& clock();

card::ReaderStatus reader(card::ReaderState state);
SignInFacts facts(std::optional<int> triesLeft = 3);
protocol::SignedIn doctor();
PatientHeading heading();
/// A woman with atrial fibrillation and warfarin: two receipts of an invented clinic.
std::shared_ptr<const history::History> patientHistory();
MainWindow::Options options(bool practice = false);

/// Words that belong to that patient alone.
QStringList patientWords();

} // namespace kmixr::ui::test
