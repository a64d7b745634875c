// A list of the summary: groups in rank order, and where the panel is too low for all, the last ones are counted by
// name in one row (UI.md §7, 03 "too much"). Pinned rows never fall out.
#pragma once

#include "ui/details/history_model.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace kmixr::ui {

class RankedModel : public HistoryModel {
    Q_OBJECT
public:
    struct Entry {
        int group = 0;
        std::vector<std::uint32_t> of; ///< indices into the list of the history that the model stands for; never empty
        bool pinned = false;
    };
    /// What rows take on the screen.
    struct Heights {
        int head = 0;
        int more = 0;
        std::function<int(const Entry&)> item;
    };

    using HistoryModel::HistoryModel;

    /// Shows as many entries as `height` holds. Leaves out from the end; pinned ones stay even when they do not fit.
    void fit(int height, const Heights& heights);
    /// The height at which nothing is left out; any height above `most` when it is higher than that. What cannot be
    /// seen is not measured.
    [[nodiscard]] int naturalHeight(const Heights& heights, int most = std::numeric_limits<int>::max()) const;

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const Entry& entry(int row) const; ///< only for items
    [[nodiscard]] int group(int row) const;          ///< for heads and items
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] int left() const { return left_; } ///< how many entries are not shown
    /// The row "more" with as many whole names as fit; only the count where none does.
    [[nodiscard]] QString moreWords(const std::function<bool(const QString&)>& fits) const;

    [[nodiscard]] virtual QString headTitle(int group) const = 0;
    [[nodiscard]] virtual QString headNote(int group) const = 0;
    [[nodiscard]] virtual QString pageKey() const = 0; ///< "F5", behind the count of what is left out

protected:
    [[nodiscard]] virtual std::vector<Entry> rank() const = 0; ///< in the order shown; history_ is set
    [[nodiscard]] virtual QString name(const Entry& entry) const = 0;
    [[nodiscard]] virtual QString shortName(const Entry& entry) const { return name(entry); } ///< for the row "more"
    [[nodiscard]] virtual QString sentence(const Entry& entry) const = 0;                     ///< for a screen reader
    [[nodiscard]] virtual QString tip(const Entry& entry) const = 0;
    void rebuild() override;

private:
    struct Row {
        RowKind kind = RowKind::Item;
        int of = 0; ///< group of a head, entry of an item
    };
    void lay(const std::vector<bool>& shown);

    std::vector<Entry> entries_;
    std::vector<bool> shown_;
    std::vector<Row> rows_;
    int left_ = 0;
    QStringList leftNames_; ///< of what is not shown
};

} // namespace kmixr::ui
