// 手術・処置: ten years on a strip, then what was done in groups, newest first.
#pragma once

#include "ui/details/history_model.h"
#include "ui/details/month_page.h"

#include <memory>

namespace kmixr::ui {

class ProceduresPage : public MonthPage {
    Q_OBJECT
public:
    explicit ProceduresPage(QWidget* parent = nullptr);
    ~ProceduresPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    [[nodiscard]] int tabCount() const override; ///< rows, without fees and excluded claims
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
    void placeFoot(); ///< what is below at the left, the legend at the right
    void tell();
    void tellMonth();

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
