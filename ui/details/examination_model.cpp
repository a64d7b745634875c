#include "ui/details/examination_model.h"

#include "ui/details/words.h"

#include <algorithm>
#include <array>
#include <unordered_set>

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

bool earlier(const ExaminationModel::DateColumn& a, const ExaminationModel::DateColumn& b) {
    const auto key = [](const ExaminationModel::DateColumn& date) {
        return std::tuple(date.day, !date.dayUnknown, date.institution);
    };
    return key(a) < key(b);
}

} // namespace

bool ExaminationModel::inSpan(Day day) const {
    const int back = monthsBetween(monthOf(day), *history_->newestMonth);
    return back >= 0 && back < months_;
}

bool ExaminationModel::counts(const ExaminationDone& one) const {
    return inSpan(one.day) && inPlace(one.institution);
}

bool ExaminationModel::wanted(std::size_t test) const {
    const Examination& of = history_->examinations[test];
    if (of.feeOnly && !withFees_)
        return false;
    return std::any_of(of.done.begin(), of.done.end(), [this](const ExaminationDone& one) { return counts(one); }) &&
           isFound(test);
}

QString ExaminationModel::searchText(std::size_t record) const {
    const Examination& test = history_->examinations[record];
    return QStringList{Words::shown(test.name), Words::shown(test.kana), Words::shown(test.code),
                       Words::shown(test.sectionNumber)}
        .join(u'\n');
}

ExaminationModel::DateColumn ExaminationModel::columnOf(const ExaminationDone& one) const {
    return monthly_ ? DateColumn{firstOf(monthOf(one.day)), 0, true, false}
                    : DateColumn{one.day, one.institution, false, one.dayUnknown};
}

void ExaminationModel::buildDates(const std::vector<std::size_t>& tests) {
    // The same few days over and over: they are told apart before they are put in order.
    std::unordered_set<std::uint64_t> known;
    for (const auto test : tests) {
        for (const ExaminationDone& one : history_->examinations[test].done) {
            if (!counts(one))
                continue;
            const DateColumn column = columnOf(one);
            const auto day = std::chrono::sys_days(column.day).time_since_epoch().count();
            if (known
                    .insert(static_cast<std::uint64_t>(day) << 33U | std::uint64_t{column.dayUnknown} << 32U |
                            column.institution)
                    .second)
                dates_.push_back(column);
        }
    }
    std::sort(dates_.begin(), dates_.end(), earlier);
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
        // Two letters at least: "か" for かもめ歯科 is read as a word of its own.
        for (int letters = std::min<int>(2, int(name.size())); letters <= name.size(); ++letters) {
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
    const Examination& test = history_->examinations[static_cast<std::size_t>(row.of)];
    row.from = cells_.size();
    for (std::uint32_t i = 0; i < test.done.size(); ++i) {
        const ExaminationDone& one = test.done[i];
        if (!counts(one))
            continue;
        const auto place = std::lower_bound(dates_.begin(), dates_.end(), columnOf(one), earlier);
        cells_.push_back({static_cast<int>(place - dates_.begin()), i});
    }
    row.to = cells_.size();
    std::stable_sort(cells_.begin() + static_cast<std::ptrdiff_t>(row.from), cells_.end(),
                     [](const Cell& a, const Cell& b) { return a.date < b.date; });
}

std::span<const ExaminationModel::Cell> ExaminationModel::cellsAt(int row, int column) const {
    const Row& at = rowAt(row);
    const auto of = std::span(cells_).subspan(at.from, at.to - at.from);
    const auto [from, to] = std::ranges::equal_range(of, column - 1, {}, &Cell::date);
    return {from, to};
}

void ExaminationModel::rebuild() {
    dates_.clear();
    rows_.clear();
    cells_.clear();
    signs_.clear();
    if (!history_ || !history_->newestMonth)
        return;
    std::vector<std::size_t> tests;
    for (std::size_t i = 0; i < history_->examinations.size(); ++i) {
        if (wanted(i))
            tests.push_back(i);
    }
    buildDates(tests);
    buildSigns();
    for (const ExaminationGroup group : order) {
        bool head = false;
        for (const auto i : tests) {
            if (history_->examinations[i].group != group)
                continue;
            if (!head)
                rows_.push_back({Kind::Head, static_cast<int>(group)});
            head = true;
            rows_.push_back({Kind::Test, static_cast<int>(i)});
            fillCells(rows_.back());
        }
    }
    if (!query().isEmpty())
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

std::vector<MonthRecord> ExaminationModel::recordsOf(Month month) const {
    std::vector<MonthRecord> records;
    for (std::size_t i = 0; history_ && i < history_->examinations.size(); ++i) {
        const Examination& test = history_->examinations[i];
        unsigned hidden = ~0U; // the least of what hides one of its days
        for (const ExaminationDone& one : test.done) {
            if (monthOf(one.day) == month)
                hidden = std::min(hidden, (inSpan(one.day) ? 0 : hiddenByFilter) |
                                              (inPlace(one.institution) ? 0 : hiddenByPlaces));
        }
        if (hidden == ~0U)
            continue;
        hidden |= (isFound(i) ? 0 : hiddenBySearch) | (test.feeOnly && !withFees_ ? hiddenByFees : 0);
        records.push_back({static_cast<int>(i), hidden, false});
    }
    return records;
}

int ExaminationModel::dateOf(Month month, int row) const {
    for (int column = 1; column <= dateColumns(); ++column) {
        if (monthOf(date(column).day) == month && times(row, column) > 0)
            return column;
    }
    return 0;
}

int ExaminationModel::dateNear(Month month) const {
    const auto far = [month](const DateColumn& of) { return std::abs(monthsBetween(monthOf(of.day), month)); };
    return 1 + static_cast<int>(std::ranges::min_element(dates_, {}, far) - dates_.begin());
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

const history::BundledFee* ExaminationModel::bundleIn(Month month) const {
    const auto& fees = history_->bundledFees;
    const auto fee = std::find_if(fees.begin(), fees.end(),
                                  [month](const auto& of) { return of.firstMonth <= month && month <= of.lastMonth; });
    return fee == fees.end() ? nullptr : &*fee;
}

int ExaminationModel::times(int row, int column) const {
    return rowAt(row).kind == Kind::Test && isDate(column) ? static_cast<int>(cellsAt(row, column).size()) : 0;
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
