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

/// SY (later also SB and HS). The name is composed with the masters of the month, see masters.h.
struct Disease {
    LineNumber line = 0;
    std::string code;                   ///< 7 digits; "0000999" = uncoded
    std::vector<std::string> modifiers; ///< 4 digits each, in recorded order
    std::string recordedName;           ///< only for 0000999
    std::optional<Day> start;           ///< when this institution began to bill for it
    DiseaseOutcome outcome = DiseaseOutcome::Continuing;
    bool main = false;
    std::string note; ///< 補足コメント
    friend bool operator==(const Disease&, const Disease&) = default;
};

enum class LineKind : std::uint8_t { Act, Drug, Material, Comment }; ///< SI, IY, TO, CO

struct Comment {
    LineNumber line = 0;
    std::string code; ///< 9 digits, "810000001" = free text
    std::string text; ///< recorded data, not yet rendered
    friend bool operator==(const Comment&, const Comment&) = default;
};

struct DetailLine {
    LineNumber line = 0;
    LineKind kind = LineKind::Act;
    std::string code; ///< 9 digits
    std::optional<Quantity> amount;
    std::string unitCode;          ///< TO only, 3 digits
    std::string productName;       ///< TO only
    std::vector<Comment> comments; ///< the embedded pairs, and CO lines that follow
    friend bool operator==(const DetailLine&, const DetailLine&) = default;
};

/// 点数・回数算定単位: the lines that one number of points pays for, done `count` times on the days given.
struct CountUnit {
    std::vector<DetailLine> lines;
    std::optional<std::int64_t> points; ///< for one count; yen when the group is 97; nullopt = no line closed the unit
    int count = 0;
    std::array<std::uint16_t, 31> days{}; ///< counts on day 1…31; all zero = days not recorded
    friend bool operator==(const CountUnit&, const CountUnit&) = default;
};

/// 一連の行為: from a line with 診療識別 to the next one.
struct Group {
    std::string division; ///< 診療識別, 2 digits
    char payers = '1';    ///< 負担区分
    std::vector<CountUnit> units;
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
    friend bool operator==(const DispensingFee&, const DispensingFee&) = default;
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
    std::vector<UnreadLine> unread;
    LineNumber donorLines = 0; ///< lines of a donor block (TI…): another person's data, read into nothing here
    LineNumber firstLine = 0;
    LineNumber lastLine = 0;

    /// What the receipt says it sums to: HO, else the first KO.
    [[nodiscard]] std::int64_t statedPoints() const;
    /// Σ points × count, 診療識別 97 left out.
    [[nodiscard]] std::int64_t computedPoints() const;
    [[nodiscard]] bool inpatient() const { return kind == Kind::MedicalInpatient || kind == Kind::Dpc; }
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

} // namespace kmixr::receipt
