// What a doctor reads: derived from receipts, derivable again at any time, and honest about what receipts cannot know.
// Rules: clinical-rules.md. Every item carries the receipt lines it came from. Suspected diseases live in a list of
// their own type of grade and are never mixed with diagnosed ones.
#pragma once

#include "core/common/dates.h"
#include "core/receipt/masters.h"
#include "core/receipt/receipt.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::history {

using receipt::Kind;

/// One line of one receipt: `History::receipts[receipt]`, line counted from 1 in its text.
struct Evidence {
    std::uint32_t receipt = 0;
    receipt::LineNumber line = 0;
    friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

using InstitutionIndex = std::uint32_t; ///< into History::institutions

struct InstitutionInfo {
    receipt::Institution id;
    std::string name;      ///< full name, or the code when receipts carry none
    std::string shortName; ///< at most 6 characters, unique for this patient (UI.md §2)
};

/// What a receipt was good for. Only `Used` ones are derived from; the others are kept to be looked at.
enum class ReceiptUse : std::uint8_t {
    Used,
    Superseded,  ///< claimed again later (検索番号): the later one counts
    OtherPerson, ///< birth date or sex of somebody else
    Implausible  ///< a month before 1990 or after today
};

/// A receipt as the history keeps it: the value and the text it was read from, for the evidence page.
struct SourceReceipt {
    std::string id; ///< the gateway's receipt id
    receipt::Receipt value;
    std::string text; ///< UTF-8 lines
    ReceiptUse use = ReceiptUse::Used;
};

enum class Grade : std::uint8_t { Treated, Continuing, SingleMonth, Suspected, Past }; ///< §2.3 A B C S P

struct MonthMark { ///< one month of a problem: named, and with a matching treatment or not
    Month month;
    bool treated = false;
};

/// A disease episode at one institution, merged over months (key: institution, code, modifiers, start).
struct ClinicalProblem {
    std::string name; ///< composed; a suspected one ends with の疑い or carries the institution's own words
    std::string kana; ///< the master's reading of the base name, for search; may be empty
    std::string code;
    std::string icd10; ///< "E14.3", "E11.2/N08.3"; empty when uncoded
    Grade grade = Grade::SingleMonth;
    bool main = false;                   ///< 主傷病 in the newest month it appears
    bool uncoded = false;                ///< 「コードなし」
    bool unlisted = false;               ///< 「マスター未収載」
    std::vector<std::string> badges;     ///< 既往, 術後, 後遺症, 寛解 … from modifiers (§2.1)
    std::vector<std::string> treatments; ///< group or ingredient words seen in the same window (grade Treated)
    InstitutionIndex institution = 0;
    std::optional<Day> start;
    Month firstMonth, lastMonth;
    std::vector<MonthMark> months; ///< ascending
    receipt::DiseaseOutcome outcome = receipt::DiseaseOutcome::Continuing;
    std::optional<Month>
        suspicionGone; ///< suspected here, and the same disease without の疑い from this month on, or no longer named
    bool cutByPayer = false; ///< a line of it was deleted or reduced by the payer's review (査定): marked, never hidden
    std::vector<Evidence> evidence;
};

enum class DrugState : std::uint8_t {
    Taking,
    UntilDataEnd,
    Ended
}; ///< 服用中と推定 / データ最終月まで継続 / 終了と推定 (§3.3)
enum class DrugUse : std::uint8_t { Oral, AsNeeded, External, Injection, HomeInjection, DuringAct };

struct Supply {                   ///< one fill: a dispensing or an in-house issue
    Day start, end;               ///< inclusive
    bool estimatedPeriod = false; ///< flat 14 days (§3.2)
    bool dayUnknown = false;      ///< only the month is known
    receipt::Quantity amount;     ///< per day (oral), per dose or total
    int quantity = 0;             ///< days, doses or 1
    std::string code;             ///< 9 digits, may change inside a course (strength, brand)
    std::string name;
    InstitutionIndex prescriber = 0;
    InstitutionIndex dispenser = 0;
    bool inpatient = false;
    bool cutByPayer = false; ///< 査定
    std::vector<Evidence> evidence;
};

/// One drug taken over time: fills of the same 9-digit code chained over gaps of at most 30 days (§3.5).
struct MedicationCourse {
    std::string code;          ///< 9-digit code of the newest fill
    std::string name;          ///< full name, never shortened
    std::string kana;          ///< the master's reading, for search; may be empty
    std::string drugClass;     ///< short word in front of the name: 抗凝固, 糖尿病, 胃酸 …; empty when unknown
    std::string highRiskClass; ///< one of the twelve official classes (§5), else empty
    std::string genericName;
    std::string ingredient; ///< first 7 of 薬価基準コード; empty when unknown
    std::string unit;       ///< 錠, ｇ …
    DrugUse use = DrugUse::Oral;
    bool unlisted = false;
    bool longTerm = false;        ///< a fill of 14 days or more
    bool cutByPayer = false;      ///< a fill of it was deleted or reduced by the payer's review
    bool sensitive = false;       ///< tells a disease a patient may not have been told, or wants hidden (§12)
    std::vector<Supply> supplies; ///< ascending by start
    DrugState atDataEnd = DrugState::Ended;
    DrugState today = DrugState::Ended;
    Day end;                               ///< last day of supply
    InstitutionIndex prescriber = 0;       ///< of the newest fill
    std::vector<std::uint32_t> duplicates; ///< into History::duplicates
    /// Into History::medications: the drug whose supply ended within a week of this one's start (§4: 「切替?」).
    std::optional<std::uint32_t> switchedFrom;
    std::vector<Evidence> evidence;
};

enum class DuplicateLevel : std::uint8_t {
    SameIngredientRoute,
    SameIngredient,
    SameClass
}; ///< D1 重複, D2 統合, D3 同種

struct Duplicate {
    char letter = 'A'; ///< pair letter on the screen
    DuplicateLevel level = DuplicateLevel::SameIngredientRoute;
    std::uint32_t first = 0, second = 0; ///< into History::medications
    Day from, to;                        ///< overlap, inclusive
    int days = 0;                        ///< days of overlap from `from` to `to`
    bool prominent = false;              ///< at least 7 days (§4): shown on the summary when also current
    bool current = false;                ///< neither drug is 終了と推定 today
};

/// §11: an oral ingredient that is counted, and the drugs that hold it.
struct CountedIngredient {
    std::string key;  ///< id of the curated ingredient, else the first 7 characters, else the drug's code
    std::string name; ///< 「アスピリン」
    std::vector<std::uint32_t> drugs; ///< into History::medications; their lines are its evidence
};

/// §4: an ingredient that several drugs hold at the same time, added up instead of paired: licorice.
struct IngredientSum {
    struct Part {
        std::uint32_t drug = 0;                    ///< into History::medications
        std::optional<receipt::Quantity> perDay{}; ///< nullopt: taken as needed, or no content of this product is known
    };
    std::string id, name;       ///< "licorice", 「甘草」
    std::string unit;           ///< of the amounts
    std::string source;         ///< where the contents were read
    std::vector<Part> parts;    ///< two at least
    receipt::Quantity perDay{}; ///< of the parts whose amount is known
    Day day;                    ///< the newest day on which they were in supply together
    bool current = false;       ///< two of them at least are not 終了と推定 today
    std::vector<Evidence> evidence;
};

enum class HintLevel : std::uint8_t { Contraindicated, Caution }; ///< 禁忌 / 注意

/// §8: a drug and a name that the drug's own insert speaks of. Both stand in the receipts; nothing more is said.
struct ContraindicationHint {
    HintLevel level = HintLevel::Caution;
    std::string insertText;         ///< quoted: 「アスピリン喘息又はその既往」
    std::string insert;             ///< which insert was read
    std::string revision;           ///< of that insert; empty = not written down
    std::string limit;              ///< why the name may not mean it; may be empty
    std::uint32_t drug = 0;         ///< into History::medications; not ended
    std::uint32_t problem = 0;      ///< into History::problems; treated or continuing, never suspected
    std::vector<Evidence> evidence; ///< the newest lines of the name and of the drug
};

enum class ProcedureGroup : std::uint8_t {
    Surgery,
    Anaesthesia,
    Treatment,
    Home,
    ImagingEndoscopy,
    Transfusion,
    Management,
    Other
};

/// One act done on days (monthly repeats are one record per institution and month).
struct ProcedureRecord {
    std::string name, code, sectionNumber; ///< "K549"
    std::string kana;                      ///< the master's reading, for search; may be empty
    ProcedureGroup group = ProcedureGroup::Other;
    Day day; ///< newest day in the month; the month's first day when days are not recorded
    bool dayUnknown = false;
    std::vector<int> dayNumbers; ///< 1…31 of that month, ascending; empty when not recorded
    int count = 1;
    InstitutionIndex institution = 0;
    Kind kind = Kind::MedicalOutpatient;
    bool unlisted = false;
    bool cutByPayer = false;          ///< a line of it was deleted or reduced by the payer's review
    bool sensitive = false;           ///< its name tells such a disease (§12)
    std::string exclusion;            ///< why it is no act on this patient (donor's costs …); empty = it is one
    std::vector<std::string> details; ///< add-ons, materials and rendered comments
    std::vector<Evidence> evidence;
};

struct ExaminationDone {
    Day day;
    InstitutionIndex institution = 0;
    Evidence evidence;
    bool dayUnknown = false; ///< `day` is the first of the month
    bool cutByPayer = false; ///< 査定
};

enum class ExaminationGroup : std::uint8_t {
    UrineStool,
    Blood,
    Chemistry,
    Hormone,
    Immunology,
    Infection,
    Pathology,
    Physiology,
    Endoscopy,
    Imaging,
    Other
};

struct Examination { ///< one test, all its days
    std::string name, code, sectionNumber;
    std::string kana; ///< the master's reading, for search; may be empty
    ExaminationGroup group = ExaminationGroup::Other;
    bool feeOnly = false; ///< judgement and sampling fees, hidden by default (§7)
    bool unlisted = false;
    bool cutByPayer = false;           ///< on one of its days
    std::vector<ExaminationDone> done; ///< ascending
    int inTwelveMonths = 0;            ///< occurrences in the 12 months up to the newest data month
};

/// A fee that pays for tests without naming them (§7): absence of a test proves nothing at that institution.
struct BundledFee {
    std::string words; ///< 「透析の管理料に含まれる検査は個別に現れません」
    std::string fee;   ///< name of the fee
    InstitutionIndex institution = 0;
    Month firstMonth, lastMonth;
    std::vector<Evidence> evidence;
};

struct VisitMonth { ///< one institution in one month
    InstitutionIndex institution = 0;
    Month month;
    int days = 0;
    bool inpatient = false;
    std::vector<int> dayNumbers; ///< 1…31 where recorded
    /// Those of the admission, where the institution was also visited as an out-patient in that month; else empty.
    std::vector<int> inpatientDayNumbers;
    std::vector<std::uint32_t> receipts;
};

enum class CoverageState : std::uint8_t { NotYet, Partly, Arrived, Missing }; ///< 未 部 済 抜

struct CoverageMonth {
    Month month;
    CoverageState state = CoverageState::Arrived;
    std::vector<std::string> insurers; ///< insurer numbers with receipts in that month
    std::vector<Kind> absent; ///< Partly: kinds that were to be expected (MedicalOutpatient stands for all 医科)
};

enum class FlagBasis : std::uint8_t { Act, Name, Drug }; ///< 算定 / 病名 / 投薬

struct Flag {             ///< §6: what may change what a doctor does
    std::string id;       ///< rule id, stable: "dialysis"
    std::string words;    ///< 「維持透析の算定あり」
    std::string icon;     ///< icon name, UI.md §4
    bool caution = false; ///< caution colour instead of critical
    FlagBasis basis = FlagBasis::Act;
    Month lastMonth;
    InstitutionIndex institution = 0;
    std::string detail;      ///< drug name or what else line 2 needs
    bool cutByPayer = false; ///< every line behind it was deleted or reduced by the payer's review
    std::vector<Evidence> evidence;
};

enum class RiskAnswer : std::uint8_t { Recorded, NotRecorded, CannotKnow };

struct RiskFactor { ///< §9
    std::string name;
    RiskAnswer answer = RiskAnswer::CannotKnow;
    std::string basis; ///< 「病名+投薬」, 「84歳」 …
    std::vector<Evidence> evidence;
};

struct RiskPack {
    std::string title;   ///< 「COVID-19 重症化リスク因子」
    std::string edition; ///< 「手引き 第10.1版」
    std::vector<RiskFactor> factors;
};

/// Everything the pages show. Immutable once derived; shared as `std::shared_ptr<const History>`.
struct History {
    receipt::Person patient;
    Day today;
    std::optional<Month> newestMonth;          ///< データ ◯年◯月診療分まで; nullopt = no receipts at all
    std::vector<InstitutionInfo> institutions; ///< most visited in the last 12 months first, pharmacies last
    std::vector<SourceReceipt> receipts;       ///< newest month first
    std::vector<ClinicalProblem> problems;     ///< graded, ranked; filter by grade — Suspected is never a diagnosis
    std::vector<MedicationCourse> medications; ///< not ended today first, then high-risk, long-term, use, class
    std::vector<Duplicate> duplicates;         ///< current first, then the longest
    std::vector<ContraindicationHint> hints;   ///< 禁忌 first, then in the order of the rules
    std::vector<ProcedureRecord> procedures;   ///< newest first
    std::vector<Examination> examinations;
    std::vector<BundledFee> bundledFees;
    std::vector<VisitMonth> visits;      ///< by institution, then month
    std::vector<CoverageMonth> coverage; ///< every month from the first receipt up to today
    std::vector<Flag> flags;             ///< in the national order
    std::vector<RiskPack> riskPacks;
    std::vector<CountedIngredient> oralIngredients; ///< §11: 内服 ◯種類, in the order of the medications
    bool manyOralIngredients = false;               ///< as many as the rules call many (§11): a neutral badge
    std::vector<IngredientSum> sums;                ///< §4, current first
    std::uint32_t unreadLines = 0;
    std::shared_ptr<const receipt::Masters>
        masters; ///< the names of the receipts' codes, for the evidence; may be null
};

} // namespace kmixr::history
