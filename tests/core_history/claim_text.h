// Writes receipts as institutions write them (uke.md §3, §6), one patient at a time, so that every case goes through
// the real reader. Synthetic people and institutions only.
#pragma once

#include "core/common/dates.h"
#include "core/history/derive.h"

#include <string>
#include <string_view>
#include <vector>

namespace kmixr::history::test {

struct Place {
    std::string code, name;
    char table = '1';
};
inline const Place clinicA{"9910030", "青波駅前内科クリニック"};
inline const Place clinicB{"9910048", "汐見整形外科医院"};
inline const Place hospital{"9910014", "青波総合病院"};
inline const Place dialysisClinic{"9910071", "みなみ浜透析クリニック"};
inline const Place dentist{"9930018", "かもめ歯科医院", '3'};
inline const Place pharmacy{"9940015", "青波薬局本店", '4'};
inline const Place otherPharmacy{"9940023", "白砂みなと薬局", '4'};

/// The patient of a receipt; K23 of the practice people unless told.
struct Who {
    std::string name = "観音寺　修", kana = "カンオンジオサム", sex = "1", birth = "19550210", insurer = "379990",
                symbol = "練習国", number = "００２３";
};

struct Sy { ///< one disease line
    std::string code = {}, start = {}, modifiers = {}, outcome = "1";
    bool main = false;
    std::string text = {}, note = {};
};

/// A 医科 receipt, out-patient unless `inpatient`.
class Claim {
public:
    Claim(Place place, std::string_view month, Who who = {}, bool inpatient = false);

    Claim& visit(std::vector<int> days); ///< JD
    Claim& sy(Sy disease);
    /// An act that closes its unit, done once on each day. An empty division continues the group.
    Claim& si(std::string_view division, std::string_view code, std::vector<int> days, std::string_view amount = "");
    /// An act that leaves its unit open: no points.
    Claim& siOpen(std::string_view division, std::string_view code, std::vector<int> days,
                  std::string_view amount = "");
    /// A drug: `count` on `day` (days of 内服, doses, or 1); day 0 = not recorded.
    Claim& iy(std::string_view division, std::string_view code, std::string_view amount, int count, int day);
    Claim& to(std::string_view division, std::string_view code, std::string_view amount, std::vector<int> days);
    Claim& co(std::string_view division, std::string_view code, std::string_view text);
    Claim& line(std::string line); ///< as it stands
    Claim& claimedIn(std::string_view month, std::string_view searchNumber = "");

    [[nodiscard]] ReceiptInput input(std::string id = {}) const;

private:
    [[nodiscard]] std::string detail(std::string_view record, std::string_view division, std::string_view code,
                                     std::string_view amount, bool closes, const std::vector<std::pair<int, int>>& days,
                                     int count) const;

    Place place_;
    std::string month_, claimed_, searchNumber_;
    Who who_;
    bool inpatient_;
    std::vector<int> visits_;
    std::vector<std::string> diseases_, details_;
};

/// A 調剤 receipt: one pharmacy, one prescriber, one month.
class Dispensed {
public:
    Dispensed(Place from, Place prescriber, std::string_view month, Who who = {});

    /// One drug of a form (1 oral, 3 as needed, 4 injection, 5 external, 9), dispensed on a day.
    Dispensed& drug(char form, std::string_view code, std::string_view amount, int quantity, std::string_view day,
                    std::string_view usageText = "");

    [[nodiscard]] ReceiptInput input(std::string id = {}) const;

private:
    Place pharmacy_, prescriber_;
    std::string month_;
    Who who_;
    int prescriptions_ = 0;
    std::vector<std::string> lines_;
};

} // namespace kmixr::history::test
