#include "core/receipt/sheet.h"

#include "core/receipt/tooth_notation.h"
#include "core/receipt/unit_names.h"

#include <algorithm>
#include <utility>

namespace kmixr::receipt {

namespace {

struct Word {
    std::string_view code, name;
};

// uke.md §2.5
constexpr std::array divisions{Word{"01", "全体"},
                               Word{"11", "初診"},
                               Word{"12", "再診"},
                               Word{"13", "医学管理"},
                               Word{"14", "在宅"},
                               Word{"21", "内服"},
                               Word{"22", "屯服"},
                               Word{"23", "外用"},
                               Word{"24", "調剤"},
                               Word{"25", "処方"},
                               Word{"26", "麻毒"},
                               Word{"27", "調基"},
                               Word{"28", "投薬その他"},
                               Word{"31", "皮下筋肉内"},
                               Word{"32", "静脈内"},
                               Word{"33", "注射その他"},
                               Word{"39", "薬剤料減点"},
                               Word{"40", "処置"},
                               Word{"50", "手術"},
                               Word{"54", "麻酔"},
                               Word{"60", "検査・病理"},
                               Word{"70", "画像診断"},
                               Word{"80", "その他"},
                               Word{"90", "入院基本料"},
                               Word{"92", "特定入院料・その他"},
                               Word{"93", "包括評価"},
                               Word{"97", "食事・生活"},
                               Word{"99", "全体"}};

// uke.md §2.6; what is not here is as in 医科
constexpr std::array dentalDivisions{
    Word{"13", "管理・リハ"},   Word{"21", "投薬・注射"},   Word{"31", "Ｘ線検査"},         Word{"41", "処置・手術１"},
    Word{"42", "処置・手術２"}, Word{"43", "処置・手術３"}, Word{"44", "処置・手術その他"}, Word{"61", "修復・補綴１"},
    Word{"62", "修復・補綴２"}, Word{"63", "修復・補綴３"}, Word{"64", "修復・補綴その他"}};

// uke.md §6
constexpr std::array usages{Word{"001", "毎食前"},
                            Word{"002", "食間"},
                            Word{"003", "毎食後"},
                            Word{"004", "朝"},
                            Word{"005", "朝食前"},
                            Word{"006", "朝食後"},
                            Word{"007", "昼"},
                            Word{"008", "昼食前"},
                            Word{"009", "昼食後"},
                            Word{"010", "夕"},
                            Word{"011", "夕食前"},
                            Word{"012", "夕食後"},
                            Word{"013", "就寝前"},
                            Word{"014", "授乳時"},
                            Word{"015", "朝昼食前"},
                            Word{"016", "朝昼食後"},
                            Word{"017", "朝夕食前"},
                            Word{"018", "朝夕食後"},
                            Word{"019", "昼夕食前"},
                            Word{"020", "昼夕食後"},
                            Word{"021", "毎食後・就寝前"},
                            Word{"022", "１時間毎"},
                            Word{"023", "２時間毎"},
                            Word{"024", "３時間毎"},
                            Word{"025", "４時間毎"},
                            Word{"026", "５時間毎"},
                            Word{"027", "６時間毎"},
                            Word{"028", "７時間毎"},
                            Word{"029", "８時間毎"},
                            Word{"030", "９時間毎"},
                            Word{"031", "１０時間毎"},
                            Word{"032", "１１時間毎"},
                            Word{"033", "１２時間毎"},
                            Word{"034", "２４時間毎"},
                            Word{"035", "朝食前・就寝前"},
                            Word{"036", "朝食後・就寝前"},
                            Word{"037", "昼食前・就寝前"},
                            Word{"038", "昼食後・就寝前"},
                            Word{"039", "夕食前・就寝前"},
                            Word{"040", "夕食後・就寝前"},
                            Word{"041", "朝昼食前・就寝前"},
                            Word{"042", "朝昼食後・就寝前"},
                            Word{"043", "朝夕食前・就寝前"},
                            Word{"044", "朝夕食後・就寝前"},
                            Word{"045", "昼夕食前・就寝前"},
                            Word{"046", "昼夕食後・就寝前"},
                            Word{"047", "毎食前・就寝前"},
                            Word{"048", "起床時"}};

// uke.md §4, 傷病名区分
constexpr std::array categories{Word{"01", "医療資源最多"}, Word{"02", "副傷病"},       Word{"11", "主傷病"},
                                Word{"21", "入院契機"},     Word{"31", "医療資源２位"}, Word{"41", "入院時併存"},
                                Word{"42", "入院時併存"},   Word{"43", "入院時併存"},   Word{"44", "入院時併存"},
                                Word{"51", "入院後発症"},   Word{"52", "入院後発症"},   Word{"53", "入院後発症"},
                                Word{"54", "入院後発症"}};

// uke.md §2.8, 症状詳記区分
constexpr std::array narrativeKinds{Word{"01", "臨床症状"},   Word{"02", "診療所見"}, Word{"03", "治療の必要性"},
                                    Word{"04", "経過"},       Word{"05", "薬剤"},     Word{"06", "診療行為"},
                                    Word{"07", "その他"},     Word{"50", "治験概要"}, Word{"51", "リハビリ継続"},
                                    Word{"52", "廃用症候群"}, Word{"90", "その他"}};

// uke.md §3, the ward of 病床機能報告: 1906 and one digit; the hospital chose the last four, so they are in no master.
constexpr std::array wards{Word{"19061", "病棟（高度急性期）"}, Word{"19062", "病棟（急性期）"},
                           Word{"19063", "病棟（回復期）"}, Word{"19064", "病棟（慢性期）"}};

// uke.md §6, 剤形
constexpr std::array forms{Word{"1", "内服"}, Word{"2", "内滴"}, Word{"3", "屯服"}, Word{"4", "注射"},
                           Word{"5", "外用"}, Word{"6", "浸煎"}, Word{"7", "湯"},   Word{"9", "材料"}};

template <std::size_t N>
std::string_view nameIn(const std::array<Word, N>& words, std::string_view code) {
    const auto found = std::find_if(words.begin(), words.end(), [code](const Word& word) { return word.code == code; });
    return found == words.end() ? std::string_view{} : found->name;
}

std::string_view outcomeName(DiseaseOutcome outcome) {
    switch (outcome) {
    case DiseaseOutcome::Cured:
        return "治ゆ";
    case DiseaseOutcome::Died:
        return "死亡";
    case DiseaseOutcome::Stopped:
        return "中止";
    case DiseaseOutcome::Continuing:
        return "継続";
    }
    return {};
}

// How much one fill gave: days for what is taken daily, doses for what is taken as needed.
std::string quantityText(int quantity, char form) {
    const bool daily = form == '1' || form == '6' || form == '7';
    return quantity == 0 ? "" : std::to_string(quantity) + (daily ? "日分" : form == '3' ? "回分" : "調剤");
}

std::string joined(std::initializer_list<std::string_view> parts, std::string_view separator) {
    std::string text;
    for (const std::string_view part : parts) {
        if (!part.empty()) {
            text.append(text.empty() ? "" : separator).append(part);
        }
    }
    return text;
}

class SheetMaker {
public:
    SheetMaker(const Receipt& receipt, const Masters& masters) : receipt_(receipt), masters_(masters) {}

