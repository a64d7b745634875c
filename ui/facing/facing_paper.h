// 患者向け表示 on paper (clinical-rules.md §12): what the page shows of medicines and operations, in the same words,
// for the patient to take home. Nothing that the page hides can come here: it is made from the page's own models.
#pragma once

#include <QAbstractItemModel>
#include <QPagedPaintDevice>
#include <QString>

#include <vector>

namespace kmixr::ui {

struct FacingPaper {
    struct Section {
        QString title, note;
        const QAbstractItemModel* rows = nullptr;
        int name = 0;  ///< the column of names, the widest
        QString empty; ///< in the place of rows
        QString foot;
    };
    QString title, person, asOf;
    std::vector<Section> sections;

    [[nodiscard]] QString html() const;
    /// A4 portrait, as many pages as it takes, black on white. False when the device cannot be written.
    bool printOn(QPagedPaintDevice& device) const;
};

} // namespace kmixr::ui
