#include "ui/evidence/paper_words.h"

#include "ui/marks/marks.h"

#include <QStringList>

#include <array>

namespace kmixr::ui {

namespace {

struct DigitWords {
    char digit;
    const char* words;
};

// レセプト種別, uke.md §2.1: what the four digits stand for on the form.
constexpr std::array pointTables{DigitWords{'1', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "medical")},
                                 DigitWords{'3', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "dental")},
                                 DigitWords{'4', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "dispensing")}};
constexpr std::array insurances{DigitWords{'1', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "employees', national")},
                                DigitWords{'2', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "public expense")},
                                DigitWords{'3', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "late elderly")},
                                DigitWords{'4', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "retired")}};
constexpr std::array payers{DigitWords{'1', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "one payer")},
                            DigitWords{'2', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "two payers")},
                            DigitWords{'3', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "three payers")},
                            DigitWords{'4', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "four payers")},
                            DigitWords{'5', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "five payers")}};
constexpr std::array settings{DigitWords{'1', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "insured, in")},
                              DigitWords{'2', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "insured, out")},
                              DigitWords{'3', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "under six, in")},
                              DigitWords{'4', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "under six, out")},
                              DigitWords{'5', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "family, in")},
                              DigitWords{'6', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "family, out")},
                              DigitWords{'7', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "elderly, in")},
                              DigitWords{'8', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "elderly, out")},
                              DigitWords{'9', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "elderly 70 %, in")},
                              DigitWords{'0', QT_TRANSLATE_NOOP("kmixr::ui::PaperWords", "elderly 70 %, out")}};

template <std::size_t size>
QString digitAndWords(char digit, const std::array<DigitWords, size>& table) {
    for (const DigitWords& row : table) {
        if (row.digit == digit) {
            return QStringLiteral("%1 %2")
                .arg(QLatin1Char(digit))
                .arg(QCoreApplication::translate("kmixr::ui::PaperWords", row.words));
        }
    }
    return QString(QLatin1Char(digit));
}

} // namespace

QString PaperWords::type(const std::string& digits) {
    if (digits.size() != 4) {
        return {};
    }
    return QStringList{digitAndWords(digits[0], pointTables), digitAndWords(digits[1], insurances),
                       digitAndWords(digits[2], payers), digitAndWords(digits[3], settings)}
        .join(QLatin1Char(' '));
}

QString PaperWords::month(Month month) {
    // The era of a month is that of its last day: 令和元年5月, but 平成31年4月.
    const Day last{month / std::chrono::last};
    return tr("%1%2", "era year, month")
        .arg(QString::fromStdString(eraYear(last)), tr("month %1").arg(unsigned(month.month())));
}

QString PaperWords::day(Day day) {
    QString year = QString::fromStdString(eraYear(day));
    year.remove(QStringLiteral("年"));
    year.remove(1, 1); // 平成29 → 平29
    return QStringLiteral("%1.%2.%3").arg(year).arg(unsigned(day.month())).arg(unsigned(day.day()));
}

QString PaperWords::pointsAndCount(const receipt::SheetRow& row) {
    if (row.points) {
        const QString points = row.yen ? tr("%1 yen").arg(*row.points) : QString::number(*row.points);
        if (row.count == 0) {
            return points;
        }
        // A payer's total is one already: the days stand beside it, they are no factor.
        return (row.part == receipt::SheetPart::Payers ? QStringLiteral("%1 (%2)") : QStringLiteral("%1×%2"))
            .arg(points)
            .arg(row.count);
    }
    return row.count > 0 ? QStringLiteral("×%1").arg(row.count) : QString();
}

QString PaperWords::days(const receipt::SheetRow& row) {
    QStringList days;
    for (std::size_t day = 0; day < row.days.size(); ++day) {
        if (row.days[day] != 0) {
            days << QString::number(day + 1);
        }
    }
    return days.join(QStringLiteral(", "));
}

QString PaperWords::masked(const std::string& number) {
    constexpr qsizetype seen = 4;
    const QString all = Marks::displayText(number);
    return all.size() <= seen ? all : QStringLiteral("••••") + all.right(seen);
}

} // namespace kmixr::ui
