// The emergency sheet as a page (Ctrl+E): one screen without scrolling; Ctrl+P puts it on one A4. ↑↓ walk the rows,
// Enter opens the evidence, Esc leads back.
#pragma once

#include "ui/frame/patient_page.h"

#include <memory>

class QPagedPaintDevice;

namespace kmixr::ui {

class SheetPage : public PatientPage {
    Q_OBJECT
public:
    explicit SheetPage(QWidget* parent = nullptr);
    ~SheetPage() override;

    void setHistory(std::shared_ptr<const history::History> history) override;
    void takeFocus() override;
    /// One page A4 portrait, black on white, marked 医療者用. False when the device cannot be written.
    bool printOn(QPagedPaintDevice& device) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    void arrange();
    void tell();
    void turn(int pages);
    void print();

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
