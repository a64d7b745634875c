#include "ui/evidence/sheet_model.h"

#include "ui/evidence/paper_words.h"
#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace kmixr::ui {

using receipt::SheetPart;
using receipt::SheetRow;

void SheetModel::show(const history::History* history, std::uint32_t receipt, std::set<receipt::LineNumber> marked) {
    beginResetModel();
    rows_.clear();
    if (history != nullptr && receipt < history->receipts.size()) {
        static const receipt::Masters noNames;
        const receipt::Masters& names = history->masters != nullptr ? *history->masters : noNames;
        std::optional<SheetPart> section;
        auto sheet = receipt::sheetOf(history->receipts[receipt].value, names);
        // The person, and a payer who is the only one, stand in the head.
        const bool onePayer = std::ranges::count(sheet.rows, SheetPart::Payers, &SheetRow::part) == 1;
        bool personSeen = false;
        std::vector<receipt::LineNumber> owner; // lines of the row that indented ones belong to
        for (SheetRow& value : sheet.rows) {
            if ((value.part == SheetPart::Patient && !std::exchange(personSeen, true)) ||
                (value.part == SheetPart::Payers && onePayer)) {
                continue;
            }
            if (section != value.part) {
                section = value.part;
                Row heading;
                heading.heading = true;
                heading.value.part = value.part;
                rows_.push_back(std::move(heading));
            }
            const bool isEvidence =
                std::ranges::any_of(value.lines, [&](receipt::LineNumber line) { return marked.contains(line); });
            if (!value.indented) {
                owner = value.lines;
            }
            // A comment embedded in a line is that very line: the line itself is marked, once.
            const bool embedded = value.indented && std::ranges::all_of(value.lines, [&](receipt::LineNumber line) {
                                      return std::ranges::find(owner, line) != owner.end();
                                  });
            rows_.push_back({false, isEvidence && !embedded, std::move(value)});
        }
    }
    endResetModel();
}

int SheetModel::firstMarkedRow() const {
    const auto found = std::ranges::find_if(rows_, &Row::marked);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

bool SheetModel::isHeading(int row) const {
    return row >= 0 && static_cast<std::size_t>(row) < rows_.size() && rows_[static_cast<std::size_t>(row)].heading;
}

int SheetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SheetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QString SheetModel::headingText(SheetPart part, int column) const {
    switch (column) {
    case Name:
        switch (part) {
        case SheetPart::Patient:
            return tr("Admission");
        case SheetPart::Payers:
            return tr("Who pays");
        case SheetPart::Diseases:
            return tr("Diseases");
        case SheetPart::Stay:
            return tr("The stay as DPC classifies and pays it");
        case SheetPart::Details:
            return tr("Acts and drugs");
        case SheetPart::Coding:
            return tr("Covered by the per-diem fee (no points)");
        case SheetPart::Prescription:
            return tr("Prescriptions");
        case SheetPart::Fees:
            return tr("Fees of the pharmacy");
        case SheetPart::Remarks:
            return tr("Remarks on the whole receipt");
        case SheetPart::Narratives:
            return tr("Narrative");
        case SheetPart::Corrections:
            return tr("What the payer's review did");
        case SheetPart::Unread:
            return tr("Lines that could not be read");
        }
        return {};
    case Amount:
        return part == SheetPart::Diseases ? tr("Start of treatment")
               : part == SheetPart::Details || part == SheetPart::Prescription || part == SheetPart::Coding
                   ? tr("Amount")
                   : QString();
    case Points:
        switch (part) {
        case SheetPart::Diseases:
            return tr("Outcome");
        case SheetPart::Payers:
            return tr("Total points (days)");
        case SheetPart::Stay:
        case SheetPart::Details:
        case SheetPart::Prescription:
        case SheetPart::Fees:
            return tr("Points × count");
        default:
            return {};
        }
    case Days:
        return part == SheetPart::Details || part == SheetPart::Coding ? tr("Days") : QString();
    default:
        return {};
    }
}

QString SheetModel::text(const Row& row, int column) const {
    const SheetRow& value = row.value;
    if (row.heading) {
        return headingText(value.part, column);
    }
    switch (column) {
    case Number:
        return Marks::displayText(value.mark);
    case Name: {
        QString name = Marks::displayText(value.text);
        if (value.part == SheetPart::Unread) {
            name = tr("Record %1, line %2: to be seen under 'As recorded'").arg(name).arg(value.lines.front());
        }
        if (value.cut) {
            name = tr("%1 (cut by the payer's review)").arg(name);
        }
        if (value.unlisted) {
            name = tr("%1 (not in the master)").arg(name);
        }
        return value.indented ? QStringLiteral("　") + name : name;
    }
    case Amount:
        return value.start ? PaperWords::day(*value.start) : Marks::displayText(value.amount);
    case Points:
        return value.part == SheetPart::Diseases ? Marks::displayText(value.outcome)
                                                 : PaperWords::pointsAndCount(value);
    case Days:
        return PaperWords::days(value);
    case Mark:
        return row.marked ? tr("◀ evidence") : QString();
    default:
        return {};
    }
}

QVariant SheetModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= rows_.size()) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const Roles& r = Roles::current();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole: // the same words where a column is too narrow for them
        return text(row, index.column());
    case Qt::AccessibleTextRole: {
        QStringList said{row.marked && index.column() == Name ? tr("evidence") : QString(), text(row, index.column())};
        said.removeAll(QString());
        return said.join(QLatin1Char(' '));
    }
    case Qt::BackgroundRole:
        return row.marked ? QVariant(r.mark) : row.heading ? QVariant(r.alt) : QVariant();
    case Qt::ForegroundRole:
        return row.marked ? r.onMark : (row.heading || row.value.indented ? r.text2 : r.text);
    case Qt::FontRole:
        return Metrics::font(row.heading ? TextStep::Caption : TextStep::Small, row.marked);
    case Qt::TextAlignmentRole: {
        const bool figures =
            row.value.part != SheetPart::Diseases && (index.column() == Amount || index.column() == Points);
        return int((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

} // namespace kmixr::ui
