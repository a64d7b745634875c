// How values of the history are said on the pages: dates, doses, states, and what stands where nothing is recorded
// (UI.md §6, §9). English here, Japanese in the translation; words that come from data are Japanese already.
#pragma once

#include "core/history/history.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace kmixr::ui {

class Words {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::Words)
public:
    // --- text of receipts and masters --------------------------------------------------------------------------
    /// For the screen: ≧ ≦ for ≥ ≤, and Latin letters, digits and signs of full width set in half width.
    static QString shown(const std::string& utf8);
    static QString joined(const std::vector<std::string>& words); ///< with the middle dot
    static QString institution(const history::History& history, history::InstitutionIndex index);
    static QString shortInstitution(const history::History& history, history::InstitutionIndex index);
    /// "オリーブ丘" or "オリーブ丘 他1".
    static QString institutions(const history::History& history, const std::vector<history::InstitutionIndex>& all);

    // --- dates -------------------------------------------------------------------------------------------------
    static QString month(Month month);                ///< 2026年4月
    static QString day(Day day);                      ///< 2026年4月16日
    static QString shortDay(Day day);                 ///< 4/16
    static QString year(std::chrono::year);           ///< 2026年
    static QString span(Day from, Day to, Day today); ///< 3/5〜5/11; the year where it is not today's
    static QString monthNumber(Month month);          ///< 5月
    static QString dataTo(Day day);                   ///< データ 4/30
    static QString todayIs(Day day);                  ///< 本日 7/8
    static QString dayOrMonth(Day day, bool dayUnknown);

    // --- problems ----------------------------------------------------------------------------------------------
    static QString grade(history::Grade grade);
    static QString gradeRule(history::Grade grade);                    ///< the rule in words, for group heads
    static QString lastNamed(const history::ClinicalProblem& problem); ///< 治ゆ 2025年11月
    static QString outcome(receipt::DiseaseOutcome outcome);
    /// 主傷病, コードなし, マスター未収載 and the badges of the modifiers.
    static QString cutByPayer(); ///< 査定で減額・削除: it happened, and was not paid, or not whole
    static QStringList problemBadges(const history::ClinicalProblem& problem, bool withMain);

    // --- medication --------------------------------------------------------------------------------------------
    static QString dose(const history::MedicationCourse& course);    ///< 2錠×28日, 4錠×4回, 1本(14日), 35枚
    static QString generic(const history::MedicationCourse& course); ///< without the master's 【般】
    static QString drugState(history::DrugState state);              ///< always with 推定 or the data's end
    static QString todaysEstimate(const history::MedicationCourse& course, Day today); ///< 残 8日, 日数切れ 56日 …
    static QString strength(const QString& drugName); ///< "2.5mg", the last one in the name; empty when there is none
    static QString
    until(const history::MedicationCourse& course); ///< 5/13迄; 日付不明(8月中) where only the month is known
    static QString dayNotKnown(Month month);        ///< 日付不明(8月中)
    static int days(const history::Supply& supply); ///< of its period, estimated or not
    static QString switched();                      ///< 切替?
    static QString duplicateBadge(const history::Duplicate& duplicate); ///< 重複A
    static QString sumBadge();                                          ///< 合計
    /// 甘草 1日 7.5g; 以上 where a product's content is not known; 甘草を含む薬 2種類 where none is.
    static QString sum(const history::IngredientSum& sum);
    /// ツムラ抑肝散… 1.5g、ツムラ加味逍遙散…(量は不明)
    static QString sumParts(const history::History& history, const history::IngredientSum& sum);
    static QString duplicateLevel(history::DuplicateLevel level); ///< 同一成分・同一経路

    // --- procedures, examinations, visits ----------------------------------------------------------------------
    static QString procedureGroup(history::ProcedureGroup group);
    static QString procedureClass(history::ProcedureGroup group); ///< two letters, in front of a name
    static QString examinationGroup(history::ExaminationGroup group);
    static QString kind(history::Kind kind); ///< 医科 DPC 歯科 調剤
    static QString coverage(history::CoverageState state);
    static QString coverageSign(history::CoverageState state); ///< 済 部 未 抜
    static QString flagBasis(history::FlagBasis basis);        ///< 算定 / 病名として記載 / 投薬

    // --- when there is nothing ---------------------------------------------------------------------------------
    /// レセプト上、該当する記録はありません(2026年4月診療分まで)
    static QString nothing(const std::optional<Month>& newest);
    static QString noFlags(const std::optional<Month>& newest);
    static QString noDuplicates(const std::optional<Month>& newest);
    static QString noReceipts();
    static QString noMatch(int all); ///< この条件に合う行はありません。全28件を表示(Esc)
};

} // namespace kmixr::ui
