// The head of a receipt as on paper: form, month and institution; below, in boxes, insurance, person and days. Painted;
// a screen reader hears it as one sentence.
#pragma once

#include "core/receipt/receipt.h"

#include <QWidget>

#include <vector>

namespace kmixr::ui {

class PaperHead : public QWidget {
    Q_OBJECT
public:
    explicit PaperHead(QWidget* parent = nullptr);

    void show(const receipt::Receipt& receipt);
    void clear();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Box {
        QString label, value;
        int width = 0;         ///< at 100 %; 0 = takes the rest
        bool isNumber = false; ///< of the insurance: yields first
    };
    void say();

    QString form_, month_, institution_, type_;
    std::vector<Box> boxes_;
};

} // namespace kmixr::ui
