// The emergency sheet: what somebody who has never met the patient must know, in the order of the national emergency
// summary (visits 3 months, drugs, dialysis · transplant · devices, surgery 5 years, acts 3 months), with diseases and
// allergy names after it. Values only; drawn on the screen and on one A4 by SheetPainter.
#pragma once

#include "core/history/history.h"
#include "ui/details/history_model.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <vector>

namespace kmixr::ui {

struct SheetRow {
    QString kind;  ///< small, in front of the name
    QString name;  ///< never shortened: it wraps
    QString right; ///< dates, amounts, institution
    bool strong = false;
    EvidenceAsk ask{};
    [[nodiscard]] QString words() const; ///< as one sentence
};

struct SheetSection {
    QString title, note;
    std::vector<SheetRow> rows;
    QString empty; ///< what stands where there is nothing; with its month
    /// When room is short, sections of a higher number give rows away first; 0 = never.
    int yields = 0;
};

class EmergencySheet {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::EmergencySheet)
public:
    enum Section { Visits, Drugs, Treatments, Surgery, Acts, Problems, Allergies, SectionCount };

    EmergencySheet() = default;
    explicit EmergencySheet(const history::History& history);

    [[nodiscard]] bool empty() const { return sections.empty(); }

    QString person;                     ///< name (kana), birth date in both calendars, age, sex
    QString asOf;                       ///< データ:2026年4月診療分まで, made on
    QString caution;                    ///< what such a sheet cannot say
    std::vector<SheetSection> sections; ///< by Section

private:
    void addVisits(const history::History& history);
    void addDrugs(const history::History& history);
    void addFlags(const history::History& history);
    void addProcedures(const history::History& history);
    void addProblems(const history::History& history);
    SheetSection& at(Section section) { return sections.at(static_cast<std::size_t>(section)); }
};

} // namespace kmixr::ui
