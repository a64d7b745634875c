// Ten years at a glance: ▲ surgery, black blocks for admissions (length = days), bands for what is done month by month.
// ←→ walk from event to event, Enter opens the evidence.
#pragma once

#include "ui/details/painted_items.h"
#include "ui/details/procedure_model.h"
#include "ui/details/supply_chart.h"

#include <QWidget>

#include <optional>

namespace kmixr::ui {

class DecadeStrip : public QWidget, public PaintedItems {
    Q_OBJECT
public:
    explicit DecadeStrip(const ProcedureModel& model, QWidget* parent);

    enum class Lane { Surgery, Admissions }; ///< below them bands of what is claimed month by month

    void rebuild(bool samePatient); ///< after the model got another history; one stays on the same event
    [[nodiscard]] int count(Lane lane) const;
    void setStandMonth(std::optional<Month> month); ///< marked through all lanes
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] int itemCount() const override { return static_cast<int>(events_.size()); }
    [[nodiscard]] QString itemWords(int item) const override;
    [[nodiscard]] QRect itemPlace(int item) const override;
    [[nodiscard]] int currentItem() const override { return current_; }

signals:
    void asked(const kmixr::ui::EvidenceAsk& ask);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    struct Event {
        int lane = 0; ///< 0 surgery, 1 admissions, 2… bands
        Day from{}, to{};
        QString label; ///< beside the mark
        QString words; ///< for a screen reader
        EvidenceAsk ask;
    };
    [[nodiscard]] TimeAxis axis() const;
    [[nodiscard]] QRect laneRect(int lane) const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] int laneHeight() const;
    void addSurgery();
    void addStays();
    void addBands();
    void paintYears(QPainter& painter, const TimeAxis& axis) const;
    void paintEvents(QPainter& painter, const TimeAxis& axis) const;
    void walk(int step);
    [[nodiscard]] int itemAt(QPoint at) const;

    const ProcedureModel* model_;
    std::vector<Event> events_;
    QStringList lanes_;
    std::optional<Month> stand_;
    int current_ = -1;
};

} // namespace kmixr::ui
