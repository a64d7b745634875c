#include "ui/timeline/timeline_lanes.h"

#include "ui/details/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace kmixr::ui {

using history::CoverageState;
using history::DrugState;
using history::DrugUse;
using history::MedicationCourse;

namespace {

/// A drug's ingredient: its generic name, or the product's, without form, strength and maker.
QString ingredientOf(const MedicationCourse& course) {
    QString name = course.genericName.empty() ? Words::shown(course.name) : Words::generic(course);
    static const QRegularExpression tail(QStringLiteral("(OD|口腔内崩壊|腸溶|徐放|ゼリー|配合)?(錠|カプセル|散|細粒|"
                                                        "顆粒|ドライ|シロップ|内用|注|皮下|点眼|点鼻|吸入|テープ|軟膏|"
                                                        "クリーム|坐|ゲル|ローション|エキス|[0-9]).*$"));
    static const QRegularExpression salt(
        QStringLiteral("(?<=.{3})((フマル|酒石|塩|ベシル|メシル|コハク|マレイン|硫|リン|クエン|酢|トシル|臭化水素)酸塩|"
                       "水和物|ナトリウム|Na|カリウム)+$"));
    const QString head = QString(name).remove(tail).trimmed().remove(salt);
    return head.isEmpty() ? name : head;
}

bool belongs(const MedicationCourse& course) {
    return !course.supplies.empty() && (course.longTerm || course.use == DrugUse::HomeInjection);
}

QString listOf(const QStringList& words) {
    return words.join(QCoreApplication::translate("kmixr::ui::TimelineLanes", ", ", "between items of a month"));
}

} // namespace

