// Everything a history names, found as one types: diseases, drugs, procedures, tests and institutions by name, reading
// (kana), generic name, class or code. Suspected diseases come last, in a group of their own and with their suspicion.
#pragma once

#include "ui/details/history_model.h"

namespace kmixr::ui {

enum class SearchKind { Disease, Drug, Procedure, Test, Institution, Suspected };

class SearchModel : public HistoryModel {
    Q_OBJECT
public:
    enum Column { Name, About, Institution, Last, ColumnCount };
    using HistoryModel::HistoryModel;

    [[nodiscard]] int found() const { return found_; }
    [[nodiscard]] int all() const { return static_cast<int>(entries_.size()); }
    [[nodiscard]] std::optional<SearchKind> kind(int row) const; ///< nullopt for a head
    [[nodiscard]] QStringList badges(int row) const;

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] int groupOf(int row) const override;
    [[nodiscard]] QString groupWords(int group) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void rebuild() override;

private:
    struct Entry {
        SearchKind kind = SearchKind::Disease;
        QString text; ///< folded: what is searched in
        QString name, about, institution, last;
        QStringList badges;
        std::vector<history::Evidence> evidence;
    };
    struct Row {
        int entry = -1; ///< −1 = a head
        SearchKind kind = SearchKind::Disease;
        int count = 0;
    };
    void collect();
    void collectDrugs();
    void collectProcedures();
    void collectTests();
    void collectInstitutions();
    void add(SearchKind kind, const QStringList& words, Entry entry);
    [[nodiscard]] static QString kindWords(SearchKind kind);

    const history::History* collectedOf_ = nullptr;
    std::vector<Entry> entries_;
    std::vector<Row> rows_;
    int found_ = 0;
};

} // namespace kmixr::ui
