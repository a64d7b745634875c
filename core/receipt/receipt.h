// One receipt as a value: what an institution claimed for one patient in one month. Field meanings: uke.md; every
// value keeps the line it was read from, counted from 1 in the receipt's own text.
#pragma once

#include "core/common/dates.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::receipt {

using LineNumber = std::uint32_t; ///< from 1, in the text the receipt was read from

enum class Kind : std::uint8_t { MedicalOutpatient, MedicalInpatient, Dpc, Dental, Dispensing };
enum class Sex : std::uint8_t { Unknown, Male, Female };

/// 使用量, 数量データ and the like: a decimal number with at most five places, kept exactly.
struct Quantity {
    std::int64_t hundredThousandths = 0;

    [[nodiscard]] std::string text() const; ///< "2.5", "28"
    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
};
/// nullopt when the field is no number.
std::optional<Quantity> parseQuantity(std::string_view field);

struct Institution {
    std::string prefecture;                ///< 2 digits, "37"
    char pointTable = '1';                 ///< '1' 医科・DPC, '3' 歯科, '4' 調剤
    std::string code;                      ///< 7 digits
    std::string name;                      ///< may be empty (歯科 files without UK)
    [[nodiscard]] std::string key() const; ///< "37-1-9910030", unique in the country
    friend bool operator==(const Institution&, const Institution&) = default;
};

struct Person {
    std::string name; ///< 氏名 as recorded
    std::string kana; ///< full-width katakana, may be empty
    Sex sex = Sex::Unknown;
    std::optional<Day> birth;
    friend bool operator==(const Person&, const Person&) = default;
};

/// HO, with the branch number of SN.
struct Insurance {
    LineNumber line = 0;
    std::string insurerNumber; ///< trimmed; a wrong check digit is not an error
    std::string symbol;
    std::string number;
    std::string branch;
    int days = 0; ///< 診療実日数 / 処方箋受付回数
    std::int64_t points = 0;
    int meals = 0;             ///< 食事療養・生活療養 回数
    std::int64_t mealsYen = 0; ///< and what they cost
    friend bool operator==(const Insurance&, const Insurance&) = default;
};

/// KO, in the order of payment.
struct PublicExpense {
    LineNumber line = 0;
    std::string payerNumber;
    std::string recipientNumber;
    int days = 0;
    std::int64_t points = 0;
    friend bool operator==(const PublicExpense&, const PublicExpense&) = default;
};

enum class DiseaseOutcome : std::uint8_t { Continuing, Cured, Died, Stopped }; ///< 転帰 1 2 3 4; empty counts as 1

/// SY, SB (DPC) or HS (歯科). The name is composed with the masters of the month, see masters.h. A DPC receipt repeats
/// a disease under several 傷病名区分: each stands as its own value.
struct Disease {
    LineNumber line = 0;
    std::string code;                   ///< 7 digits; "0000999" = uncoded
    std::vector<std::string> modifiers; ///< 4 digits each, in recorded order
    std::string recordedName;           ///< only for 0000999
    std::optional<Day> start;           ///< when this institution began to bill for it
    DiseaseOutcome outcome = DiseaseOutcome::Continuing;
    bool main = false;                ///< 主傷病; of a DPC receipt 傷病名区分 01 and 11
    std::string note;                 ///< 補足コメント
    std::string category{};           ///< DPC only: 傷病名区分, 2 digits (01 02 11 21 31 41-44 51-54)
    std::string icd10{};              ///< DPC only: as the hospital coded it, without a dot
    std::vector<std::string> teeth{}; ///< 歯科 only: 歯式, 6 characters each (tooth_notation.h)
    bool cut = false;                 ///< deleted by the payer's review: shown, marked
    friend bool operator==(const Disease&, const Disease&) = default;
};

enum class LineKind : std::uint8_t { Act, Drug, Material, Comment }; ///< SI, IY, TO, CO

