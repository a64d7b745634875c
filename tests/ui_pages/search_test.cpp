// Search across everything, own clinic against the others, and the emergency sheet.
#include "tests/core_history/people.h"
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/details/disease_model.h"
#include "ui/details/examination_model.h"
#include "ui/details/medication_model.h"
#include "ui/details/procedure_model.h"
#include "ui/search/search_model.h"
#include "ui/search/search_page.h"
#include "ui/sheet/sheet_page.h"
#include "ui/sheet/sheet_painter.h"

#include <QBuffer>
#include <QImage>
#include <QLineEdit>
#include <QPdfWriter>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using ui::EmergencySheet;
using ui::Places;

namespace {

std::shared_ptr<const history::History> person(const char* id) {
    const auto& people = history::test::practicePeople();
    return std::find_if(people.begin(), people.end(), [id](const auto& one) { return one.id == id; })->history;
}

QStringList found(ui::SearchModel& model, const QString& query) {
    model.setQuery(query);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.rowKind(row) == ui::RowKind::Item)
            names << model.index(row, 0).data().toString();
    }
    return names;
}

} // namespace

TEST_CASE("search: one thing by its name, its kana in any width, its generic name, its class and its code") {
    ui::SearchModel model;
    model.setHistory(person("K05"));
    CHECK(found(model, {}).isEmpty());
    for (const auto* query :
         {"アムロジピン", "ｱﾑﾛｼﾞﾋﾟﾝ", "あむろじぴん", "ノルバスク", "のるばすく", "612170710", "２１７１０２２"}) {
        INFO(query);
        CHECK(found(model, QString::fromUtf8(query)).contains(QStringLiteral("ノルバスク錠5mg")));
    }
    for (const auto* query : {"高血圧", "コウケツアツ", "こうけつあつ", "I10", "ｉ１０", "8833421"}) {
        INFO(query);
        CHECK(found(model, QString::fromUtf8(query)).contains(QStringLiteral("高血圧症")));
    }
    CHECK(found(model, QStringLiteral("J038")).size() >= 1); // 人工腎臓 by its section
    CHECK(found(model, QStringLiteral("青波 総合")).contains(QStringLiteral("青波総合病院")));
    CHECK(found(model, QStringLiteral("どこにもない")).isEmpty());
    for (int row = 0; row < model.rowCount(); ++row)
        CHECK_FALSE(model.ask(model.index(row, 0)).evidence.empty());
}

TEST_CASE("search: every row found opens its evidence, heads count their rows") {
    ui::SearchModel model;
    model.setHistory(person("K10"));
    found(model, QStringLiteral("の"));
    int items = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.rowKind(row) == ui::RowKind::Head)
            continue;
        ++items;
        CHECK_FALSE(model.ask(model.index(row, 0)).evidence.empty());
    }
    CHECK(items == model.found());
    CHECK(items > 0);
}

TEST_CASE("search: suspected diseases stand last, in their own group, always with their suspicion") {
    ui::SearchModel model;
    model.setHistory(person("K09"));
    model.setQuery(QStringLiteral("潰瘍"));
    int suspected = 0, diagnosed = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto kind = model.kind(row);
        if (!kind)
            continue;
        const QString name = model.index(row, 0).data().toString();
        if (*kind == ui::SearchKind::Suspected) {
            ++suspected;
            CHECK(name.contains(u'疑'));
            CHECK(model.badges(row).contains(QStringLiteral("疑い")));
            CHECK(model.index(row, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("疑い")));
        } else {
            CHECK(suspected == 0); // none behind
            CHECK_FALSE(name.contains(u'疑'));
            ++diagnosed;
        }
    }
    CHECK(suspected == 3);
    CHECK(diagnosed >= 1);
}

TEST_CASE("search page: typed, walked, opened, left; the next patient begins with an empty field") {
    ui::SearchPage page;
    page.setHistory(person("K05"));
    test::present(page);
    page.takeFocus();
    auto* field = page.findChild<QLineEdit*>();
    field->setText(QStringLiteral("ワーファリン"));
    QSignalSpy wanted(&page, &ui::PatientPage::evidenceWanted);
    test::press(*field, Qt::Key_Return);
    REQUIRE(wanted.count() == 1);
    QSignalSpy back(&page, &ui::PatientPage::backWanted);
    field->clear();
    test::press(page, Qt::Key_Escape);
    CHECK(back.count() == 1);
    field->setText(QStringLiteral("ワーファリン"));
    page.setHistory(nullptr);
    page.setHistory(person("K01"));
    CHECK(field->text().isEmpty());
    field->setText(QStringLiteral("ワーファリン"));
    CHECK_FALSE(test::spoken(page).contains(QStringLiteral("ワーファリン錠")));
}

