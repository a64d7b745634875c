#include "ui/help/help_page.h"

#include "ui/controls/word_label.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kmixr::ui {
namespace {

struct Paragraph {
    const char* words;
    bool title = false;
};

} // namespace

HelpPage::HelpPage(QWidget* parent) : PatientPage(parent), area_(new QScrollArea(this)) {
    // Figures as published; each with its source, so that they can be looked up (clinical rules §2.2, §3.7).
    static constexpr Paragraph paragraphs[] = {
        {QT_TR_NOOP("How far a disease name on a receipt can be trusted"), true},
        {QT_TR_NOOP(
            "A line of a receipt proves that something was billed, not that the patient has it, took it or still "
            "has it. Names that are there are seldom invented; names that are missing are common. A name "
            "together with its treatment is stronger than a name alone: hence the grades.")},
        {QT_TR_NOOP(
            "315 in-patients of four hospitals, DPC (Yamana 2017): specificity above 96 %, sensitivity below 50 % "
            "for 7 of 16 diseases; of procedures, sensitivity above 90 % for 6 of 10.")},
        {QT_TR_NOOP("Cardiology, DPC (Nakai 2021): of names of acute myocardial infarction 78.8 % were right, of heart "
                    "failure 57.0 % (83.0 % when admitted as an emergency and written as acute).")},
        {QT_TR_NOOP(
            "Rheumatoid arthritis, 64 hospitals: name and antirheumatic drug (or oral steroid) together found about "
            "73 % of patients and were right in about 80 %.")},
        {QT_TR_NOOP("Breast cancer (2015): combinations of codes were right in 65.8 to 90.7 %.")},
        {QT_TR_NOOP(
            "Death (Sakai 2019): found in 94.3 % of in-patients, in 47.4 % of out-patients. An outcome that is not "
            "written does not mean that the patient is alive.")},
        {QT_TR_NOOP("How far the list of drugs can be trusted"), true},
        {QT_TR_NOOP(
            "Periods are computed from days supplied; as-needed and external drugs are taken as 14 days. What was "
            "said after dispensing (“stop this one”), drugs paid by the patient, and drugs inside an in-patient's "
            "bundled fee are not on receipts. Therefore every state is an estimate.")},
        {QT_TR_NOOP(
            "Dispensing data would probably have prevented 35 % of 315 errors in the drug history at admission "
            "(Pevnick 2016). In 76.9 % of 609 primary-care patients the practice's list and the pharmacies' data "
            "differed in at least one drug (2015).")},
        {QT_TR_NOOP("What this program never says"), true},
        {QT_TR_NOOP(
            "That something does not exist: only that receipts up to a month do not show it. Results of tests, "
            "allergies that nobody wrote as a disease, height, weight and smoking are not on receipts. There is no "
            "score and no probability. A hint from a package insert is a reason to read it, not a finding.")},
    };
    auto* page = new QWidget;
    auto* lines = new QVBoxLayout(page);
    lines->setContentsMargins(Metrics::px(16), Metrics::px(12), Metrics::px(16), Metrics::px(12));
    lines->setSpacing(Metrics::px(8));
    for (const Paragraph& paragraph : paragraphs) {
        auto* label = new WordLabel(tr(paragraph.words), TextStep::Body, &Roles::text, page);
        label->setBold(paragraph.title);
        label->setWordWrap(true);
        lines->addWidget(label);
    }
    lines->addStretch(1);
    area_->setWidget(page);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setAccessibleName(tr("Help"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(area_);
    setFocusProxy(area_);
}

void HelpPage::takeFocus() {
    area_->setFocus();
}

void HelpPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit backWanted();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
