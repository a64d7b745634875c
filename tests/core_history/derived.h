// Derives with the practice code table and the shipped rules, at the fixed clock of all these cases: today 2025-10-08,
// newest month 2025-08.
#pragma once

#include "claim_text.h"
#include "core/history/derive.h"
#include "core/history/history.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace kmixr::history::test {

constexpr Day today{std::chrono::year{2025}, std::chrono::October, std::chrono::day{8}};
constexpr Month newest{std::chrono::year{2025}, std::chrono::August};

Day day(std::string_view iso);
Month month(std::string_view iso);

const receipt::Masters& practiceMasters();
/// The practice table and more rows of its kind.
std::shared_ptr<const receipt::Masters> practiceMastersAnd(std::string_view rows);
const Rules& shippedRules();
std::filesystem::path rulesFolder();

std::shared_ptr<const History> derived(std::vector<ReceiptInput> receipts, Day on = today);

/// The only item whose code is `code`; fails the test otherwise.
const ClinicalProblem& problem(const History& history, std::string_view code, std::string_view institution = {});
const MedicationCourse& course(const History& history, std::string_view code);
std::vector<const MedicationCourse*> courses(const History& history, std::string_view code);
const ProcedureRecord* procedure(const History& history, std::string_view code);
const Examination* examination(const History& history, std::string_view code);
const Flag* flag(const History& history, std::string_view id);
const RiskFactor& factor(const History& history, std::string_view name);
/// The text of the line an evidence points to.
std::string lineOf(const History& history, Evidence evidence);

} // namespace kmixr::history::test
