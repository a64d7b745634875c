#include "derived.h"

#include "core/receipt/master_compiler.h"

#include <catch2/catch_test_macros.hpp>
#include <unistd.h>

#include <stdexcept>

namespace kmixr::history::test {
namespace {

std::shared_ptr<const receipt::Masters> openPracticeMasters(std::string_view more = {}) {
    receipt::MasterCompiler compiler;
    const auto source = std::filesystem::path(KMIXR_SOURCE_DIR) / "resources/masters/practice.tsv";
    if (!compiler.addFile(source) || (!more.empty() && !compiler.add(more))) {
        return nullptr;
    }
    const auto file = std::filesystem::temp_directory_path() / ("history-" + std::to_string(::getpid()) + ".kmt");
    const auto written = compiler.write(file);
    auto masters = receipt::Masters::open(file);
    std::filesystem::remove(file);
    return written && masters ? *masters : nullptr;
}

template <class Items>
auto withCode(const Items& items, std::string_view code) {
    std::vector<const typename Items::value_type*> found;
    for (const auto& item : items) {
        if (item.code == code) {
            found.push_back(&item);
        }
    }
    return found;
}

} // namespace

Day day(std::string_view iso) {
    return parseIsoDay(iso).value();
}
Month month(std::string_view iso) {
    return parseIsoMonth(iso).value();
}

const receipt::Masters& practiceMasters() {
    static const auto masters = openPracticeMasters();
    if (!masters) {
        throw std::runtime_error("the practice code table does not open");
    }
    return *masters;
}

std::shared_ptr<const receipt::Masters> practiceMastersAnd(std::string_view rows) {
    auto masters = openPracticeMasters(rows);
    if (!masters) {
        throw std::runtime_error("the rows make no code table");
    }
    return masters;
}

std::filesystem::path rulesFolder() {
    return std::filesystem::path(KMIXR_SOURCE_DIR) / "resources/rules";
}

const Rules& shippedRules() {
    static const auto rules = Rules::open(rulesFolder());
    if (!rules) {
        throw std::runtime_error(rules.error().logLine());
    }
    return **rules;
}

std::shared_ptr<const History> derived(std::vector<ReceiptInput> receipts, Day on) {
    return derive(std::move(receipts), practiceMasters(), shippedRules(), on);
}

const ClinicalProblem& problem(const History& history, std::string_view code, std::string_view institution) {
    std::vector<const ClinicalProblem*> found;
    for (const auto* item : withCode(history.problems, code)) {
        if (institution.empty() || history.institutions[item->institution].id.code == institution) {
            found.push_back(item);
        }
    }
    INFO("problem " << code);
    REQUIRE(found.size() == 1);
    return *found.front();
}

std::vector<const MedicationCourse*> courses(const History& history, std::string_view code) {
    return withCode(history.medications, code);
}

const MedicationCourse& course(const History& history, std::string_view code) {
    const auto found = courses(history, code);
    INFO("course " << code);
    REQUIRE(found.size() == 1);
    return *found.front();
}

const ProcedureRecord* procedure(const History& history, std::string_view code) {
    const auto found = withCode(history.procedures, code);
    return found.empty() ? nullptr : found.front();
}

const Examination* examination(const History& history, std::string_view code) {
    const auto found = withCode(history.examinations, code);
    return found.empty() ? nullptr : found.front();
}

const Flag* flag(const History& history, std::string_view id) {
    for (const auto& item : history.flags) {
        if (item.id == id) {
            return &item;
        }
    }
    return nullptr;
}

const RiskFactor& factor(const History& history, std::string_view name) {
    REQUIRE(!history.riskPacks.empty());
    for (const auto& item : history.riskPacks.front().factors) {
        if (item.name == name) {
            return item;
        }
    }
    FAIL("no factor " << name);
    return history.riskPacks.front().factors.front();
}

std::string lineOf(const History& history, Evidence evidence) {
    REQUIRE(evidence.receipt < history.receipts.size());
    const std::string_view text = history.receipts[evidence.receipt].text;
    std::size_t start = 0;
    for (receipt::LineNumber number = 1; number < evidence.line; ++number) {
        start = text.find('\n', start) + 1;
        REQUIRE(start != 0);
    }
    return std::string(text.substr(start, text.find('\n', start) - start));
}

} // namespace kmixr::history::test