    Sheet made() {
        sheet_.title = sheetTitle(receipt_.kind);
        sheet_.month = japaneseMonth(receipt_.month);
        sheet_.institution = institutionText(receipt_.institution);
        sheet_.prescriber = receipt_.prescriber ? institutionText(*receipt_.prescriber) : std::string{};
        sheet_.points = receipt_.statedPoints();
        patient();
        payers();
        diseases();
        stay();
        for (const Group& group : receipt_.groups) {
            details(group);
        }
        for (const Prescription& prescription : receipt_.prescriptions) {
            prescribed(prescription);
        }
        fees();
        words();
        return std::move(sheet_);
    }

private:
    static std::string institutionText(const Institution& institution) {
        return institution.name.empty() ? institution.key() : institution.name;
    }

    SheetRow& add(SheetPart part, std::string text, std::vector<LineNumber> lines) {
        SheetRow row;
        row.part = part;
        row.text = std::move(text);
        row.lines = std::move(lines);
        std::erase(row.lines, LineNumber{0});
        sheet_.rows.push_back(std::move(row));
        return sheet_.rows.back();
    }

    void patient() {
        const Person& person = receipt_.patient;
        const std::string_view sex = person.sex == Sex::Male ? "男" : person.sex == Sex::Female ? "女" : "";
        add(SheetPart::Patient,
            joined({person.name, person.kana, sex, person.birth ? japaneseDayWithEra(*person.birth) + "生" : ""}, "　"),
            {});
        if (receipt_.admitted) {
            add(SheetPart::Patient, "入院 " + japaneseDayWithEra(*receipt_.admitted), {});
        }
    }

