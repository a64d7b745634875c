// 投薬: every drug with its supply over time, overlaps and hints explained below, and today's
// estimate at the right.
#pragma once

#include "ui/details/history_model.h"
#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class MedicationPage : public PatientPage {
    Q_OBJECT
public:
    explicit MedicationPage(QWidget* parent = nullptr);
    ~MedicationPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] int tabCount() const override; ///< current drugs, by estimate
    void takeFocus() override;
    void standAt(std::optional<Month> month) override;
    [[nodiscard]] std::optional<Month> stoodAt() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    void filter();
    void arrange();
    void tell();
    [[nodiscard]] QString foldedWords() const;
    void tellMonth();
    void fitAxis();
    static QString periodWords(std::size_t index);
    [[nodiscard]] std::vector<MonthRecord> monthRecords(Month month) const;
    [[nodiscard]] int everything(Month month) const; ///< the filter that hides nothing of the month
    void toMonth();                                  ///< the row of the month one stands at becomes current

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