struct Comment {
    LineNumber line = 0;
    std::string code;                 ///< 9 digits, "810000001" = free text
    std::string text;                 ///< recorded data, not yet rendered
    std::vector<std::string> teeth{}; ///< 歯科 only: 歯式
    friend bool operator==(const Comment&, const Comment&) = default;
};

/// 加算 of a dental act (SS): five characters of the dental master.
struct Addition {
    std::string code;
    std::optional<Quantity> amount;
    friend bool operator==(const Addition&, const Addition&) = default;
};

struct DetailLine {
    LineNumber line = 0;
    LineKind kind = LineKind::Act;
    std::string code; ///< 9 digits
    std::optional<Quantity> amount;
    std::string unitCode;          ///< TO only, 3 digits
    std::string productName;       ///< TO only
    std::vector<Comment> comments; ///< the embedded pairs, and CO lines that follow
    bool cut = false;              ///< deleted by the payer's review (査定): it happened, and was not paid
    char drugUse = '\0';           ///< dental IY only: 医薬品区分 1 内服 2 屯服 3 外用 4 注射 5-7 used in an act
    std::optional<Quantity> secondAmount{}; ///< SS only: 数量データ2
    std::vector<Addition> additions{};      ///< SS only
    std::vector<LineNumber> alsoLines{};    ///< CD only: the rows of the later days that this value stands for
    friend bool operator==(const DetailLine&, const DetailLine&) = default;
};

/// 点数・回数算定単位: the lines that one number of points pays for, done `count` times on the days given.
struct CountUnit {
    std::vector<DetailLine> lines;
    std::optional<std::int64_t> points; ///< for one count; yen when the group is 97; nullopt = no line closed the unit
    int count = 0;
    std::array<std::uint16_t, 31> days{}; ///< counts on day 1…31; all zero = days not recorded

    [[nodiscard]] bool cut() const; ///< every line of it was deleted by the payer: its points do not count
    friend bool operator==(const CountUnit&, const CountUnit&) = default;
};

/// 一連の行為: from a line with 診療識別 to the next one. A DPC receipt has two sorts: what is paid by the fee schedule
/// (SI IY TO, with points) and what the per-diem fee covers (CD, without; equal acts of several days are one group).
struct Group {
    std::string division; ///< 診療識別, 2 digits
    char payers = '1';    ///< 負担区分; '\0' when not recorded, and for coding data
    std::vector<CountUnit> units;
    bool coding = false; ///< from CD
    friend bool operator==(const Group&, const Group&) = default;
};

/// CZ: one fill of a 剤.
struct Fill {
    LineNumber line = 0;
    std::optional<Day> prescribed;
    std::optional<Day> dispensed;
    int quantity = 0; ///< days for 内服, doses for 屯服, 1 for 外用
    std::int64_t preparationPoints = 0;
    std::int64_t drugPoints = 0;
    std::int64_t totalPoints = 0; ///< what the CZ line adds to the receipt's sum
    char payers = '\0';           ///< 負担区分; '\0' when not recorded
    friend bool operator==(const Fill&, const Fill&) = default;
};

/// SH with everything up to the next one: drugs of one form and usage, filled on one or several days.
struct Prescription {
    LineNumber line = 0;
    char form = '1';       ///< 剤形コード
    std::string usage;     ///< 用法コード, 3 digits
    std::string usageText; ///< 特別指示
    std::vector<Fill> fills;
    std::vector<DetailLine> lines; ///< drugs and materials; amount = one day's (内服) or one dose
    friend bool operator==(const Prescription&, const Prescription&) = default;
};

/// KI and other fees of a pharmacy that are not part of a 剤.
struct DispensingFee {
    LineNumber line = 0;
    std::optional<Day> day;
    std::string code;
    int count = 1;
    std::int64_t points = 0;
    char payers = '\0'; ///< 負担区分; '\0' when not recorded
    friend bool operator==(const DispensingFee&, const DispensingFee&) = default;
};

