#include "ui/details/fold.h"

#include <QStringList>

#include <algorithm>

namespace kmixr::ui {

QString folded(const QString& text) {
    QString result;
    const QString plain = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    result.reserve(plain.size());
    for (const QChar letter : plain) {
        if (letter.isSpace() || letter == QChar{0x30FB} || letter == QChar{0x00B7}) {
            continue;
        }
        const bool hiragana = letter >= QChar{0x3041} && letter <= QChar{0x3096};
        result.append(hiragana ? QChar(letter.unicode() + 0x60) : letter);
    }
    return result;
}

bool matches(const QString& foldedText, const QString& query) {
    const QStringList words = query.simplified().split(QChar{' '}, Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return foldedText.contains(folded(word)); });
}

} // namespace kmixr::ui