    void payers() {
        if (receipt_.insurance) {
            const Insurance& insurance = *receipt_.insurance;
            const std::string branch = insurance.branch.empty() ? "" : "（枝番" + insurance.branch + "）";
            SheetRow& row = add(SheetPart::Payers,
                                joined({insurance.insurerNumber, insurance.symbol, insurance.number + branch}, "　"),
                                {insurance.line});
            row.mark = "保険";
            row.points = insurance.points;
            row.count = insurance.days;
            if (insurance.meals > 0) {
                SheetRow& meals = add(SheetPart::Payers, "食事・生活療養", {insurance.line});
                meals.points = insurance.mealsYen;
                meals.yen = true; // of all of them
                meals.amount = std::to_string(insurance.meals) + "回";
            }
        }
        for (const PublicExpense& expense : receipt_.publicExpenses) {
            SheetRow& row =
                add(SheetPart::Payers, joined({expense.payerNumber, expense.recipientNumber}, "　"), {expense.line});
            row.mark = "公費";
            row.points = expense.points;
            row.count = expense.days;
        }
    }

    void diseases() {
        for (const Disease& disease : receipt_.diseases) {
            const ComposedName name = composeDiseaseName(disease, masters_, receipt_.month);
            SheetRow& row = add(SheetPart::Diseases,
                                joined({teethText(disease.teeth), diseaseText(disease, name)}, "　"), {disease.line});
            row.unlisted = name.unlisted;
            row.start = disease.start;
            row.outcome = outcomeName(disease.outcome);
            row.mark = disease.category.empty() ? (disease.main ? "主" : "") : nameIn(categories, disease.category);
            row.cut = disease.cut;
        }
    }

    /// As the paper has it; a dental receipt's short words are known to dentists only, so the name follows them.
    [[nodiscard]] std::string diseaseText(const Disease& disease, const ComposedName& name) const {
        if (receipt_.kind != Kind::Dental) {
            return name.text;
        }
        const std::string dental = composeDentalName(disease, masters_, receipt_.month).text;
        return dental == name.text ? dental : dental + "〔" + name.text + "〕";
    }

