#include "ui/facing/facing_paper.h"

#include "ui/theme/metrics.h"

#include <QPageLayout>
#include <QPainter>
#include <QTextDocument>

#include <algorithm>

namespace kmixr::ui {
namespace {

QString tagged(const char* tag, const QString& words) {
    return words.isEmpty() ? QString() : QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), words.toHtmlEscaped());
}

QString tableOf(const QAbstractItemModel& rows, int name) {
    QString html = QStringLiteral("<table width='100%' cellpadding='3' cellspacing='0' border='1' "
                                  "style='border-collapse: collapse'><tr>");
    for (int column = 0; column < rows.columnCount(); ++column)
        html += QStringLiteral("<th width='%1%' align='left'>%2</th>")
                    .arg(column == name ? 40 : 60 / std::max(1, rows.columnCount() - 1))
                    .arg(rows.headerData(column, Qt::Horizontal).toString().toHtmlEscaped());
    html += QStringLiteral("</tr>");
    for (int row = 0; row < rows.rowCount(); ++row) {
        html += QStringLiteral("<tr>");
        for (int column = 0; column < rows.columnCount(); ++column)
            html += tagged("td", rows.index(row, column).data().toString() + u' '); // an empty cell is a cell
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

} // namespace

QString FacingPaper::html() const {
    QString html = tagged("h2", title) + tagged("p", person) + tagged("p", asOf);
    for (const Section& section : sections) {
        html += tagged("h3", section.title) + tagged("p", section.note);
        html += section.rows->rowCount() > 0 ? tableOf(*section.rows, section.name) : tagged("p", section.empty);
        html += tagged("p", section.foot);
    }
    return html;
}

bool FacingPaper::printOn(QPagedPaintDevice& device) const {
    device.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF())); // QTextDocument leaves 2 cm itself
    if (QPainter probe; !probe.begin(&device))                                      // QTextDocument does not tell
        return false;
    QTextDocument document;
    QFont font = Metrics::font(TextStep::Body);
    font.setPointSizeF(11);
    document.setDefaultFont(font);
    document.setHtml(html());
    document.print(&device);
    return true;
}

} // namespace kmixr::ui
