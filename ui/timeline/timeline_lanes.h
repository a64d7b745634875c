// What the time line shows, as values: surgery, admissions, long-term drugs, visits and data by month, and each month
// in words (UI.md §7, 08). Indices into one history; nothing here is drawn.
#pragma once

#include "core/history/history.h"
#include "ui/details/history_model.h"
#include "ui/details/stays.h"

#include <QCoreApplication>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace kmixr::ui {

class TimelineLanes {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::TimelineLanes)
public:
    struct Surgery {
        Day day{};
        bool dayUnknown = false;
        QString name;
        std::uint32_t record = 0; ///< into History::procedures
    };
    struct Drug { ///< courses of one ingredient in one class
        QString drugClass, name;
        std::vector<std::uint32_t> courses;  ///< into History::medications
        std::vector<std::uint32_t> overlaps; ///< into History::duplicates, current ones
        std::size_t prescribers = 1;
        bool ended = false;
        [[nodiscard]] QString label() const;
    };
    struct Cell {
        int days = 0;
        bool inpatient = false;
        std::vector<std::uint32_t> receipts;
    };
    struct Visits { ///< one institution, or all pharmacies together
        QString name;
        std::map<Month, Cell> months;
    };
    struct Span {
        Month from{}, to{};
    };
    struct Insurer {
        QString name;
        std::vector<Span> spans; ///< months that arrived from it
    };

    TimelineLanes() = default;
    explicit TimelineLanes(std::shared_ptr<const history::History> history);

    [[nodiscard]] bool empty() const { return !history_ || !history_->newestMonth; }
    [[nodiscard]] const history::History& history() const { return *history_; }
    [[nodiscard]] Month first() const { return first_; }                           ///< of the oldest receipt
    [[nodiscard]] Month last() const { return last_; }                             ///< newest data month
    [[nodiscard]] const std::vector<Surgery>& surgery() const { return surgery_; } ///< oldest first
    [[nodiscard]] const std::vector<Stay>& stays() const { return stays_; }        ///< oldest first
    [[nodiscard]] const std::vector<Drug>& drugs() const { return drugs_; }        ///< not ended first
    [[nodiscard]] const std::vector<Visits>& visits() const { return visits_; }    ///< most visited first
    [[nodiscard]] const std::vector<Insurer>& insurers() const { return insurers_; }
    [[nodiscard]] const std::vector<Span>& gaps() const { return gaps_; } ///< months missing between two insurers
    [[nodiscard]] bool missing(Month month) const;

    /// The month in one sentence; says of absence up to which month it is known.
    [[nodiscard]] QString words(Month month) const;
    /// Its receipts, one line each.
    [[nodiscard]] EvidenceAsk ask(Month month) const;
    /// The nearest month in that direction with surgery, an admission, a drug begun, or a gap; the same month if none.
    [[nodiscard]] Month nextEvent(Month from, int direction) const;
    /// "2017年2月〜3月 未取得(保険者の変更)".
    static QString gapWords(const Span& gap);

private:
    void collectDrugs();
    void collectVisits();
    void collectCoverage();
    [[nodiscard]] QStringList stayWords(Month month) const;
    [[nodiscard]] QStringList drugWords(Month month) const;
    [[nodiscard]] QStringList visitWords(Month month) const;

    std::shared_ptr<const history::History> history_;
    Month first_{}, last_{};
    std::vector<Surgery> surgery_;
    std::vector<Stay> stays_;
    std::vector<Drug> drugs_;
    std::vector<Visits> visits_;
    std::vector<Insurer> insurers_;
    std::vector<Span> gaps_;
};

/// Who pays, in words: the law's number at the head of an insurer's number says it.
QString insurerKind(const std::string& insurerNumber);

} // namespace kmixr::ui
