#include "ui/details/fold.h"

#include <algorithm>

namespace kmixr::ui {

QString folded(const QString& text) {
    QString result;
    const QString plain = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    result.reserve(plain.size());
    for (const QChar letter : plain) {
        if ((letter.isSpace() && letter != u'\n') || letter == QChar{0x30FB} || letter == QChar{0x00B7}) {
            continue;
        }
        const bool hiragana = letter >= QChar{0x3041} && letter <= QChar{0x3096};
        result.append(hiragana ? QChar(letter.unicode() + 0x60) : letter);
    }
    return result;
}

SearchQuery::SearchQuery(const QString& typed) {
    const QStringList words = typed.simplified().split(QChar{' '}, Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (const QString plain = folded(word); !plain.isEmpty())
            words_ << plain;
    }
}

bool SearchQuery::foundIn(const QString& foldedText) const {
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return foldedText.contains(word); });
}

} // namespace kmixr::ui