    void stay() {
        if (!receipt_.dpc) {
            return;
        }
        const DpcStay& stay = *receipt_.dpc;
        SheetRow& row = add(SheetPart::Stay,
                            joined({stay.diagnosisGroup, stay.admitted ? "入院 " + japaneseDay(*stay.admitted) : "",
                                    stay.discharged ? "退院 " + japaneseDay(*stay.discharged) : ""},
                                   "　"),
                            {stay.line});
        row.mark = "診断群分類";
        for (const DpcAct& act : stay.acts) {
            const auto entry = masters_.act(act.code, receipt_.month);
            const std::string_view name = entry ? entry->name : act.name.empty() ? act.code : act.name;
            add(SheetPart::Stay, joined({name, act.day ? japaneseDay(*act.day) : ""}, "　"), {act.line}).mark =
                "関連手術等";
        }
        for (const PerDiem& period : stay.perDiem) {
            SheetRow& days =
                add(SheetPart::Stay, "入院期間" + std::string(1, period.period == '\0' ? '-' : period.period),
                    {period.line});
            days.points = period.points;
            days.count = period.days;
        }
        for (const PerDiemTotal& total : stay.totals) {
            SheetRow& sum = add(SheetPart::Stay,
                                "包括評価 " + std::to_string(total.subtotal) + " → " + std::to_string(total.evaluated),
                                {total.line});
            sum.mark = "合計";
            sum.points = total.total;
        }
        std::vector<LineNumber> absences;
        std::string coefficient;
        for (const Absence& absence : stay.absences) {
            absences.push_back(absence.line);
            coefficient = absence.coefficient;
        }
        if (!absences.empty()) {
            add(SheetPart::Stay, "医療機関別係数 " + coefficient, std::move(absences));
        }
    }

    void comments(const std::vector<Comment>& comments, SheetPart part, LineNumber owner, bool cut) {
        for (const Comment& comment : comments) {
            const std::string text = renderComment(comment, masters_, receipt_.month);
            SheetRow& row = add(part, joined({teethText(comment.teeth), text}, "　"), {comment.line});
            row.indented = owner != 0;
            row.cut = cut;
        }
    }

    struct Named {
        std::string name, unit;
        bool unlisted = false;
    };
    [[nodiscard]] Named named(const DetailLine& line) const {
        switch (line.kind) {
        case LineKind::Act:
            if (const auto entry = masters_.act(line.code, receipt_.month)) {
                return {std::string(entry->name), std::string(entry->unit)};
            }
            if (const auto ward = nameIn(wards, std::string_view(line.code).substr(0, 5)); !ward.empty()) {
                return {std::string(ward), {}};
            }
            break;
        case LineKind::Drug:
            if (const auto entry = masters_.drug(line.code, receipt_.month)) {
                return {std::string(entry->name), std::string(entry->unit)};
            }
            break;
        case LineKind::Material:
            if (const auto entry = masters_.material(line.code, receipt_.month)) {
                return {std::string(entry->name), std::string(entry->unit)};
            }
            break;
        case LineKind::Comment:
            break;
        }
        return {line.code, {}, line.kind != LineKind::Comment};
    }

    SheetRow& detail(SheetPart part, const DetailLine& line) {
        std::vector<LineNumber> lines{line.line};
        lines.insert(lines.end(), line.alsoLines.begin(), line.alsoLines.end());
        const Named what = named(line);
        std::string additions;
        for (const Addition& addition : line.additions) {
            additions += "＋" + addition.code;
        }
        SheetRow& row = add(part, joined({what.name, line.productName, additions}, "　"), std::move(lines));
        const std::string_view recorded = unitName(line.unitCode); // of a material bought at its price: in no master
        row.amount = line.amount ? line.amount->text() + std::string(recorded.empty() ? what.unit : recorded) : "";
        row.unlisted = what.unlisted;
        row.cut = line.cut;
        return row;
    }

    void details(const Group& group) {
        const SheetPart part = group.coding ? SheetPart::Coding : SheetPart::Details;
        std::string mark = joined({group.division, divisionName(group.division, receipt_.kind)}, " ");
        for (const CountUnit& unit : group.units) {
            std::size_t last = 0; // the row on which points, count and days stand
            for (const DetailLine& line : unit.lines) {
                if (line.kind != LineKind::Comment) {
                    detail(part, line).mark = std::exchange(mark, {});
                    last = sheet_.rows.size();
                }
                comments(line.comments, part, line.kind == LineKind::Comment ? 0 : line.line, line.cut);
                if (line.kind == LineKind::Comment && !line.comments.empty()) {
                    sheet_.rows.back().mark = std::exchange(mark, {});
                }
            }
            if (last > 0) {
                SheetRow& row = sheet_.rows[last - 1];
                row.points = unit.points;
                row.yen = group.division == "97";
                row.count = unit.count;
                row.days = unit.days;
            }
        }
    }

