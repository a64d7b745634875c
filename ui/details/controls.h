// The small things one presses on a page: filter chips, links, the look-ahead line. Painted from roles, pressed by key
// or mouse, spoken by name (UI.md §5, §6).
#pragma once

#include "ui/details/type_face.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace kmixr::ui {

/// A filter with its count: the current one is filled and bold.
class FilterChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit FilterChip(const QString& words, QWidget* parent = nullptr);
    /// -1 = no count.
    void setCount(int count);
    [[nodiscard]] int count() const { return count_; }
    /// A key beside the words, such as "Alt+S"; also becomes the shortcut.
    void setKey(const QKeySequence& key);
    /// Keeps the key, which a button of Qt forgets with every new text.
    void setText(const QString& words);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void tell();
    [[nodiscard]] Face besideFace() const;
    [[nodiscard]] QString beside() const; ///< count or key, in small grey

    int count_ = -1;
    QString key_;
};

/// Words in the accent colour that lead somewhere. Not a stop of the Tab key: each has a key of its own.
class LinkButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit LinkButton(QWidget* parent = nullptr);
    void setQuiet(bool quiet);   ///< in text2, for the foot of a panel
    void setFramed(bool framed); ///< inside the frame of a neutral badge
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] Face face() const;

    bool quiet_ = false, framed_ = false;
};

/// What stands folded for want of room, in one line with its count and its key: pressing shows it instead of the table,
/// pressing again the table.
class FoldLine : public QAbstractButton {
    Q_OBJECT
public:
    FoldLine(const QKeySequence& key, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString key_;
};

/// 「この下:単月 2 過去 9」: what the page still holds below the last row seen. Pressing goes there.
class LookAheadLine : public QAbstractButton {
    Q_OBJECT
public:
    explicit LookAheadLine(QWidget* parent = nullptr);
    /// `what` in bold, each part with its count; `example` behind them in parentheses; nothing = the line is empty.
    void show(const QStringList& what, const QString& example);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int widthOfCounts() const; ///< without the example

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList what_;
    QString example_;
};

/// Search by kana, width and capitals alike; Ctrl+F comes here, Esc empties it.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& hint, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
};

} // namespace kmixr::ui
