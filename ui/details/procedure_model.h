// Rows of 手術・処置: in groups, newest first; an act that repeats month by month is one row with its count and span.
#pragma once

#include "ui/details/history_model.h"
#include "ui/details/stays.h"

namespace kmixr::ui {

enum class ProcedureFilter { All, Surgery, Anaesthesia, Treatment, Home, Imaging, Transfusion, Inpatient };

class ProcedureModel : public HistoryModel {
    Q_OBJECT
public:
    enum Column { Date, Name, Section, Count, Institution, InOut, Receipt, ColumnCount };
    /// Records of one row, newest first: indices into History::procedures.
    using Records = std::vector<std::uint32_t>;
    using HistoryModel::HistoryModel;

    void setFilter(ProcedureFilter filter);
    void setWithFees(bool with); ///< 管理料・判断料 and other acts

    /// Rows with an act in the month.
    [[nodiscard]] std::vector<MonthRecord> recordsOf(Month month) const override;
    [[nodiscard]] int count(ProcedureFilter filter) const;
    [[nodiscard]] int all() const { return count(ProcedureFilter::All); }
    [[nodiscard]] int shown() const;
    [[nodiscard]] const history::ProcedureRecord* record(int row) const; ///< the newest of the row; nullptr for heads
    [[nodiscard]] const Records* records(int row) const;
    [[nodiscard]] bool excluded(int row) const;
    [[nodiscard]] QString note(int row) const; ///< span of a repeated act, details, or why it is excluded
    /// What can stand in a column of few different words (Section, InOut, Receipt), each once.
    [[nodiscard]] QStringList wordsOf(Column column) const;
    [[nodiscard]] const std::vector<Stay>& stays() const { return stays_; }
    /// Rows of the whole list with six months and more of repeats: lanes of the strip.
    [[nodiscard]] std::vector<Records> longRepeats() const;
    [[nodiscard]] EvidenceAsk askRecords(const Records& records) const;

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] int groupOf(int row) const override;
    [[nodiscard]] QString groupWords(int group) const override;
    [[nodiscard]] QString exampleOf(int row) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void rebuild() override;
    [[nodiscard]] QString searchText(std::size_t record) const override; ///< of an entry: its newest record

private:
    struct Entry {
        int rank = 0; ///< place of the group on the page; the last = excluded
        Records records;
    };
    struct Row {
        int head = -1; ///< rank, or −1 for an item
        int entry = -1;
    };
    void merge();
    [[nodiscard]] bool wanted(const Entry& entry, ProcedureFilter filter) const;
    [[nodiscard]] const history::ProcedureRecord& newest(const Entry& entry) const;
    [[nodiscard]] QString rankTitle(int rank) const;
    [[nodiscard]] QString inOut(const history::ProcedureRecord& record) const;
    [[nodiscard]] static QString stayWords(const Stay& stay);

    std::vector<Entry> entries_;
    std::vector<Row> rows_;
    std::vector<Stay> stays_;
    const history::History* mergedOf_ = nullptr;
    ProcedureFilter filter_ = ProcedureFilter::All;
    bool withFees_ = false;
};

} // namespace kmixr::ui