    void prescribed(const Prescription& prescription) {
        const std::string_view form = nameIn(forms, std::string_view(&prescription.form, 1));
        add(SheetPart::Prescription, joined({usageName(prescription.usage), prescription.usageText}, "　"),
            {prescription.line})
            .mark = form;
        for (const DetailLine& line : prescription.lines) {
            if (line.kind != LineKind::Comment) {
                detail(SheetPart::Prescription, line);
            }
            comments(line.comments, SheetPart::Prescription, line.line, line.cut);
        }
        for (const Fill& fill : prescription.fills) {
            SheetRow& row = add(SheetPart::Prescription,
                                joined({fill.prescribed ? "処方 " + japaneseDay(*fill.prescribed) : "",
                                        fill.dispensed ? "調剤 " + japaneseDay(*fill.dispensed) : ""},
                                       "　"),
                                {fill.line});
            row.points = fill.totalPoints; // of the whole quantity: no factor
            row.amount = quantityText(fill.quantity, prescription.form);
        }
    }

    void fees() {
        for (const DispensingFee& fee : receipt_.fees) {
            const auto entry = masters_.act(fee.code, receipt_.month);
            SheetRow& row =
                add(SheetPart::Fees,
                    joined({fee.day ? japaneseDay(*fee.day) : "", entry ? entry->name : fee.code}, "　"), {fee.line});
            row.points = fee.points;
            row.count = fee.count;
        }
        for (const SplitDispensing& split : receipt_.splits) {
            SheetRow& row = add(SheetPart::Fees, "分割調剤 " + std::to_string(split.parts) + "回", {split.line});
            row.points = split.pointsAfter;
        }
    }

    void words() {
        comments(receipt_.remarks, SheetPart::Remarks, 0, false);
        for (const Narrative& narrative : receipt_.narratives) {
            add(SheetPart::Narratives, narrative.text, {narrative.line}).mark =
                joined({narrative.kind, nameIn(narrativeKinds, narrative.kind)}, " ");
        }
        for (const Correction& correction : receipt_.corrections) {
            const std::string_view what = correction.kind == CorrectionKind::Cut       ? "削除"
                                          : correction.kind == CorrectionKind::Changed ? "修正"
                                                                                       : "追加";
            add(SheetPart::Corrections, joined({what, correction.reasons}, "　"),
                {correction.line, correction.target, correction.replacement})
                .mark = "査定";
        }
        for (const UnreadLine& unread : receipt_.unread) {
            add(SheetPart::Unread, unread.record, {unread.line});
        }
    }

    const Receipt& receipt_;
    const Masters& masters_;
    Sheet sheet_;
};

} // namespace

std::string_view sheetTitle(Kind kind) {
    switch (kind) {
    case Kind::MedicalOutpatient:
        return "診療報酬明細書（医科入院外）";
    case Kind::MedicalInpatient:
        return "診療報酬明細書（医科入院）";
    case Kind::Dpc:
        return "診療報酬明細書（医科入院・診断群分類）";
    case Kind::Dental:
        return "診療報酬明細書（歯科）";
    case Kind::Dispensing:
        return "調剤報酬明細書";
    }
    return {};
}

std::string_view divisionName(std::string_view division, Kind kind) {
    const std::string_view dental = kind == Kind::Dental ? nameIn(dentalDivisions, division) : std::string_view{};
    return dental.empty() ? nameIn(divisions, division) : dental;
}

std::string_view usageName(std::string_view usage) {
    return nameIn(usages, usage);
}

Sheet sheetOf(const Receipt& receipt, const Masters& masters) {
    return SheetMaker(receipt, masters).made();
}

} // namespace kmixr::receipt
