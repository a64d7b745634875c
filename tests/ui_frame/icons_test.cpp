// Marks: every icon draws in the colour asked for; every icon the rules name exists; badges are as large as they say.
#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr::ui;

namespace {

int inkOf(const QImage& image, const QColor& colour) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            found += at.alpha() > 200 && at.rgb() == colour.rgb() ? 1 : 0;
        }
    }
    return found;
}

} // namespace

TEST_CASE("every icon draws, in the colour asked for") {
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    REQUIRE(names.size() >= 35);
    for (const QString& file : names) {
        const QString name = QString(file).remove(QStringLiteral(".svg"));
        INFO(name.toStdString());
        for (const int size : {16, 20, 24, 96}) {
            const QImage image = Marks::icon(name, size, QColor(200, 0, 0)).toImage();
            CHECK(image.width() == size);
            CHECK(inkOf(image.convertToFormat(QImage::Format_ARGB32), QColor(200, 0, 0)) > size / 4);
        }
    }
    CHECK_FALSE(Marks::hasIcon(QStringLiteral("no-such-icon")));
}

TEST_CASE("every icon that the rules name exists") {
    const QDir rules(QStringLiteral(KMIXR_SOURCE_DIR "/resources/rules"));
    static const QRegularExpression icon(QStringLiteral("\"icon\"\\s*:\\s*\"([^\"]+)\""));
    int named = 0;
    for (const QString& file : rules.entryList({QStringLiteral("*.json")})) {
        QFile json(rules.filePath(file));
        REQUIRE(json.open(QIODevice::ReadOnly));
        auto matches = icon.globalMatch(QString::fromUtf8(json.readAll()));
        while (matches.hasNext()) {
            const QString name = matches.next().captured(1);
            INFO(file.toStdString() << ": " << name.toStdString());
            CHECK(Marks::hasIcon(name));
            ++named;
        }
    }
    CHECK(named > 0);
}

TEST_CASE("a badge stays within the size it asked for") {
    const QFont font = Metrics::font(TextStep::Caption);
    for (const BadgeKind kind : {BadgeKind::Treatment, BadgeKind::Duplicate, BadgeKind::Suspected, BadgeKind::Neutral,
                                 BadgeKind::Good, BadgeKind::Caution, BadgeKind::Critical}) {
        const QSize size = Marks::badgeSize(QStringLiteral("インスリン・DPP-4"), font, kind);
        const QRect at(QPoint(10, 10), size);
        QImage image(size + QSize(20, 20), QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        Marks::paintBadge(painter, at, QStringLiteral("インスリン・DPP-4"), kind, font);
        painter.end();
        int outside = 0, inside = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                (at.contains(x, y) ? inside : outside) += image.pixelColor(x, y).alpha() > 0 ? 1 : 0;
            }
        }
        CHECK(outside == 0);
        CHECK(inside > 100);
    }
}

TEST_CASE("the three circles differ in shape, not only in colour") {
    const auto ink = [](CircleState state) {
        QImage image(16, 16, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        Marks::paintCircle(painter, image.rect(), state, Qt::black);
        painter.end();
        return inkOf(image, Qt::black);
    };
    CHECK(ink(CircleState::Full) > ink(CircleState::Half) + 20);
    CHECK(ink(CircleState::Half) > ink(CircleState::Empty) + 20);
}
