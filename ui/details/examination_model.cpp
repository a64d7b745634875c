#include "ui/details/examination_model.h"

#include "ui/details/fold.h"
#include "ui/details/words.h"

#include <algorithm>
#include <array>

namespace kmixr::ui {

using history::Examination;
using history::ExaminationDone;
using history::ExaminationGroup;

namespace {

/// Blood first: what is looked for most stands at the top.
constexpr std::array order{ExaminationGroup::Blood,      ExaminationGroup::Chemistry,  ExaminationGroup::Hormone,
                           ExaminationGroup::Immunology, ExaminationGroup::Infection,  ExaminationGroup::UrineStool,
                           ExaminationGroup::Pathology,  ExaminationGroup::Physiology, ExaminationGroup::Endoscopy,
                           ExaminationGroup::Imaging,    ExaminationGroup::Other};

} // namespace

bool ExaminationModel::inSpan(Day day) const {
    const int back = monthsBetween(monthOf(day), *history_->newestMonth);
    return back >= 0 && back < months_;
}

bool ExaminationModel::counts(const ExaminationDone& one) const {
    return inSpan(one.day) && inPlace(one.institution);
}

bool ExaminationModel::wanted(const Examination& test) const {
    if (test.feeOnly && !withFees_)
        return false;
    const bool done =
        std::any_of(test.done.begin(), test.done.end(), [this](const ExaminationDone& one) { return counts(one); });
    return done &&
           (query_.isEmpty() || matches(folded(Words::shown(test.name) + u'\n' + Words::shown(test.kana) + u'\n' +
                                               Words::shown(test.code) + u'\n' + Words::shown(test.sectionNumber)),
                                        query_));
}

void ExaminationModel::buildDates() {
    const auto key = [](const DateColumn& date) { return std::tuple(date.day, !date.dayUnknown, date.institution); };
    for (const Examination& test : history_->examinations) {
        if (!wanted(test))
            continue;
        for (const ExaminationDone& one : test.done) {
            if (!counts(one))
                continue;
            if (monthly_)
                dates_.push_back({firstOf(monthOf(one.day)), 0, true, false});
            else
                dates_.push_back({one.day, one.institution, false, one.dayUnknown});
        }
    }
    std::sort(dates_.begin(), dates_.end(),
              [&key](const DateColumn& a, const DateColumn& b) { return key(a) < key(b); });
    const auto same = [&key](const DateColumn& a, const DateColumn& b) { return key(a) == key(b); };
    dates_.erase(std::unique(dates_.begin(), dates_.end(), same), dates_.end());
}

void ExaminationModel::buildSigns() {
    signs_.assign(history_->institutions.size(), QString());
    std::vector<history::InstitutionIndex> used;
    for (const DateColumn& date : dates_) {
        if (!date.monthly && std::find(used.begin(), used.end(), date.institution) == used.end())
            used.push_back(date.institution);
    }
    std::sort(used.begin(), used.end());
    for (const auto institution : used) {
        const QString name = Words::shortInstitution(*history_, institution);
        for (int letters = 1; letters <= name.size(); ++letters) {
            const QString sign = name.left(letters);
            const auto clashes = [&](history::InstitutionIndex other) {
                return other != institution && Words::shortInstitution(*history_, other).startsWith(sign);
            };
            signs_[institution] = sign;
            if (letters >= 3 || std::none_of(used.begin(), used.end(), clashes))
                break;
        }
    }
}

void ExaminationModel::fillCells(Row& row) {
    row.cells.resize(dates_.size());
    const Examination& test = history_->examinations[static_cast<std::size_t>(row.of)];
    for (std::uint32_t i = 0; i < test.done.size(); ++i) {
        const ExaminationDone& one = test.done[i];
        if (!counts(one))
            continue;
        const auto place = std::find_if(dates_.begin(), dates_.end(), [&](const DateColumn& date) {
            return date.monthly ? monthOf(date.day) == monthOf(one.day)
                                : date.day == one.day && date.institution == one.institution &&
                                      date.dayUnknown == one.dayUnknown;
        });
        if (place != dates_.end())
            row.cells[static_cast<std::size_t>(place - dates_.begin())].push_back(i);
    }
}

void ExaminationModel::rebuild() {
    dates_.clear();
    rows_.clear();
    signs_.clear();
    if (!history_ || !history_->newestMonth)
        return;
    buildDates();
    buildSigns();
    for (const ExaminationGroup group : order) {
        bool head = false;
        for (std::size_t i = 0; i < history_->examinations.size(); ++i) {
            const Examination& test = history_->examinations[i];
            if (test.group != group || !wanted(test))
                continue;
            if (!head)
                rows_.push_back({Kind::Head, static_cast<int>(group)});
            head = true;
            rows_.push_back({Kind::Test, static_cast<int>(i)});
            fillCells(rows_.back());
        }
    }
    if (!query_.isEmpty())
        return;
    bool head = false;
    for (std::size_t i = 0; i < history_->bundledFees.size(); ++i) {
        if (!inSpan(firstOf(history_->bundledFees[i].lastMonth)))
            continue;
        if (!head)
            rows_.push_back({Kind::Head, -1});
        head = true;
        rows_.push_back({Kind::Bundle, static_cast<int>(i)});
    }
}

void ExaminationModel::setMonths(int months) {
    if (months == months_)
        return;
    months_ = months;
    refresh();
}

void ExaminationModel::setMonthly(bool monthly) {
    if (monthly == monthly_)
        return;
    monthly_ = monthly;
    refresh();
}

void ExaminationModel::setWithFees(bool with) {
    if (with == withFees_)
        return;
    withFees_ = with;
    refresh();
}

void ExaminationModel::setQuery(const QString& query) {
    if (query == query_)
        return;
    query_ = query;
    refresh();
}

const ExaminationModel::DateColumn& ExaminationModel::date(int column) const {
    return dates_.at(static_cast<std::size_t>(column) - 1);
}

const Examination* ExaminationModel::test(int row) const {
    const Row& at = rowAt(row);
    return at.kind == Kind::Test ? &history_->examinations.at(static_cast<std::size_t>(at.of)) : nullptr;
}

const history::BundledFee* ExaminationModel::bundle(int row) const {
    const Row& at = rowAt(row);
    return at.kind == Kind::Bundle ? &history_->bundledFees.at(static_cast<std::size_t>(at.of)) : nullptr;
}

int ExaminationModel::times(int row, int column) const {
    const Row& at = rowAt(row);
    return at.kind == Kind::Test && isDate(column)
               ? static_cast<int>(at.cells[static_cast<std::size_t>(column) - 1].size())
               : 0;
}

QString ExaminationModel::sign(history::InstitutionIndex institution) const {
    return institution < signs_.size() ? signs_[institution] : QString();
}

QStringList ExaminationModel::legend() const {
    QStringList words;
    for (history::InstitutionIndex i = 0; i < signs_.size(); ++i) {
        if (!signs_[i].isEmpty())
            words << QStringLiteral("%1=%2").arg(signs_[i], Words::institution(*history_, i));
    }
    return words;
}

int ExaminationModel::allTests() const {
    if (!history_)
        return 0;
    const auto& all = history_->examinations;
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const Examination& test) { return !test.feeOnly; }));
}

int ExaminationModel::shownTests() const {
    return static_cast<int>(
        std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.kind == Kind::Test; }));
}

} // namespace kmixr::ui
