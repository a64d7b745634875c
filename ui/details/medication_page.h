// 投薬: every drug with its supply over time, overlaps and hints explained below, and today's
// estimate at the right.
#pragma once

#include "ui/details/history_model.h"
#include "ui/details/month_page.h"

#include <memory>

namespace kmixr::ui {

class MedicationPage : public MonthPage {
    Q_OBJECT
public:
    explicit MedicationPage(QWidget* parent = nullptr);
    ~MedicationPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] int tabCount() const override; ///< current drugs, by estimate
    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] const history::History* shown() const override;
    [[nodiscard]] std::vector<MonthRecord> monthRecords(Month month) const override;
    [[nodiscard]] int everything(Month month) const override;
    void filter() override;
    void toMonth() override;
    void monthChanged() override; ///< the month has a place on the axis

private:
    struct Parts;
    void arrange();
    void tell();
    [[nodiscard]] QString foldedWords() const;
    void tellMonth();
    static QString periodWords(std::size_t index);

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
