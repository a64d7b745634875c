#include "tests/ui_pages/claim_patient.h"

#include "core/history/derive.h"
#include "core/receipt/masters.h"
#include "core/receipt/reader.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace kmixr::test {

std::shared_ptr<const history::History> claimPatient(const ClaimSource& source) {
    const auto masters = receipt::Masters::open(source.masters.toStdString());
    const auto rules = history::Rules::open(source.rules.toStdString());
    const auto today = parseIsoDay(source.today.toStdString());
    if (!masters || !rules || !today) {
        std::fputs("masters, rules or day unreadable\n", stderr);
        return nullptr;
    }
    std::vector<history::ReceiptInput> receipts;
    const QDir folder(source.folder);
    for (const QString& name : folder.entryList({QStringLiteral("*.UKE")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (auto& one : receipt::split(file.readAll().toStdString()))
            receipts.push_back({std::to_string(receipts.size()), std::move(one.text)});
    }
    return history::derive(std::move(receipts), **masters, **rules, *today);
}

} // namespace kmixr::test
