// 検査: which test on which day. Receipts hold no values; absence proves nothing where a fee covers the tests.
#pragma once

#include "ui/details/history_model.h"
#include "ui/details/month_page.h"

#include <memory>

namespace kmixr::ui {

class ExaminationsPage : public MonthPage {
    Q_OBJECT
public:
    explicit ExaminationsPage(QWidget* parent = nullptr);
    ~ExaminationsPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] int tabCount() const override; ///< kinds of tests
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

private:
    struct Parts;
    void arrange();
    void tell();
    void tellMonth();
    [[nodiscard]] QString bundleWords(Month month) const;

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
