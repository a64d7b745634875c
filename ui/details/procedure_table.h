// The table of procedures: surgery in bold, a repeated act with its span behind the name.
#pragma once

#include "ui/details/procedure_model.h"
#include "ui/details/views.h"

namespace kmixr::ui {

class ProcedureTable : public TableView {
    Q_OBJECT
public:
    ProcedureTable(ProcedureModel& model, QWidget* parent);
    void lay();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ProcedureModel* model_;
};

} // namespace kmixr::ui
