#include "ui/frame/home_view.h"

#include "ui/marks/marks.h"

#include <QVBoxLayout>

namespace kmixr::ui {

HomeView::HomeView(QWidget* parent) : QWidget(parent), appBar_(new AppBar(this)), scan_(new ScanPage(this)) {
    auto* row = new ToolRow(this);
    row->tabs()->addPage(Qt::Key_F2, tr("Open a patient"));
    // The window itself listens to Ctrl+L: it locks from every page.
    auto* lock = row->addTool(tr("Lock"), {}, QStringLiteral("lock"));
    lock->setKeyCaption(QStringLiteral("Ctrl+L"));
    connect(lock, &QAbstractButton::clicked, this, &HomeView::lockWanted);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(appBar_);
    all->addWidget(row);
    all->addWidget(scan_, 1);
    appBar_->setTitle(tr("Open a patient"), {});
}

void HomeView::setDoctor(const protocol::SignedIn& doctor) {
    const QString name = Marks::displayText(doctor.doctorName);
    appBar_->setTitle(tr("Open a patient"),
                      doctor.role == protocol::Role::Doctor ? tr("Dr. %1").arg(name) : tr("%1 (staff)").arg(name));
}

} // namespace kmixr::ui