TEST_CASE("own clinic and others: every row is of one of them, and of the right one") {
    const auto history = person("K05");
    const QString own = QStringLiteral("青波駅前内科クリニック");
    const auto sizes = [&](auto&& model) {
        std::vector<int> rows;
        for (const Places places : {Places::All, Places::Own, Places::Others}) {
            model.setPlaces(places, own);
            int items = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                items += model.rowKind(row) == ui::RowKind::Item ? 1 : 0;
            rows.push_back(items);
        }
        return rows;
    };
    ui::DiseaseModel diseases;
    diseases.setHistory(history);
    ui::MedicationModel drugs;
    drugs.setHistory(history);
    ui::ProcedureModel procedures;
    procedures.setHistory(history);
    for (const auto& rows : {sizes(diseases), sizes(drugs), sizes(procedures)}) {
        CHECK(rows[1] + rows[2] == rows[0]);
        CHECK(rows[2] > 0);
    }
    CHECK(sizes(diseases)[1] > 0);
    CHECK(sizes(drugs)[1] > 0);
    ui::ExaminationModel tests;
    tests.setHistory(history);
    const auto rows = sizes(tests);
    CHECK(rows[1] > 0);
    CHECK(rows[1] < rows[0]);
    diseases.setPlaces(Places::Own, {}); // nobody knows one's own institution: nothing is said to be one's own
    CHECK(diseases.rowCount() == 0);
}

TEST_CASE("emergency sheet: the national order and windows, no suspected name, absence with its month") {
    for (const auto& [id, history] : history::test::practicePeople()) {
        INFO(id);
        const EmergencySheet sheet(*history);
        REQUIRE(sheet.sections.size() == EmergencySheet::SectionCount);
        for (const auto& section : sheet.sections) {
            for (const auto& row : section.rows) {
                INFO(row.words().toStdString());
                CHECK_FALSE(row.ask.evidence.empty());
                CHECK_FALSE(row.words().contains(u'疑'));
            }
            CHECK((!section.rows.empty() || section.empty.contains(QStringLiteral("診療分まで"))));
        }
        std::size_t flags = 0;
        for (const auto section : {EmergencySheet::Treatments, EmergencySheet::Allergies})
            flags += sheet.sections[section].rows.size();
        CHECK(flags == history->flags.size());
        for (const auto& record : history->procedures) {
            const bool recent = record.group == history::ProcedureGroup::Surgery && record.exclusion.empty() &&
                                monthsBetween(monthOf(record.day), *history->newestMonth) < 60;
            if (!recent)
                continue;
            const auto& rows = sheet.sections[EmergencySheet::Surgery].rows;
            CHECK(std::any_of(rows.begin(), rows.end(),
                              [&](const ui::SheetRow& row) { return row.ask.evidence == record.evidence; }));
        }
    }
}

TEST_CASE("emergency sheet: one A4 for every practice person, nothing left out, nothing beyond the edge") {
    for (const auto& [id, history] : history::test::practicePeople()) {
        INFO(id);
        ui::SheetPage page;
        page.setHistory(history);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter paper(&buffer);
            CHECK(page.printOn(paper));
        }
        CHECK(bytes.startsWith("%PDF"));
        CHECK(bytes.count("/Type /Page\n") == 1);
        test::present(page);
        CHECK_FALSE(test::spoken(page).contains(QStringLiteral("他 "))); // the screen holds everything as well
    }
}

TEST_CASE("emergency sheet: what finds no room is counted by name; flags and allergy names stay") {
    const EmergencySheet sheet(*person("K05"));
    QImage image(600, 300, QImage::Format_RGB32);
    ui::SheetLook look;
    look.title.setPixelSize(14);
    look.name.setPixelSize(13);
    look.small.setPixelSize(11);
    const ui::SheetPainter painter(
        sheet,
        {{EmergencySheet::Drugs}, {EmergencySheet::Treatments, EmergencySheet::Problems, EmergencySheet::Allergies}},
        QRectF(0, 0, 600, 300), look, &image);
    CHECK(painter.leftOut() > 0);
    std::size_t flags = 0, counted = 0;
    double lowest = 0;
    for (const auto& item : painter.items()) {
        flags += item.section == EmergencySheet::Treatments && item.row >= 0 ? 1 : 0;
        counted += item.words.contains(QStringLiteral("他 ")) ? 1 : 0;
        lowest = std::max(lowest, item.place.bottom());
    }
    CHECK(flags == sheet.sections[EmergencySheet::Treatments].rows.size());
    CHECK(counted >= 1);
    CHECK(lowest <= 300);
}
