#include "ui/details/month_page.h"

namespace kmixr::ui {

void MonthPage::makeNote(FilterBar& bar) {
    bar_ = &bar;
    note_ = new StandNote(this);
    connect(note_, &StandNote::newestWanted, this, &PatientPage::newestWanted);
    connect(note_, &StandNote::allWanted, this, [this] {
        const Month month = *stand_.month();
        stand_.widenForAll(*bar_, monthRecords(month), everything(month));
        filter();
        toMonth();
    });
}

int MonthPage::placeNote(int left, int top, int width) {
    const int high = note_->heightFor(width);
    if (high == 0)
        return 0;
    note_->setGeometry(left, top, width, high);
    return high + Metrics::px(4);
}

void MonthPage::standAt(std::optional<Month> month) {
    if (!stand_.month() && !month)
        return;
    if (stand_.month()) {
        stand_.end(*bar_);
        filter(); // as it was: only what this month needs is widened
    }
    if (month && shown() != nullptr && shown()->newestMonth)
        stand_.begin(*month, *bar_, monthRecords(*month), everything(*month));
    monthChanged();
    filter();
    toMonth();
}

void MonthPage::sayMonth(const QString& unit, const QString& nothing) {
    if (shown() == nullptr || !stand_.month()) {
        note_->show({}, false);
        return;
    }
    const auto records = monthRecords(*stand_.month());
    note_->show(stand_.words(*shown(), records, unit, nothing), countOf(records) > shownOf(records));
}

} // namespace kmixr::ui
