// The flag row: what may change what a doctor does, in the national order. ←→ walk, Enter opens the evidence (UI.md §6,
// §7).
#pragma once

#include "ui/details/history_model.h"

#include <QAbstractButton>

#include <vector>

namespace kmixr::ui {

/// One flag: 5 px bar at the left (double where only a disease name says so), icon, words, evidence kind and month.
class FlagChip : public QAbstractButton {
    Q_OBJECT
public:
    enum class Form { TwoLines, TwoLinesShort, OneLine }; ///< short: the second line without the institution

    explicit FlagChip(QWidget* parent) : QAbstractButton(parent) { setAttribute(Qt::WA_Hover); }
    void showFlag(const history::History& history, const history::Flag& flag);
    void showMore(int count); ///< 「ほか 2」
    void setForm(Form form);
    [[nodiscard]] int naturalWidth(Form form) const;

signals:
    void walked(int step); ///< ← −1, → +1

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString words_, evidence_, brief_, when_, shortWhen_, icon_;
    bool caution_ = false;
    bool nameOnly_ = false;
    bool more_ = false;
    Form form_ = Form::TwoLines;
};

class FlagRow : public QWidget {
    Q_OBJECT
public:
    explicit FlagRow(QWidget* parent = nullptr);

    void setHistory(std::shared_ptr<const history::History> history);
    [[nodiscard]] int heightFor(int width) const;
    [[nodiscard]] const std::vector<FlagChip*>& chips() const { return chips_; } ///< those shown

signals:
    void asked(const kmixr::ui::EvidenceAsk& ask);
    void heightChanged(); ///< 「ほか n」 was opened

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Plan {
        FlagChip::Form form = FlagChip::Form::TwoLines;
        int columns = 0, rows = 0;
    };
    [[nodiscard]] Plan plan(int width) const;
    void build();
    void place();
    void walk(FlagChip* from, int step);
    void stopAt(FlagChip* chip);
    FlagChip* makeChip();

    std::shared_ptr<const history::History> history_;
    std::vector<FlagChip*> chips_;
    bool open_ = false; ///< all flags, not only eight
};

} // namespace kmixr::ui
