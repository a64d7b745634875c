// A problem in words, where it happened: what happened (bold), what it means, what to do with one button; the code
// small (UI.md §6).
#pragma once

#include "ui/controls/key_button.h"
#include "ui/controls/word_label.h"
#include "ui/problems/problem_table.h"

#include <QWidget>

#include <set>

namespace kmixr::ui {

class ProblemMessage : public QWidget {
    Q_OBJECT
public:
    enum class Shape { Tall, Wide }; ///< button below the words, or at their right
    /// `offered`: the remedies that work where this message stands; others show no button.
    explicit ProblemMessage(std::set<Remedy> offered, QWidget* parent = nullptr, Shape shape = Shape::Tall);

    void show(const Problem& problem);
    /// With another advice than the table's, where more is known.
    void show(const Problem& problem, const QString& advice);
    /// Words that are not a problem's: information, or a warning.
    void tell(const QString& title, const QString& words, bool warning = false);
    void clear(); ///< hides it
    [[nodiscard]] QString title() const { return title_->text(); }

signals:
    void remedyWanted(kmixr::ui::Remedy remedy);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void set(const ProblemWords& words);
    void leaveRoom(); ///< for the icon

    std::set<Remedy> offered_;
    Remedy remedy_ = Remedy::None;
    QColor Roles::* colour_ = &Roles::caution;
    QString icon_;
    WordLabel *title_, *meaning_, *advice_, *code_;
    KeyButton* button_;
};

} // namespace kmixr::ui
