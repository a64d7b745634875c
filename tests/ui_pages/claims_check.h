// What no text of a page may claim (§0 of the clinical rules): absence without the patient's newest data month in the
// same sentence, a suspected name without its suspicion, something taken without being an estimate, a number or a
// promise that receipts do not hold.
#pragma once

#include "core/history/history.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace kmixr::test {

class ClaimsCheck {
public:
    explicit ClaimsCheck(const history::History& of);

    /// What is wrong with a text of a page; empty = nothing.
    [[nodiscard]] QStringList complaints(const QString& text) const;
    /// The same of a receipt's own lines and words: only that no suspected name loses its suspicion, and nothing is
    /// said to be taken.
    [[nodiscard]] QStringList complaintsAboutReceipt(const QString& text) const;
    /// The same of many texts run together: each suspected name there is followed by its suspicion.
    [[nodiscard]] QStringList complaintsAboutWhole(const QString& text) const;
    /// Suspected names without の疑い.
    [[nodiscard]] const QStringList& suspected() const { return suspected_; }

private:
    [[nodiscard]] QString ownWords(QString line) const;
    void checkNames(const QString& own, QStringList& wrong) const;

    /// The patient's newest data month, as every absence has to say it; nothing matches where there is none.
    QRegularExpression asOf_{QStringLiteral("(?!)")};
    QStringList ofOthers_; ///< names of masters and receipts, whose words are not ours; the longest first
    QStringList suspected_;
};

} // namespace kmixr::test
