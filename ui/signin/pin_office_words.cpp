#include "ui/signin/pin_office_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kmixr::ui {

namespace {

struct Row {
    card::PinOffice office;
    const char *lastTry, *locked, *forgot;
};

constexpr std::array rows{
    Row{card::PinOffice::Issuer,
        QT_TRANSLATE_NOOP(
            "kmixr::ui::PinOffice",
            "If you are not sure, type it again or stop here. A locked card is unlocked only by its issuer."),
        QT_TRANSLATE_NOOP("kmixr::ui::PinOffice", "Have the PIN reset by the issuer of the card."),
        QT_TRANSLATE_NOOP(
            "kmixr::ui::PinOffice",
            "This program cannot tell or reset it. Ask the issuer of the card. Do not guess: wrong PINs lock "
            "the card.")},
    Row{card::PinOffice::IssuingAssociation,
        QT_TRANSLATE_NOOP(
            "kmixr::ui::PinOffice",
            "If you are not sure, type it again or stop here. A locked card is unlocked only by the association "
            "that issued it, such as the Japan Medical Association's Digital Certificate Center."),
        QT_TRANSLATE_NOOP("kmixr::ui::PinOffice",
                          "Have the PIN reset by the association that issued the card, such as the Japan Medical "
                          "Association's Digital Certificate Center."),
        QT_TRANSLATE_NOOP(
            "kmixr::ui::PinOffice",
            "This program cannot tell or reset it. Ask the association that issued the card, such as the Japan "
            "Medical Association's Digital Certificate Center. Do not guess: wrong PINs lock the card.")},
    Row{card::PinOffice::MunicipalOffice,
        QT_TRANSLATE_NOOP("kmixr::ui::PinOffice",
                          "If you are not sure, please stop here. A locked card is unlocked at the municipal office."),
        QT_TRANSLATE_NOOP("kmixr::ui::PinOffice", "Have the PIN reset at the municipal office."),
        QT_TRANSLATE_NOOP("kmixr::ui::PinOffice",
                          "The PIN is reset at the municipal office. Do not guess: wrong PINs lock the card.")},
};

} // namespace

PinOfficeWords wordsFor(card::PinOffice office) {
    const auto* row = std::ranges::find(rows, office, &Row::office);
    const auto words = [](const char* source) { return QCoreApplication::translate("kmixr::ui::PinOffice", source); };
    return {words(row->lastTry), words(row->locked), words(row->forgot)};
}

} // namespace kmixr::ui
