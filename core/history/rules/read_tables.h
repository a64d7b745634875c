// One function for each kind of rule file: JSON -> table. Trouble goes to the node; the caller looks at it once.
#pragma once

#include "core/history/rules/rule_node.h"
#include "core/history/rules/tables.h"

namespace kmixr::history {

Provenance readProvenance(const RuleNode& file);

ModifierRules readModifiers(const RuleNode& file);
ProblemRules readProblems(const RuleNode& file);
InstitutionNameRules readInstitutionNames(const RuleNode& file);

DrugClassRules readDrugClasses(const RuleNode& file, const char* list);
DrugGroupRules readDrugGroups(const RuleNode& file);
MedicationRules readMedication(const RuleNode& file);
/// These name groups of drugs by id.
DuplicateRules readDuplicates(const RuleNode& file, const DrugGroupRules& groups);
TreatmentRules readTreatments(const RuleNode& file, const DrugGroupRules& groups);
ContraindicationRules readContraindications(const RuleNode& file, const DrugGroupRules& groups);

ProcedureRules readProcedures(const RuleNode& file);
ExaminationRules readExaminations(const RuleNode& file);
std::vector<FlagRule> readFlags(const RuleNode& file, const DrugGroupRules& groups);
RiskRules readRisk(const RuleNode& file, const DrugGroupRules& groups, const std::vector<FlagRule>& flags);

} // namespace kmixr::history
