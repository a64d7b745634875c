#include "ui/summary/risk_table.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>
#include <numeric>

namespace kmixr::ui {
namespace {

constexpr int columns = 3;

int cellPadding() {
    return Metrics::px(8);
}

class RiskHead : public QHeaderView {
public:
    explicit RiskHead(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

    [[nodiscard]] QSize sizeHint() const override {
        return {Metrics::px(100), 2 * TypeFace::lineHeight(faces::caption) + Metrics::px(8)};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), Roles::current().base);
        for (int section = 0; section < count(); ++section)
            paintSection(&painter, QRect(sectionViewportPosition(section), 0, sectionSize(section), height()), section);
    }

    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Roles& roles = Roles::current();
        const QStringList lines = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString().split(u'\n');
        static constexpr std::array marks{"■", "□", "?"};
        const QRect inner = rect.adjusted(cellPadding(), Metrics::px(3), 0, 0);
        const int line = TypeFace::lineHeight(faces::caption);
        const QString mark = QString::fromUtf8(marks.at(static_cast<std::size_t>(section)));
        draw::text(*painter, QRect(inner.left(), inner.top(), inner.width(), line), Qt::AlignLeft, faces::captionBold,
                   roles.text, QStringLiteral("%1 %2").arg(mark, lines.value(0)));
        // The third head is one name over two lines; the others carry a note.
        const bool note = section != columns - 1;
        draw::text(*painter, QRect(inner.left(), inner.top() + line, inner.width(), line), Qt::AlignLeft,
                   note ? faces::caption : faces::captionBold, note ? roles.text2 : roles.text, lines.value(1));
        if (section > 0)
            painter->fillRect(QRect(rect.left(), Metrics::px(4), 1, rect.height()), roles.line);
        draw::bottomLine(*painter, rect.adjusted(cellPadding(), 0, -cellPadding(), 0), roles.line);
    }
};

class RiskDelegate : public QStyledItemDelegate {
public:
    RiskDelegate(const RiskModel& model, const Face& face, QObject* parent)
        : QStyledItemDelegate(parent), model_(&model), face_(&face) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QRect inner = option.rect.adjusted(cellPadding(), 0, -Metrics::px(2), 0);
        if (index.column() > 0)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 1, option.rect.height()),
                              Roles::current().line);
        draw::RowLook look = draw::RowLook::of(option, false);
        look.selected = look.selected && option.widget != nullptr && option.widget->hasFocus();
        if (const QString more = model_->more(index); !more.isEmpty()) {
            draw::text(*painter, inner, Qt::AlignLeft, faces::caption, draw::ink2(look), more);
            return;
        }
        const history::RiskFactor* factor = model_->factor(index);
        if (factor == nullptr)
            return;
        draw::ground(*painter, option.rect, look);
        const QString name = Words::shown(factor->name);
        draw::elided(*painter, inner, Qt::AlignLeft, *face_, draw::ink(look), name);
        const int left = inner.left() + TypeFace::width(*face_, name) + Metrics::px(5);
        if (left < inner.right() - Metrics::px(34) ||
            left + TypeFace::width(faces::caption, Words::shown(factor->basis)) <= inner.right())
            draw::elided(*painter, QRect(left, inner.top(), inner.right() - left, inner.height()), Qt::AlignLeft,
                         faces::caption, draw::ink2(look), Words::shown(factor->basis));
        if (look.focused)
            draw::ring(*painter, option.rect, look.selected);
    }

private:
    const RiskModel* model_;
    const Face* face_; ///< of the names
};

} // namespace

RiskTable::RiskTable(RiskModel& model, QWidget* parent) : TableView(parent), model_(&model) {
    setHorizontalHeader(new RiskHead(this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setModel(model_);
    setItemDelegate(new RiskDelegate(*model_, face_, this));
    setUsualRowHeight(Metrics::px(18));
    connect(model_, &QAbstractItemModel::modelReset, this, &RiskTable::fitColumns);
}

int RiskTable::heightOf(int rows) const {
    return horizontalHeader()->sizeHint().height() + rows * Metrics::px(18) + Metrics::px(4);
}

RiskTable::Need RiskTable::need(Face face) const {
    Need need;
    for (int column = 0; column < columns; ++column) {
        int& least = need.name.at(static_cast<std::size_t>(column));
        int& most = need.wish.at(static_cast<std::size_t>(column));
        const QString head = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        for (const QString& line : head.split(u'\n'))
            least = std::max(least, TypeFace::width(faces::captionBold, QStringLiteral("■ ") + line));
        most = least;
        for (int row = 0; row < model_->rowCount(); ++row) {
            const auto* factor = model_->factor(model_->index(row, column));
            if (factor == nullptr)
                continue;
            const int words = TypeFace::width(face, Words::shown(factor->name));
            least = std::max(least, words);
            most =
                std::max(most, words + Metrics::px(5) + TypeFace::width(faces::caption, Words::shown(factor->basis)));
        }
        const int padding = cellPadding() + (column == columns - 1 ? Metrics::px(2) : Metrics::px(3));
        least += padding;
        most = std::max(most + padding, least);
    }
    return need;
}

void RiskTable::fitColumns() {
    // Names always whole; what is left goes to the words of evidence behind them, then to all alike.
    const auto sum = [](const std::array<int, columns>& widths) {
        return std::accumulate(widths.begin(), widths.end(), 0);
    };
    face_ = faces::small;
    Need widths = need(face_);
    if (sum(widths.name) > viewport()->width()) {
        face_ = faces::caption;
        widths = need(face_);
    }
    auto& name = widths.name;
    const auto& wish = widths.wish;
    int spare = viewport()->width() - sum(name);
    for (std::size_t column = 0; column < columns; ++column) {
        const int more = std::clamp(wish.at(column) - name.at(column), 0, std::max(0, spare));
        name.at(column) += more;
        spare -= more;
    }
    int used = 0;
    for (int column = 0; column < columns; ++column) {
        const int width = column == columns - 1
                              ? viewport()->width() - used
                              : name.at(static_cast<std::size_t>(column)) + std::max(0, spare) / columns;
        setColumnWidth(column, std::max(1, width));
        used += width;
    }
}

void RiskTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    fitColumns();
}

void RiskTable::changeEvent(QEvent* event) {
    TableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setUsualRowHeight(Metrics::px(18));
        fitColumns();
    }
}

} // namespace kmixr::ui
