#include "app/practice/camera/card_face.h"

#include <QGuiApplication>
#include <QPainter>

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

namespace kmixr::practice {
namespace {

constexpr QColor paper(247, 246, 240);
constexpr QColor head(47, 104, 82);
constexpr QColor ink(40, 44, 48);

void paintSymbol(QPainter& painter, const QRectF& place, const std::string& text) {
    constexpr int errorCorrectionM = 3; // the writer counts levels from 0 to 8
    const auto modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                             .setEncoding(ZXing::CharacterSet::UTF8)
                             .setMargin(2)
                             .setEccLevel(errorCorrectionM)
                             .encode(text, 0, 0);
    // Drawn at whole pixels and scaled once: modules painted one by one would leave hairlines between them.
    QImage symbol(modules.width(), modules.height(), QImage::Format_RGB32);
    for (int y = 0; y < modules.height(); ++y)
        for (int x = 0; x < modules.width(); ++x)
            symbol.setPixelColor(x, y, modules.get(x, y) ? ink : QColor(Qt::white));
    painter.drawImage(place, symbol);
}

void paintLettering(QPainter& painter) {
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr)
        return;
    QFont font(QStringList{QStringLiteral("BIZ UDPGothic"), QStringLiteral("Noto Sans CJK JP")});
    font.setPixelSize(44);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRect(36, 0, 780, 92), Qt::AlignVCenter, QStringLiteral("K-MIX R BASIC 患者カード"));
    font.setPixelSize(34);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRect(36, 130, 380, 60), Qt::AlignVCenter, QStringLiteral("かがわ医療ネット"));
    font.setPixelSize(28);
    painter.setFont(font);
    painter.setPen(QColor(96, 100, 104));
    painter.drawText(QRect(36, 400, 380, 120), Qt::AlignVCenter,
                     QStringLiteral("このカードの提示は\n閲覧への同意です"));
}

} // namespace

QImage paintCard(const std::string& symbolText, bool patientCard) {
    QImage card(cardSize, QImage::Format_ARGB32_Premultiplied);
    card.fill(Qt::transparent);
    QPainter painter(&card);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF({0, 0}, cardSize).adjusted(2, 2, -2, -2), 28, 28);
    if (patientCard) {
        painter.setClipRect(0, 0, cardSize.width(), 92);
        painter.setBrush(head);
        painter.drawRoundedRect(QRectF({0, 0}, cardSize).adjusted(2, 2, -2, -2), 28, 28);
        painter.setClipping(false);
        paintLettering(painter);
    }
    if (!symbolText.empty())
        paintSymbol(painter, QRectF(430, 108, 408, 408), symbolText);
    return card;
}

} // namespace kmixr::practice
