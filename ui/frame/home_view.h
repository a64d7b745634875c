// Home of a signed-in doctor. Its one page now is "open a patient"; the row of tabs is where others will stand.
#pragma once

#include "core/protocol/messages.h"
#include "ui/frame/app_bar.h"
#include "ui/frame/tool_row.h"
#include "ui/scan/scan_page.h"

#include <QWidget>

namespace kmixr::ui {

class HomeView : public QWidget {
    Q_OBJECT
public:
    explicit HomeView(QWidget* parent = nullptr);

    void setDoctor(const protocol::SignedIn& doctor);
    [[nodiscard]] AppBar* appBar() { return appBar_; }
    [[nodiscard]] ScanPage* scan() { return scan_; }

signals:
    void lockWanted();

private:
    AppBar* appBar_;
    ScanPage* scan_;
};

} // namespace kmixr::ui
