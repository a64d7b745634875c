// What the program's own start does for the screen: Japanese words, theme, no input method.
#pragma once

#include "ui/theme/roles.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

namespace kmixr::ui::test {

/// Keeps the words as long as it lives.
class Japanese {
public:
    Japanese() {
        QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
        loaded_ = words_.load(QStringLiteral(":/i18n/kmixr_ja.qm"));
        QApplication::installTranslator(&words_);
        applyTheme(Theme::Light);
    }
    [[nodiscard]] bool loaded() const { return loaded_; }

private:
    QTranslator words_;
    bool loaded_ = false;
};

} // namespace kmixr::ui::test
