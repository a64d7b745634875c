// Progress with numbers: words, then a bar under them (UI.md §6). Without a total the bar shows that work goes on by
// its words.
#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>

namespace kmixr::ui {

class ProgressRow : public QWidget {
    Q_OBJECT
public:
    explicit ProgressRow(QWidget* parent = nullptr);

    /// `words` as they stand; `total` 0 = not known: no bar.
    void show(const QString& words, std::int64_t done, std::int64_t total);
    [[nodiscard]] QString words() const { return words_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString words_;
    double part_ = -1;
};

} // namespace kmixr::ui
