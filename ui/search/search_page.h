// Search across everything, as one types (Ctrl+K; Ctrl+F where a page has no search of its own). Enter opens the
// evidence, Esc leads back.
#pragma once

#include "ui/frame/patient_page.h"

#include <memory>

namespace kmixr::ui {

class SearchPage : public PatientPage {
    Q_OBJECT
public:
    explicit SearchPage(QWidget* parent = nullptr);
    ~SearchPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Parts;
    void search();
    void arrange();
    void tell();

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
