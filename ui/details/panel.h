// A panel of a page: one bold title, a note beside it, a way to the page behind it, the rows, and a foot. UI.md §0, §3.
#pragma once

#include "ui/details/controls.h"
#include "ui/marks/marks.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace kmixr::ui {

/// One piece of a legend: a mark that is drawn, a badge, words, or any of them together.
struct LegendPart {
    QString words;
    std::function<void(QPainter&, const QRect&)> mark{}; ///< drawn in a square of the text's height
    std::optional<BadgeKind> badge{};                    ///< then the words stand inside a badge
    bool strong = false;
};

/// Marks with their words, in one line; parts that find no room are left out from the end.
class Legend : public QWidget {
    Q_OBJECT
public:
    explicit Legend(QWidget* parent = nullptr);
    void setParts(std::vector<LegendPart> parts);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int partWidth(const LegendPart& part) const;

    std::vector<LegendPart> parts_;
};

class Panel : public QWidget {
    Q_OBJECT
public:
    enum class Edge { Solid, Dashed }; ///< dashed: suspected diseases

    explicit Panel(QWidget* parent = nullptr, Edge edge = Edge::Solid);

    void setTitle(const QString& title, const QString& note = {});
    void setNoteFace(Face face) { noteFace_ = face; } ///< caption unless told
    /// The note becomes something to press, from now on.
    LinkButton* makeNoteLink();
    /// A badge between title and note; empty words take it away.
    void setBadge(const QString& words, BadgeKind kind, bool before = false);
    /// Right end of the head; `spoken` is its name where the words are only a sign.
    void setLink(const QString& words, const QString& spoken = {});
    /// `inset`: the padding of the panel stands at both sides of the content.
    void setContent(QWidget* content, bool inset = false);
    void setFoot(std::vector<LegendPart> parts, const QString& link = {});
    /// Words instead of the content, while there is nothing to show; empty = the content stands.
    void setEmptyWords(const QString& words);

    [[nodiscard]] int headHeight() const; ///< 0 without a title
    [[nodiscard]] int footHeight() const; ///< 0 without a foot
    [[nodiscard]] int padding() const;
    [[nodiscard]] QRect contentRect() const;
    /// Places head, content and foot now; a hidden widget would only learn its size when it is shown.
    void settle() { place(); }

signals:
    void linkFollowed();
    void footFollowed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    [[nodiscard]] QRect noteRect() const;
    void paintEmpty(QPainter& painter) const;

    Edge edge_;
    QString title_, note_, badge_, empty_;
    BadgeKind badgeKind_ = BadgeKind::Neutral;
    Face noteFace_ = faces::caption;
    bool badgeBefore_ = false;
    LinkButton* link_;
    LinkButton* noteLink_ = nullptr;
    Legend* foot_;
    LinkButton* footLink_;
    QWidget* content_ = nullptr;
    bool inset_ = false;
};

/// Marks for legends and feet.
LegendPart circlePart(CircleState state, const QString& words);

} // namespace kmixr::ui