/// ST: the fee for technique when a prescription is filled in parts.
struct SplitDispensing {
    LineNumber line = 0;
    std::optional<Day> prescribed;
    std::optional<Day> dispensed;
    int parts = 0;
    std::int64_t pointsBefore = 0;
    std::int64_t pointsAfter = 0;
    friend bool operator==(const SplitDispensing&, const SplitDispensing&) = default;
};

struct Narrative { ///< SJ
    LineNumber line = 0;
    std::string kind; ///< 2 digits
    std::string text;
    friend bool operator==(const Narrative&, const Narrative&) = default;
};

/// A record the reader does not know or could not understand: kept, counted, shown.
struct UnreadLine {
    LineNumber line = 0;
    std::string record; ///< the record's two letters, or what stood there
    std::string reason; ///< short, in English, for logs and inspect; never the content
    int field = -1;     ///< 0-based field index, -1 = the whole line
    friend bool operator==(const UnreadLine&, const UnreadLine&) = default;
};

/// レセプト総括区分. A Summary has the totals of the parts behind it and their content is in the parts: totals come
/// from Single and Summary only, clinical content from Single and the parts.
enum class DpcRole : std::uint8_t { Single, Summary, PartDpc, PartMedical };

struct DpcAct { ///< SK: an act that the 診断群分類 rests on
    LineNumber line = 0;
    std::string code;          ///< 9 digits, or empty
    std::string sectionNumber; ///< 区分番号, may hold full-width イ ロ
    std::optional<Day> day;    ///< done or planned
    std::string divisionCode;  ///< 診療区分コード
    std::string name;          ///< 診療名称
    friend bool operator==(const DpcAct&, const DpcAct&) = default;
};

struct PerDiem { ///< HH: points per day of one 入院期間
    LineNumber line = 0;
    Month month{};
    char adjustment = '\0'; ///< 請求調整区分: 1 claimed already, 2 this month, 3 correction of the past
    char period = '\0';     ///< 入院期間区分 1 2 3
    std::int64_t points = 0;
    int days = 0;
    std::int64_t subtotal = 0;
    friend bool operator==(const PerDiem&, const PerDiem&) = default;
};

struct PerDiemTotal { ///< GT
    LineNumber line = 0;
    Month month{};
    char adjustment = '\0';
    std::int64_t subtotal = 0;         ///< 包括小計点数合算
    std::int64_t evaluated = 0;        ///< 包括評価点数: subtotal × coefficient
    std::int64_t adjusting = 0;        ///< 調整点数, may be negative
    std::optional<std::int64_t> total; ///< 今月包括合計点数, may be negative
    char payers = '\0';                ///< 負担区分; '\0' when not recorded
    friend bool operator==(const PerDiemTotal&, const PerDiemTotal&) = default;
};

struct Absence { ///< GA: one digit for each day of a month (0 in the ward, 9 外泊 …)
    LineNumber line = 0;
    Month month{};
    std::string days; ///< 31 digits
    std::string diagnosisGroup;
    std::string coefficient; ///< 医療機関別係数, "1.4520"
    friend bool operator==(const Absence&, const Absence&) = default;
};

/// BU KK SK GA HH GT: the stay as DPC classifies and pays it.
struct DpcStay {
    LineNumber line = 0;        ///< BU
    std::string diagnosisGroup; ///< 診断群分類番号, 14 characters
    std::optional<Day> admitted;
    std::optional<Day> discharged; ///< empty while in hospital
    char outcome = '\0';           ///< DPC転帰 1 治癒 2 軽快 3 寛解 4 不変 5 増悪 6, 7 死亡 9 その他
    std::string causeOfDeath;
    char admission = '\0'; ///< KK 予定・緊急入院区分: 1 planned, 2 emergency, 3 by ambulance
    std::optional<Day> previousDischarge;
    std::optional<int> ageOnAdmission;
    std::optional<int> birthWeight; ///< g
    std::string comaScale;          ///< JCS
    std::string severity;           ///< 重症度等
    std::vector<DpcAct> acts;
    std::vector<Absence> absences;
    std::vector<PerDiem> perDiem;
    std::vector<PerDiemTotal> totals;
    friend bool operator==(const DpcStay&, const DpcStay&) = default;
};

