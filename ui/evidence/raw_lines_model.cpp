#include "ui/evidence/raw_lines_model.h"

#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QStringList>

#include <array>

namespace kmixr::ui {

namespace {

struct RecordWords {
    const char *record, *name;
};

// Record letters of the claim file -> what the paper form calls them.
constexpr std::array recordWords{
    RecordWords{"IR", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Institution")},
    RecordWords{"YK", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Pharmacy")},
    RecordWords{"RE", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Receipt")},
    RecordWords{"HO", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Insurance")},
    RecordWords{"KO", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Public expense")},
    RecordWords{"SN", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Eligibility")},
    RecordWords{"JD", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Days of visit")},
    RecordWords{"SY", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Disease")},
    RecordWords{"SB", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Disease")},
    RecordWords{"HS", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Disease")},
    RecordWords{"SI", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Medical act")},
    RecordWords{"SS", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Medical act")},
    RecordWords{"IY", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Drug")},
    RecordWords{"TO", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Material")},
    RecordWords{"CO", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Comment")},
    RecordWords{"TK", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Comment")},
    RecordWords{"SJ", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Narrative")},
    RecordWords{"SH", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Prescription")},
    RecordWords{"CZ", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Dispensing")},
    RecordWords{"KI", QT_TRANSLATE_NOOP("kmixr::ui::RawLinesModel", "Fee")},
};

QString shown(const std::string& text) {
    return Marks::displayText(text);
}

/// The record's letters; insurers put three columns of numbers in front of every row.
QString recordOf(const QString& line) {
    return !line.isEmpty() && line.front().isDigit() ? line.section(QLatin1Char(','), 3, 3) : line.left(2);
}

} // namespace

QString RawLinesModel::recordName(const QString& record) {
    for (const RecordWords& words : recordWords) {
        if (record == QLatin1String(words.record)) {
            return tr(words.name);
        }
    }
    return record;
}

void RawLinesModel::show(std::shared_ptr<const history::History> history, std::uint32_t receipt,
                         std::set<receipt::LineNumber> marked) {
    beginResetModel();
    history_ = std::move(history);
    marked_ = std::move(marked);
    lines_.clear();
    names_.clear();
    if (history_ != nullptr && receipt < history_->receipts.size()) {
        const QStringList all = shown(history_->receipts[receipt].text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines_.assign(all.begin(), all.end());
        readNames(receipt);
    }
    endResetModel();
}

void RawLinesModel::readNames(std::uint32_t receipt) {
    // A derived item also rests on lines of other records (a treated disease on its drug): only a line of the item's
    // own kind may carry its name.
    const auto name = [&](const std::vector<history::Evidence>& evidence, const QStringList& records,
                          const QString& words) {
        for (const history::Evidence& at : evidence) {
            if (at.receipt == receipt && at.line >= 1 && at.line <= lines_.size() &&
                records.contains(recordOf(lines_[at.line - 1]))) {
                names_[at.line] = words;
            }
        }
    };
    const QStringList disease{QStringLiteral("SY"), QStringLiteral("SB"), QStringLiteral("HS")};
    const QStringList act{QStringLiteral("SI"), QStringLiteral("SS"), QStringLiteral("TO"), QStringLiteral("CD")};
    const QStringList drug{QStringLiteral("IY"), QStringLiteral("CD")};
    for (const auto& problem : history_->problems) {
        name(problem.evidence, disease, shown(problem.name));
    }
    for (const auto& course : history_->medications) {
        for (const auto& supply : course.supplies) {
            name(supply.evidence, drug, shown(supply.name));
        }
    }
    for (const auto& examination : history_->examinations) {
        for (const auto& done : examination.done) {
            name({done.evidence}, act, shown(examination.name));
        }
    }
    for (const auto& procedure : history_->procedures) {
        name(procedure.evidence, act, shown(procedure.name));
    }
}

int RawLinesModel::firstMarkedRow() const {
    return marked_.empty() ? 0 : static_cast<int>(*marked_.begin()) - 1;
}

int RawLinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int RawLinesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QString RawLinesModel::text(std::size_t row, int column) const {
    const auto line = static_cast<receipt::LineNumber>(row + 1);
    switch (column) {
    case Line:
        return QString::number(line);
    case Record:
        return recordName(recordOf(lines_[row]));
    case Name: {
        const auto found = names_.find(line);
        return found == names_.end() ? QString() : found->second;
    }
    case Text:
        return lines_[row];
    case Mark:
        return marked_.contains(line) ? tr("◀ evidence") : QString();
    default:
        return {};
    }
}

QVariant RawLinesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= lines_.size()) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const bool marked = marked_.contains(static_cast<receipt::LineNumber>(row + 1));
    const Roles& r = Roles::current();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: // the same words where a column is too narrow for them
        return text(row, index.column());
    case Qt::AccessibleTextRole: {
        QStringList said{marked ? tr("evidence") : QString(), text(row, index.column())};
        said.removeAll(QString());
        return said.join(QLatin1Char(' '));
    }
    case Qt::BackgroundRole:
        return marked ? QVariant(r.mark) : QVariant();
    case Qt::ForegroundRole:
        return marked ? r.onMark : (index.column() == Name ? r.text : r.text2);
    case Qt::FontRole:
        return Metrics::font(index.column() == Text ? TextStep::Caption : TextStep::Small,
                             marked && index.column() != Text);
    case Qt::TextAlignmentRole:
        return int((index.column() == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RawLinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::FontRole) {
        return Metrics::font(TextStep::Caption);
    }
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return int((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Line:
        return tr("Line");
    case Record:
        return tr("Record");
    case Name:
        return tr("Content");
    case Text:
        return tr("As recorded");
    default:
        return {};
    }
}

} // namespace kmixr::ui