QString insurerKind(const std::string& insurerNumber) {
    static const std::map<std::string, const char*> kinds{
        {"01", QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Health Insurance Association")},
        {"06", QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Company insurance")},
        {"31", QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Mutual aid")},
        {"32", QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Mutual aid")},
        {"33", QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Mutual aid")},
        {"34", QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Mutual aid")},
        {"39", QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Late-stage elderly")}};
    const char* kind = QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "Insurer");
    if (insurerNumber.size() == 6)
        kind = QT_TRANSLATE_NOOP("kmixr::ui::TimelineLanes", "National health insurance");
    else if (const auto at = kinds.find(insurerNumber.substr(0, 2)); insurerNumber.size() == 8 && at != kinds.end())
        kind = at->second;
    return QStringLiteral("%1 %2").arg(QCoreApplication::translate("kmixr::ui::TimelineLanes", kind),
                                       QString::fromStdString(insurerNumber));
}

QString TimelineLanes::Drug::label() const {
    const QString words = QStringLiteral("%1 %2").arg(drugClass, name).trimmed();
    return prescribers > 1
               ? TimelineLanes::tr("%1 %2 places", "drug, number of prescribers").arg(words).arg(prescribers)
               : words;
}

TimelineLanes::TimelineLanes(std::shared_ptr<const history::History> history) : history_(std::move(history)) {
    if (empty())
        return;
    last_ = *history_->newestMonth;
    first_ = history_->coverage.empty() ? last_ : history_->coverage.front().month;
    for (std::uint32_t i = 0; i < history_->procedures.size(); ++i) {
        const auto& record = history_->procedures[i];
        if (record.group == history::ProcedureGroup::Surgery && record.exclusion.empty())
            surgery_.push_back({record.day, record.dayUnknown, Words::shown(record.name), i});
    }
    std::stable_sort(surgery_.begin(), surgery_.end(),
                     [](const Surgery& a, const Surgery& b) { return a.day < b.day; });
    stays_ = staysOf(*history_);
    collectDrugs();
    collectVisits();
    collectCoverage();
}

void TimelineLanes::collectDrugs() {
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (std::uint32_t i = 0; i < history_->medications.size(); ++i) {
        const MedicationCourse& course = history_->medications[i];
        if (!belongs(course))
            continue;
        const auto& key = course.ingredient.empty() ? course.code : course.ingredient;
        const auto [at, fresh] = places.try_emplace({course.drugClass, key}, drugs_.size());
        if (fresh)
            drugs_.push_back({Words::shown(course.drugClass), ingredientOf(course), {}, {}, 1, true});
        Drug& drug = drugs_[at->second];
        drug.courses.push_back(i);
        drug.ended = drug.ended && course.today == DrugState::Ended;
        for (const auto pair : course.duplicates) {
            if (history_->duplicates.at(pair).current)
                drug.overlaps.push_back(pair);
        }
    }
    for (Drug& drug : drugs_) {
        std::set<history::InstitutionIndex> prescribers;
        for (const auto course : drug.courses)
            prescribers.insert(history_->medications[course].prescriber);
        drug.prescribers = prescribers.size();
        std::sort(drug.overlaps.begin(), drug.overlaps.end());
        drug.overlaps.erase(std::unique(drug.overlaps.begin(), drug.overlaps.end()), drug.overlaps.end());
    }
    std::stable_sort(drugs_.begin(), drugs_.end(), [](const Drug& a, const Drug& b) { return a.ended < b.ended; });
}

void TimelineLanes::collectVisits() {
    std::map<history::InstitutionIndex, std::size_t> places;
    std::vector<history::InstitutionIndex> order;
    std::size_t pharmacies = 0;
    for (const auto& visit : history_->visits) {
        if (std::find(order.begin(), order.end(), visit.institution) == order.end())
            order.push_back(visit.institution);
    }
    std::sort(order.begin(), order.end());
    std::vector<history::InstitutionIndex> shops;
    for (const auto institution : order) {
        if (history_->institutions.at(institution).id.pointTable == '4') {
            shops.push_back(institution);
            continue;
        }
        places[institution] = visits_.size();
        visits_.push_back({Words::institution(*history_, institution), {}});
    }
    if (!shops.empty()) {
        pharmacies = visits_.size();
        visits_.push_back(
            {shops.size() == 1 ? Words::institution(*history_, shops.front()) : tr("Pharmacies (%1)").arg(shops.size()),
             {}});
    }
    for (const auto institution : shops)
        places[institution] = pharmacies;
    for (const auto& visit : history_->visits) {
        Cell& cell = visits_[places.at(visit.institution)].months[visit.month];
        cell.days += visit.days;
        cell.inpatient = cell.inpatient || visit.inpatient;
        cell.receipts.insert(cell.receipts.end(), visit.receipts.begin(), visit.receipts.end());
    }
}

void TimelineLanes::collectCoverage() {
    std::vector<std::string> order;
    for (const auto& month : history_->coverage) {
        for (const auto& insurer : month.insurers) {
            if (std::find(order.begin(), order.end(), insurer) == order.end())
                order.push_back(insurer);
        }
        if (month.state == CoverageState::Missing) {
            if (!gaps_.empty() && monthsBetween(gaps_.back().to, month.month) == 1)
                gaps_.back().to = month.month;
            else
                gaps_.push_back({month.month, month.month});
        }
    }
    for (const auto& number : order) {
        Insurer insurer{insurerKind(number), {}};
        for (const auto& month : history_->coverage) {
            if (std::find(month.insurers.begin(), month.insurers.end(), number) == month.insurers.end())
                continue;
            // Months that arrived empty in between belong to the same span.
            const bool goesOn = !insurer.spans.empty() &&
                                std::none_of(history_->coverage.begin(), history_->coverage.end(), [&](const auto& of) {
                                    return of.month > insurer.spans.back().to && of.month < month.month &&
                                           (of.state == CoverageState::Missing || !of.insurers.empty());
                                });
            if (goesOn)
                insurer.spans.back().to = month.month;
            else
                insurer.spans.push_back({month.month, month.month});
        }
        insurers_.push_back(std::move(insurer));
    }
}

bool TimelineLanes::missing(Month month) const {
    return std::any_of(gaps_.begin(), gaps_.end(),
                       [month](const Span& gap) { return gap.from <= month && month <= gap.to; });
}

QString TimelineLanes::gapWords(const Span& gap) {
    const QString span = gap.from == gap.to
                             ? Words::month(gap.from)
                             : tr("%1 to %2", "first and last month").arg(Words::month(gap.from), Words::month(gap.to));
    return tr("%1 not obtained (change of insurer)").arg(span);
}

QStringList TimelineLanes::stayWords(Month month) const {
    QStringList words;
    for (const Stay& stay : stays_) {
        if (monthOf(stay.from) <= month && month <= monthOf(stay.to))
            words << tr("%1 in-patient %2 to %3")
                         .arg(Words::institution(*history_, stay.institution), Words::shortDay(stay.from),
                              Words::shortDay(stay.to));
    }
    for (const Surgery& one : surgery_) {
        if (monthOf(one.day) == month)
            words << (one.dayUnknown ? one.name : QStringLiteral("%1 %2").arg(one.name, Words::shortDay(one.day)));
    }
    return words;
}

QStringList TimelineLanes::drugWords(Month month) const {
    QStringList begun, ended;
    for (const Drug& drug : drugs_) {
        Day from{}, to{};
        for (const auto index : drug.courses) {
            const MedicationCourse& course = history_->medications[index];
            from = from.ok() ? std::min(from, course.supplies.front().start) : course.supplies.front().start;
            to = to.ok() ? std::max(to, course.end) : course.end;
        }
        const QString name = QStringLiteral("%1 %2").arg(drug.drugClass, drug.name).trimmed();
        if (monthOf(from) == month && month > first_)
            begun << name;
        if (drug.ended && monthOf(to) == month)
            ended << name;
    }
    QStringList words;
    if (!begun.isEmpty())
        words << tr("drugs first seen: %1").arg(listOf(begun));
    if (!ended.isEmpty())
        words << tr("drugs ended, by estimate: %1").arg(listOf(ended));
    return words;
}

QStringList TimelineLanes::visitWords(Month month) const {
    QStringList words;
    for (const Visits& of : visits_) {
        const auto at = of.months.find(month);
        if (at != of.months.end() && !at->second.inpatient)
            words << tr("%1 %2 days", "institution, days").arg(of.name).arg(at->second.days);
    }
    return words;
}

QString TimelineLanes::words(Month month) const {
    if (empty())
        return {};
    if (missing(month))
        return tr("%1: data not obtained (change of insurer). What was done then cannot be known")
            .arg(Words::month(month));
    QStringList parts = stayWords(month);
    const QStringList visits = visitWords(month);
    if (!visits.isEmpty())
        parts << listOf(visits);
    parts << drugWords(month);
    if (parts.isEmpty())
        return tr("%1: no visit recorded (up to treatment in %2)").arg(Words::month(month), Words::month(last_));
    const auto covered = std::find_if(history_->coverage.begin(), history_->coverage.end(),
                                      [month](const auto& of) { return of.month == month; });
    if (covered != history_->coverage.end() && covered->state == CoverageState::Partly)
        parts << tr("arrived in part only");
    return QStringLiteral("%1: %2").arg(Words::month(month), parts.join(QStringLiteral(" / ")));
}

EvidenceAsk TimelineLanes::ask(Month month) const {
    EvidenceAsk ask;
    if (empty())
        return ask;
    ask.title = tr("Receipts of %1").arg(Words::month(month));
    for (std::uint32_t i = 0; i < history_->receipts.size(); ++i) {
        const auto& source = history_->receipts[i];
        if (source.use == history::ReceiptUse::Used && source.value.month == month)
            ask.evidence.push_back(
                {i, source.value.insurance ? source.value.insurance->line : std::max(1U, source.value.firstLine)});
    }
    return ask;
}

Month TimelineLanes::nextEvent(Month from, int direction) const {
    std::set<Month> events;
    for (const Surgery& one : surgery_)
        events.insert(monthOf(one.day));
    for (const Stay& stay : stays_)
        events.insert(monthOf(stay.from));
    for (const Span& gap : gaps_)
        events.insert(gap.from);
    for (const Drug& drug : drugs_) {
        Day begin = history_->medications[drug.courses.front()].supplies.front().start;
        for (const auto index : drug.courses)
            begin = std::min(begin, history_->medications[index].supplies.front().start);
        if (monthOf(begin) > first_)
            events.insert(monthOf(begin));
    }
    if (direction > 0) {
        const auto at = events.upper_bound(from);
        return at == events.end() ? from : *at;
    }
    const auto at = events.lower_bound(from);
    return at == events.begin() ? from : *std::prev(at);
}

} // namespace kmixr::ui
