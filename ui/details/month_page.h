// A detail page that can stand at the month chosen on the time line: it widens what hides the month, says so in a line,
// and goes back to what it was.
#pragma once

#include "ui/details/stand_note.h"
#include "ui/frame/patient_page.h"

namespace kmixr::ui {

class MonthPage : public PatientPage {
    Q_OBJECT
public:
    using PatientPage::PatientPage;

    void standAt(std::optional<Month> month) final;
    [[nodiscard]] std::optional<Month> stoodAt() const final { return stand_.month(); }

protected:
    /// Once, where the line is to stand among the widgets of the page.
    void makeNote(FilterBar& bar);
    /// The line below `top`; the height it takes, 0 while it says nothing.
    int placeNote(int left, int top, int width);
    /// Says the month one stands at, or nothing at the newest: `unit` with %1 counts its rows.
    void sayMonth(const QString& unit, const QString& nothing);
    /// Another patient: nothing is widened back.
    void forgetMonth() { stand_.forget(); }
    void alsoSwitched(const QString& words) { stand_.alsoSwitched(words); }

    [[nodiscard]] virtual const history::History* shown() const = 0;
    [[nodiscard]] virtual std::vector<MonthRecord> monthRecords(Month month) const = 0;
    [[nodiscard]] virtual int everything(Month month) const = 0; ///< the filter that hides nothing of the month
    virtual void filter() = 0;
    virtual void monthChanged() {} ///< before the rows are filtered for it
    virtual void toMonth() = 0;    ///< the row of the month one stands at becomes current

private:
    StandNote* note_ = nullptr;
    FilterBar* bar_ = nullptr;
    MonthStand stand_;
};

} // namespace kmixr::ui
