#include "claim_text.h"

#include <algorithm>

namespace kmixr::history::test {
namespace {

std::string digits(std::string_view month) {
    return std::string(month.substr(0, 4)) + std::string(month.substr(5, 2));
}

std::string nextMonth(std::string_view month) {
    return digits(isoMonth(*parseIsoMonth(month) + std::chrono::months(1)));
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += line + "\n";
    }
    return text;
}

std::string commas(int count) {
    return std::string(static_cast<std::size_t>(count), ',');
}

std::string padded(const std::string& insurer) {
    return std::string(8 - std::min<std::size_t>(8, insurer.size()), ' ') + insurer;
}

} // namespace

Claim::Claim(Place place, std::string_view month, Who who, bool inpatient)
    : place_(std::move(place)), month_(digits(month)), claimed_(nextMonth(month)), who_(std::move(who)),
      inpatient_(inpatient) {}

Claim& Claim::claimedIn(std::string_view month, std::string_view searchNumber) {
    claimed_ = digits(month);
    searchNumber_ = searchNumber;
    return *this;
}

Claim& Claim::visit(std::vector<int> days) {
    visits_ = std::move(days);
    return *this;
}

Claim& Claim::sy(Sy disease) {
    diseases_.push_back("SY," + disease.code + "," + disease.start + "," + disease.outcome + "," + disease.modifiers +
                        "," + disease.text + "," + (disease.main ? "01" : "") + "," + disease.note);
    return *this;
}

std::string Claim::detail(std::string_view record, std::string_view division, std::string_view code,
                          std::string_view amount, bool closes, const std::vector<std::pair<int, int>>& days,
                          int count) const {
    std::string text = std::string(record) + "," + std::string(division) + ",1," + std::string(code) + "," +
                       std::string(amount) + "," + (closes ? "1" : "") + "," + std::to_string(count) + ",";
    text += record == "TO" ? ",,," + commas(7) : commas(6);
    text.pop_back();
    for (int day = 1; day <= 31; ++day) {
        const auto at = std::find_if(days.begin(), days.end(), [day](const auto& d) { return d.first == day; });
        text += ",";
        text += at == days.end() ? "" : std::to_string(at->second);
    }
    return text;
}

namespace {

std::vector<std::pair<int, int>> onceEach(const std::vector<int>& days) {
    std::vector<std::pair<int, int>> counted;
    for (const int day : days) {
        counted.emplace_back(day, 1);
    }
    return counted;
}

int countOf(const std::vector<int>& days) {
    return std::max<int>(1, static_cast<int>(days.size()));
}

} // namespace

Claim& Claim::si(std::string_view division, std::string_view code, std::vector<int> days, std::string_view amount) {
    details_.push_back(detail("SI", division, code, amount, true, onceEach(days), countOf(days)));
    return *this;
}

Claim& Claim::siOpen(std::string_view division, std::string_view code, std::vector<int> days, std::string_view amount) {
    details_.push_back(detail("SI", division, code, amount, false, onceEach(days), countOf(days)));
    return *this;
}

Claim& Claim::iy(std::string_view division, std::string_view code, std::string_view amount, int count, int day) {
    std::vector<std::pair<int, int>> days;
    if (day > 0) {
        days.emplace_back(day, count);
    }
    details_.push_back(detail("IY", division, code, amount, true, days, count));
    return *this;
}

Claim& Claim::to(std::string_view division, std::string_view code, std::string_view amount, std::vector<int> days) {
    details_.push_back(detail("TO", division, code, amount, true, onceEach(days), countOf(days)));
    return *this;
}

Claim& Claim::co(std::string_view division, std::string_view code, std::string_view text) {
    details_.push_back("CO," + std::string(division) + ",1," + std::string(code) + "," + std::string(text));
    return *this;
}

Claim& Claim::line(std::string line) {
    details_.push_back(std::move(line));
    return *this;
}

ReceiptInput Claim::input(std::string id) const {
    const std::string type =
        std::string("1") + (who_.insurer.starts_with("39") ? "31" : "11") + (inpatient_ ? "7" : "8");
    std::string text =
        "IR,2,37," + std::string(1, place_.table) + "," + place_.code + ",," + place_.name + "," + claimed_ + ",00,\n";
    text += "RE,1," + type + "," + month_ + "," + who_.name + "," + who_.sex + "," + who_.birth + ",80," +
            (inpatient_ ? month_ + "01" : "") + commas(10) + searchNumber_ + commas(18) + who_.kana + ",\n";
    text += "HO," + padded(who_.insurer) + "," + who_.symbol + "," + who_.number + "," +
            std::to_string(countOf(visits_)) + ",1" + commas(9) + "\n";
    if (!visits_.empty()) {
        text += "JD,1";
        for (int day = 1; day <= 31; ++day) {
            text += std::find(visits_.begin(), visits_.end(), day) == visits_.end() ? "," : ",1";
        }
        text += "\n";
    }
    text += joined(diseases_) + joined(details_);
    return {id.empty() ? place_.code + "-" + month_ + (inpatient_ ? "i" : "o") + claimed_ + who_.insurer
                       : std::move(id),
            text};
}

Dispensed::Dispensed(Place from, Place prescriber, std::string_view month, Who who)
    : pharmacy_(std::move(from)), prescriber_(std::move(prescriber)), month_(digits(month)), who_(std::move(who)) {}

Dispensed& Dispensed::drug(char form, std::string_view code, std::string_view amount, int quantity,
                           std::string_view day, std::string_view usageText) {
    const std::string date =
        std::string(day.substr(0, 4)) + std::string(day.substr(5, 2)) + std::string(day.substr(8, 2));
    lines_.push_back("SH," + std::to_string(++prescriptions_) + "," + std::string(1, form) + ",900," +
                     std::string(usageText) + ",1,,,,");
    lines_.push_back("CZ,1," + date + "," + date + ",1," + std::to_string(quantity) + ",1,1,,420000910,24,,,10" +
                     commas(53) + "34,,,,");
    lines_.push_back("IY,1," + std::string(code) + "," + std::string(amount) + ",,,,,,");
    return *this;
}

ReceiptInput Dispensed::input(std::string id) const {
    const auto month = isoMonth(*parseReceiptMonth(month_));
    std::string text = "YK,2,37,4," + pharmacy_.code + ",," + pharmacy_.name + "," + nextMonth(month) + ",00,\n";
    text += "RE,1,4118," + month_ + "," + who_.name + "," + who_.sex + "," + who_.birth + ",80,,37," +
            std::string(1, prescriber_.table) + "," + prescriber_.code + "," + prescriber_.name +
            ",香川県架空市青波町１－１,練習　一郎" + commas(27) + who_.kana + "\n";
    text += "HO," + padded(who_.insurer) + "," + who_.symbol + "," + who_.number + ",1,1,,,,,,,,\n";
    text += joined(lines_);
    return {id.empty() ? pharmacy_.code + "-" + prescriber_.code + "-" + month_ + who_.insurer : std::move(id), text};
}

} // namespace kmixr::history::test
