// The plans of the practice people as values: what resources/practice holds, still in relative time and without a
// point counted. Notation and meaning: practice-patients.md §0, A, B.
#pragma once

#include "app/practice/people/plan_dates.h"
#include "core/receipt/receipt.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::practice {

enum class InstitutionKind : std::uint8_t { Hospital, Clinic, DentalClinic, Pharmacy };

struct PracticeInstitution {
    std::string id; ///< "C1"
    InstitutionKind kind = InstitutionKind::Clinic;
    receipt::Institution claim; ///< prefecture, point table, code, name
    std::string kana;
    std::string address;
    std::string phone;
    std::vector<std::string> doctors;
    /// Closed on Sundays and from 29 December to 3 January: visits move to the next weekday.
    [[nodiscard]] bool closesOnHolidays() const { return kind == InstitutionKind::Clinic; }
};

enum class Scheme : std::uint8_t { National, LateElderly, Employees }; ///< 国保, 後期高齢者, 被用者保険

/// 特記事項 of people of 70 and more, which changed its code over the years.
struct BurdenMark {
    std::optional<Month> from, to;
    std::string code;
};

struct Insurer {
    std::string id; ///< "I1"
    std::string number;
    std::string name;
    Scheme scheme = Scheme::National;
    char reviewer = '1'; ///< 審査支払機関: '1' 支払基金, '2' 国保連
    std::vector<BurdenMark> elderlyMarks;
};

/// When in its month a planned thing happens. Every condition given must hold.
struct Occasion {
    enum class Which : std::uint8_t { All, First, Last, FirstMonday };

    MonthSet months;
    std::vector<int> days;       ///< planned days of the month, before holidays move them
    std::vector<PlanDate> dates; ///< exact days (in-patients)
    std::optional<std::pair<PlanDate, PlanDate>> span;
    std::optional<std::pair<int, int>> stayDays; ///< days of the stay, admission = 1
    std::vector<std::chrono::weekday> weekdays;
    Which which = Which::All; ///< among the days left
    std::optional<int> times; ///< the first so many of them
};

struct PlannedComment {
    std::string code;
    std::string text;             ///< full-width, as recorded
    std::optional<PlanDate> date; ///< patterns 40, 50, 80: rendered from the date
    std::string value;            ///< pattern 80
    MonthSet months;
};

struct PlannedLine {
    std::string code;
    std::optional<receipt::Quantity> amount;
    std::optional<std::int64_t> points; ///< instead of the master's
    bool donorsCost = false;            ///< points = what the donor's block sums to
};

/// 一連の行為, or the name of a bundle of them.
struct PlannedGroup {
    std::string bundle;
    std::string division; ///< 診療識別
    std::vector<PlannedLine> lines;
    int count = 1; ///< per occasion: days of supply for 内服
    Occasion when;
    bool separate = false; ///< keeps its own rows although an equal unit exists
    bool oneUnit = false;  ///< one number of points pays for lines of all kinds together (DPC)
    bool coding = false;   ///< DPC: recorded as CD, without points
    bool joins = false;    ///< DPC: has no day of its own, belongs to the group before it
    char drugUse = '\0';   ///< 歯科: 医薬品区分
    std::vector<PlannedComment> comments;
};

struct PlannedDisease {
    std::string code;
    std::vector<std::string> modifiers;
    std::string recordedName;
    PlanDate since;
    char outcome = '1';             ///< 転帰
    std::optional<int> outcomeFrom; ///< month in which the outcome is recorded; absent afterwards
    bool main = false;
    MonthSet months;
    std::string category{};           ///< DPC: 傷病名区分
    std::vector<std::string> teeth{}; ///< 歯科: 歯式
};

struct PlannedDrug {
    char form = '1'; ///< 剤形
    std::string usage;
    std::string usageText;
    std::string code;
    receipt::Quantity amount;
    int quantity = 1;                       ///< 調剤数量
    std::optional<std::int64_t> priceCents; ///< 1/100 yen, for a code that no master has
    Occasion when;
};

struct PlannedStay {
    PlanDate from, to;
};

/// The organ donor of a transplant: another person inside the recipient's receipt.
struct PlannedDonor {
    receipt::Person person;
    char organ = '1';
    PlannedStay stay;
    std::vector<PlannedDisease> diseases;
    std::vector<PlannedGroup> groups;
};

/// A returned receipt that is claimed again (返戻): the later claim replaces the earlier.
struct Reclaim {
    int month = 0;       ///< of treatment
    int reclaimedIn = 0; ///< month of the later claim
    std::string searchNumber;
    std::vector<std::string> without; ///< codes that the first claim lacked
};

/// 査定: the payer's review deletes the line of that code on that day.
struct Reduction {
    int month = 0;
    int day = 0;
    std::string code;
    std::string reason;
};

struct PlannedDpc {
    std::string diagnosisGroup;
    char outcome = '9';   ///< DPC転帰
    char admission = '1'; ///< 予定・緊急入院区分
};

/// One row of a plan: the receipts of one institution for one patient, month after month.
struct PlannedReceipt {
    receipt::Kind kind = receipt::Kind::MedicalOutpatient;
    std::string institution;
    std::string prescriber; ///< 調剤: whose prescriptions
    MonthSet months;
    std::vector<int> days;
    std::map<int, std::vector<int>> daysIn; ///< months that differ
    std::vector<std::chrono::weekday> weekdays;
    std::optional<std::chrono::weekday> firstWeekday; ///< only the first such day of the month
    std::optional<PlannedStay> stay;
    std::vector<std::string> wards; ///< 病棟区分
    std::string exclusionReason;    ///< GR: why a DPC hospital claims by the fee schedule
    bool publicExpense = false;
    bool sameDayDispensing = false; ///< gaps between supplies are the point of the plan
    std::optional<int> refillAfter; ///< 調剤: the same prescription is filled again so many days later
    bool diseasesLast = false;      ///< SY after the detail lines, as third-party files have it
    std::string splitComment;       ///< comment that ends both parts when the insurer changes in the month
    std::vector<PlannedDisease> diseases;
    std::vector<PlannedGroup> groups;
    std::vector<PlannedDrug> drugs;
    std::optional<PlannedDonor> donor;
    std::optional<PlannedDpc> dpc;
    std::vector<receipt::Narrative> narratives;
    std::vector<Reclaim> reclaims;
    std::vector<Reduction> reductions;
    std::vector<int> withdrawn; ///< months whose receipt is taken back later (取下げ)
};

struct PlannedInsurance {
    std::string insurer;
    std::string symbol, number, branch;
    bool family = false;
    std::optional<PlanDate> from, to;
    std::map<int, std::string> numberIn; ///< months in which the insurer's number is recorded differently
};

struct PublicExpensePlan {
    std::string payer, recipient;
};

struct PracticePerson {
    std::string id;          ///< "K05"
    receipt::Person person;  ///< name and kana with a half-width blank, as people write them
    int plannedReceipts = 0; ///< over all kinds, as the plan promises
    std::vector<PlannedInsurance> insurance;
    std::optional<PublicExpensePlan> publicExpense;
    std::vector<PlannedReceipt> receipts;
};

struct Plans {
    std::map<std::string, PracticeInstitution> institutions;
    std::map<std::string, Insurer> insurers;
    std::map<std::string, std::vector<PlannedGroup>> bundles;
    std::vector<PracticePerson> people; ///< K01 … K26
};

} // namespace kmixr::practice
