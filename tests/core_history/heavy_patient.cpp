#include "heavy_patient.h"

#include "derived.h"

#include <algorithm>

namespace kmixr::history::test {
namespace {

std::vector<int> dialysisDays(Month of) {
    std::vector<int> days;
    for (Day at = firstOf(of); at <= lastOf(of); at = addDays(at, 1)) {
        const auto weekday = std::chrono::weekday(std::chrono::sys_days(at)).iso_encoding();
        if (weekday == 1 || weekday == 3 || weekday == 5) {
            days.push_back(static_cast<int>(static_cast<unsigned>(at.day())));
        }
    }
    return days;
}

/// One month of somebody on dialysis with a general practitioner, a hospital and two pharmacies.
void addMonth(std::vector<ReceiptInput>& receipts, Month of) {
    const auto iso = isoMonth(of);
    const auto days = dialysisDays(of);
    Claim dialysis(dialysisClinic, iso);
    dialysis.visit(days)
        .sy({"8851366", "20150402", "", "1", true})
        .sy({"2858001", "20150402"})
        .sy({"8833421", "20150402"})
        .sy({"8841364", "20150502"})
        .sy({"2520010", "20160202"})
        .sy({"2767001", "20150402"});
    dialysis.si("13", "113002510", {days.front()});
    for (const int number : days) { // one unit a day: the way that makes most lines
        dialysis.siOpen("40", "140057910", {number})
            .siOpen("", "140058970", {number})
            .iy("", "620005701", "1", 1, number)
            .to("", "710010935", "1", {number});
        dialysis.iy("31", "622682001", "1", 1, number)
            .si("60", "160054710", {number})
            .siOpen("60", "160019010", {number})
            .siOpen("", "160019210", {number})
            .siOpen("", "160021410", {number})
            .si("", "160008010", {number})
            .co("", "810000001", "透析中に変化なし")
            .iy("33", "620006292", "1", 1, number);
    }
    receipts.push_back(dialysis.input());
    Claim practice(clinicA, iso);
    practice.visit({6, 20})
        .sy({"8844446", "20141010"})
        .sy({"5301002", "20180104"})
        .sy({"8846694", "20200608"})
        .sy({"8839792", "20210606"})
        .sy({"1539004", "20250606", "8002"})
        .si("12", "112007410", {6, 20})
        .si("80", "120002710", {6, 20});
    for (const auto* code : {"160022510", "160022610", "160020410", "160019310", "160021110", "160167250", "160020910",
                             "160010010", "160012010", "160068410"}) {
        practice.si("60", code, {6});
    }
    receipts.push_back(practice.input());
    Dispensed drugs(pharmacy, clinicA, iso);
    for (const auto* code : {"612170710", "620002477", "610443053", "613330003", "620002332", "622138301", "610463198",
                             "622080801", "621974701", "622401201"}) {
        drugs.drug('1', code, "1", 14, iso + "-06").drug('1', code, "1", 14, iso + "-20");
    }
    receipts.push_back(drugs.input());
    Dispensed more(otherPharmacy, dialysisClinic, iso);
    for (const auto* code : {"622068101", "613110017", "610432025", "620007870", "622341601"}) {
        more.drug('1', code, "3", 28, iso + "-04");
    }
    receipts.push_back(more.input());
}

} // namespace

std::vector<ReceiptInput> heavyPatient(int months) {
    std::vector<ReceiptInput> receipts;
    for (int back = months - 1; back >= 0; --back) {
        addMonth(receipts, newest - std::chrono::months(back));
    }
    return receipts;
}

std::size_t linesOf(const std::vector<ReceiptInput>& receipts) {
    std::size_t count = 0;
    for (const auto& receipt : receipts) {
        count += static_cast<std::size_t>(std::count(receipt.text.begin(), receipt.text.end(), '\n'));
    }
    return count;
}

} // namespace kmixr::history::test
