// Searching as a person means it: full and half width, capitals, hiragana and katakana count as the same letter.
#pragma once

#include <QString>
#include <QStringList>

namespace kmixr::ui {

/// The form in which two texts are compared. Spaces and middle dots fall away, ends of lines stay.
QString folded(const QString& text);
/// What a person typed: words parted by blanks, all of which have to occur.
class SearchQuery {
public:
    SearchQuery() = default;
    explicit SearchQuery(const QString& typed);
    [[nodiscard]] bool isEmpty() const { return words_.isEmpty(); } ///< finds everything
    /// `foldedText` went through folded() already.
    [[nodiscard]] bool foundIn(const QString& foldedText) const;
    friend bool operator==(const SearchQuery&, const SearchQuery&) = default;

private:
    QStringList words_; ///< folded
};

} // namespace kmixr::ui
