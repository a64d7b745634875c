// Who this is and how old the data are: always in sight, never two patients, never covered (UI.md §6).
#pragma once

#include "ui/frame/corner.h"
#include "ui/frame/patient_heading.h"

#include <QWidget>

#include <vector>

namespace kmixr::ui {

class PatientBanner : public QWidget {
    Q_OBJECT
public:
    explicit PatientBanner(QWidget* parent = nullptr);

    /// `today` gives age and how old the data are.
    void show(const PatientHeading& heading, Day today);
    /// Nothing of the patient remains.
    void clear();
    void setOnline(bool online);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Field { ///< caption above value
        QString caption, value, strong;
    };
    enum class Form { OneLine, TwoLines, ThreeLines };
    [[nodiscard]] Form form() const; ///< at this width and text size
    void tell();
    [[nodiscard]] int room(bool firstOfTwo) const; ///< for words, beside the corner
    [[nodiscard]] int identityWidth() const;       ///< name, birth, age and sex in one line
    [[nodiscard]] int fieldWidth(const Field& field) const;
    [[nodiscard]] int oneLineWidth() const;
    [[nodiscard]] int dataBoxWidth() const;
    void paintOneLine(QPainter& painter) const;
    void paintLines(QPainter& painter) const; ///< two or three
    void paintDataBox(QPainter& painter, const QRect& at, bool caption) const;
    [[nodiscard]] QString dataWords() const;
    [[nodiscard]] QString shortDataWords() const; ///< with its caption, for two lines

    bool shown_ = false;
    QString kana_, name_, data_, dataAge_;
    std::vector<Field> fields_; ///< birth and age, sex, insurer, card
    Corner corner_;
};

} // namespace kmixr::ui
