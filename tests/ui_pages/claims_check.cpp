#include "tests/ui_pages/claims_check.h"

#include "ui/details/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kmixr::test {
namespace {

using history::Grade;
using history::History;

/// Without what is said of the screen or of receipts as such, not of a patient.
QString withoutAllowedAbsence(QString sentence) {
    static const QStringList allowed{
        QStringLiteral("レセプトに検査の値はありません"),
        QStringLiteral("アレルギーを書く欄はレセプトにありません"),
        QStringLiteral("ほかに記録がないという意味ではありません"),
        QStringLiteral("移植を受けた記録ではありません"),
        QStringLiteral("終わった病名、または6か月を超えて記載がない"), // the rule of a grade
        QStringLiteral("コードなし"),
        QStringLiteral("分類なし"),
        QStringLiteral("この条件に合う行はありません"), // of the screen, like the next
        QStringLiteral("この下に行はありません")};
    for (const QString& words : allowed)
        sentence.remove(words);
    return sentence;
}

/// Does a sentence say that something is not there?
bool saysAbsence(const QString& sentence) {
    static const QRegularExpression words(QStringLiteral(
        "なし|無し|ありません|見つかりません|見当たりません|(記録|記載|算定|受診|該当)[がはも]?(ない|無い)"));
    return words.match(withoutAllowedAbsence(sentence)).hasMatch();
}

struct Named {
    QSet<QString> diagnosed, suspected; ///< the latter without の疑い
};

QString withoutSuspicion(QString name) {
    return name.remove(QStringLiteral("の疑い")).remove(QRegularExpression(QStringLiteral("[\\(（].*[\\)）]$")));
}

/// From the receipts' own lines, so that a history that forgot a suspicion is found out; of a history made by hand from
/// what it says.
Named namesOf(const History& of) {
    Named named;
    for (const auto& problem : of.problems) {
        const QString name = ui::Words::shown(problem.name);
        if (problem.grade == Grade::Suspected)
            named.suspected.insert(withoutSuspicion(name));
        else if (of.masters == nullptr)
            named.diagnosed.insert(name);
    }
    for (const auto& receipt : of.receipts) {
        for (auto disease : receipt.value.diseases) {
            if (of.masters == nullptr)
                break;
            const auto suspicions = std::erase_if(disease.modifiers, [](const std::string& code) {
                return code == "8002" || code == "8008"; // の疑い, 疑似症
            });
            const bool suspected = suspicions > 0 || disease.note.find("疑") != std::string::npos ||
                                   disease.recordedName.find("疑") != std::string::npos;
            const QString name =
                ui::Words::shown(receipt::composeDiseaseName(disease, *of.masters, receipt.value.month).text);
            (suspected ? named.suspected : named.diagnosed).insert(suspected ? withoutSuspicion(name) : name);
        }
    }
    return named;
}

} // namespace

ClaimsCheck::ClaimsCheck(const history::History& of) {
    if (of.newestMonth)
        asOf_.setPattern(QStringLiteral("%1(診療)?分まで").arg(ui::Words::month(*of.newestMonth)));
    QSet<QString> all;
    const auto add = [&all](const std::string& name) {
        const QString shown = ui::Words::shown(name);
        if (shown.size() > 1)
            all.insert(shown);
    };
    for (const auto& drug : of.medications) {
        add(drug.name);
        if (const QString generic = ui::Words::generic(drug); generic.size() > 1)
            all.insert(generic);
        for (const auto& supply : drug.supplies)
            add(supply.name);
    }
    for (const auto& act : of.procedures) {
        add(act.name);
        for (const auto& detail : act.details)
            add(detail);
    }
    for (const auto& test : of.examinations)
        add(test.name);
    for (const auto& fee : of.bundledFees)
        add(fee.fee);
    for (const auto& pack : of.riskPacks)
        add(pack.title);
    for (const auto& at : of.institutions)
        add(at.name);
    const Named named = namesOf(of);
    for (const QString& name : named.diagnosed)
        all.insert(name);
    ofOthers_ = all.values();
    std::sort(ofOthers_.begin(), ofOthers_.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
    suspected_ = (named.suspected - named.diagnosed).values();
    suspected_.removeIf([](const QString& name) { return name.size() < 2 || name.contains(u'疑'); });
    std::sort(suspected_.begin(), suspected_.end());
}

QString ClaimsCheck::ownWords(QString line) const {
    line.replace(u'\n', u' ');
    for (const QString& name : ofOthers_)
        line.replace(name, QStringLiteral("〓"));
    return line;
}

void ClaimsCheck::checkNames(const QString& own, QStringList& wrong) const {
    if (own.contains(QStringLiteral("服用中")) && !own.contains(QStringLiteral("推定")))
        wrong << QStringLiteral("taken without an estimate");
    for (const QString& name : suspected_) {
        if (own.contains(name) && !own.contains(u'疑'))
            wrong << QStringLiteral("a suspected name without its suspicion");
    }
}

QStringList ClaimsCheck::complaints(const QString& text) const {
    const QString own = ownWords(text);
    QStringList wrong;
    for (const QString& sentence : own.split(u'。')) {
        if (saysAbsence(sentence) && !sentence.contains(asOf_))
            wrong << QStringLiteral("absence without its month");
    }
    checkNames(own, wrong);
    for (const auto* word : {"正常", "問題ありません", "必ず", "%", "％", "スコア", "確率"}) {
        if (own.contains(QString::fromUtf8(word)))
            wrong << QStringLiteral("a word that claims too much");
    }
    return wrong;
}

QStringList ClaimsCheck::complaintsAboutReceipt(const QString& text) const {
    QStringList wrong;
    checkNames(ownWords(text), wrong);
    return wrong;
}

QStringList ClaimsCheck::complaintsAboutWhole(const QString& text) const {
    constexpr qsizetype reach = 4; // の疑い, (疑い)
    const QString own = ownWords(text);
    QStringList wrong;
    for (const QString& name : suspected_) {
        for (qsizetype at = own.indexOf(name); at >= 0; at = own.indexOf(name, at + 1)) {
            if (!own.mid(at + name.size(), reach).contains(u'疑'))
                wrong << QStringLiteral("a suspected name without its suspicion");
        }
    }
    return wrong;
}

} // namespace kmixr::test