enum class CorrectionKind : std::uint8_t { Added, Changed, Cut }; ///< 補正区分 1 2 3

/// JY: what the payer's review did to a row. The receipt's values are those after all corrections.
struct Correction {
    LineNumber line = 0; ///< the JY row
    CorrectionKind kind = CorrectionKind::Added;
    LineNumber target = 0;      ///< the row that was changed or deleted; 0 = none
    LineNumber replacement = 0; ///< the row that stands now; 0 = none
    std::string reasons;        ///< 事由コード as recorded; their meaning depends on the reviewer
    friend bool operator==(const Correction&, const Correction&) = default;
};

constexpr std::size_t everyPayer = 5;
/// Whether a line of that 負担区分 is charged to a payer: 0 the insurance, 1 … 4 the public payers (uke.md §2.2). What
/// is not recorded or unknown is charged to all.
bool isCharged(char payers, std::size_t payer);

enum class Standing : std::uint8_t {
    Claimed,
    Returned ///< データ識別 8 or 18: 返戻 or 取下げ; the receipt went back and counts no longer
};

struct Receipt {
    Kind kind = Kind::MedicalOutpatient;
    Institution institution;
    std::optional<Institution> prescriber; ///< 調剤: who wrote the prescription
    Month claimed{};                       ///< 請求年月; not ok() when the file does not tell it
    Month month{};                         ///< 診療年月 / 調剤年月
    std::string number;                    ///< レセプト番号
    std::string type;                      ///< レセプト種別, 4 digits
    std::string searchNumber;              ///< 検索番号: set when a returned receipt is claimed again
    std::vector<std::string> departments;  ///< 診療科名 codes
    std::optional<Day> admitted;           ///< 入院年月日
    std::optional<Day> treatmentStart;     ///< 歯科 out-patients: 診療開始日 of the whole receipt
    DiseaseOutcome treatmentOutcome = DiseaseOutcome::Continuing; ///< and its 転帰
    Person patient;
    std::optional<Insurance> insurance;
    std::vector<PublicExpense> publicExpenses;
    std::vector<int> visitDays; ///< 1…31 from JD; empty = not recorded
    std::vector<Disease> diseases;
    std::vector<Group> groups;
    std::vector<Prescription> prescriptions;
    std::vector<DispensingFee> fees;
    std::vector<Narrative> narratives;
    std::vector<Comment> remarks; ///< comments of the whole receipt (診療識別 01, 99; TK)
    std::vector<SplitDispensing> splits;
    std::optional<DpcStay> dpc;
    DpcRole role = DpcRole::Single;
    std::vector<std::string> exclusionReasons; ///< GR: why a DPC hospital claims by the fee schedule, 2 digits
    std::string copayment;                     ///< MF 窓口負担額区分
    Standing standing = Standing::Claimed;
    std::string managementNumber;        ///< MN レセプト管理番号; insurers' files only
    std::vector<Correction> corrections; ///< in the order of the file; insurers' files only
    std::vector<UnreadLine> unread;
    LineNumber donorLines = 0; ///< lines of a donor block (TI…): another person's data, read into nothing here
    LineNumber firstLine = 0;
    LineNumber lastLine = 0;

    /// What the receipt says it sums to: HO, else the first KO.
    [[nodiscard]] std::int64_t statedPoints() const;
    /// Σ points × count of what is charged to the payer of statedPoints(), 診療識別 97 and what the review cut left
    /// out; of DPC with the per-diem total. A Summary has no content: what it states is the sum of its parts.
    [[nodiscard]] std::int64_t computedPoints() const;
    /// The same for one payer, as in isCharged().
    [[nodiscard]] std::int64_t pointsChargedTo(std::size_t payer) const;
    [[nodiscard]] bool inpatient() const { return kind == Kind::MedicalInpatient || kind == Kind::Dpc; }
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

} // namespace kmixr::receipt
