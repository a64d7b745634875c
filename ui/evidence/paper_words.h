// Words and figures as the paper form of a receipt writes them.
#pragma once

#include "core/receipt/sheet.h"

#include <QCoreApplication>
#include <QString>

namespace kmixr::ui {

class PaperWords {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::PaperWords)
public:
    /// 「1 医科 3 後期 1 単独 8 高外一」 from the four digits of レセプト種別; empty when they are none.
    static QString type(const std::string& digits);
    static QString month(Month month);                           ///< 「令和8年4月分」
    static QString day(Day day);                                 ///< 「平29.9.20」
    static QString pointsAndCount(const receipt::SheetRow& row); ///< 「58×28」
    static QString days(const receipt::SheetRow& row);           ///< 「2, 9, 16」
    /// The last four characters; a reader checks with them, a passer-by learns little.
    static QString masked(const std::string& number);
};

} // namespace kmixr::ui
