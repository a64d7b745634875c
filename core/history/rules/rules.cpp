// Opening the folder of rule files: each is read by its kind; groups of drugs first, since others name them.
#include "core/history/problems.h"
#include "core/history/rules/read_tables.h"

#include <algorithm>
#include <map>

namespace kmixr::history {
namespace {

/// Parsed files of a folder by kind; risk packs may be several.
struct RuleFiles {
    std::map<std::string, std::pair<std::string, Json>> byKind; ///< kind -> file name, content
    std::vector<std::pair<std::string, Json>> risks;
};

Outcome<RuleFiles> sortByKind(const std::vector<NamedText>& texts) {
    RuleFiles files;
    for (const auto& [name, text] : texts) {
        auto json = parseJson(text);
        if (!json) {
            return fail(problems::rulesUnreadable, name + ": " + json.error().detail);
        }
        const auto kind = json->is_object() ? jsonStringOr(*json, "kind") : std::string();
        if (kind == "risk") {
            files.risks.emplace_back(name, std::move(*json));
        } else if (!files.byKind.try_emplace(kind, name, std::move(*json)).second) {
            return fail(problems::rulesUnreadable, name + ": a second file of the kind \"" + kind + "\"");
        }
    }
    return files;
}

/// Hands out the files of a folder one by one, and knows which were asked for.
class RuleShelf {
public:
    RuleShelf(const RuleFiles& files, RuleTrouble& trouble) : files_(files), trouble_(trouble) {}

    RuleNode take(const char* kind, std::vector<Provenance>& taken) {
        static const Json nothing = Json::object();
        const auto at = files_.byKind.find(kind);
        if (at == files_.byKind.end()) {
            trouble_.add(std::string("the folder of rules"), std::string("no file of the kind \"") + kind + "\"");
            return {nothing, std::string(kind) + ": ", trouble_};
        }
        RuleNode file(at->second.second, at->second.first + ": ", trouble_);
        taken.push_back(readProvenance(file));
        return file;
    }

    void complainAboutTheRest(const std::vector<Provenance>& taken) {
        for (const auto& [kind, file] : files_.byKind) {
            if (std::none_of(taken.begin(), taken.end(), [&kind](const Provenance& p) { return p.kind == kind; })) {
                trouble_.add(file.first, "unknown kind \"" + kind + "\"");
            }
        }
    }

private:
    const RuleFiles& files_;
    RuleTrouble& trouble_;
};

void readAll(const RuleFiles& files, Rules::Tables& tables, RuleTrouble& trouble) {
    RuleShelf shelf(files, trouble);
    tables.number = shelf.take("pack", tables.files).number("number");
    tables.modifiers = readModifiers(shelf.take("modifiers", tables.files));
    tables.problems = readProblems(shelf.take("problems", tables.files));
    tables.institutionNames = readInstitutionNames(shelf.take("institution-names", tables.files));
    tables.drugClasses = readDrugClasses(shelf.take("drug-classes", tables.files), "classes");
    tables.drugGroups = readDrugGroups(shelf.take("drug-groups", tables.files));
    tables.medication = readMedication(shelf.take("medication", tables.files));
    tables.duplicates = readDuplicates(shelf.take("duplicates", tables.files), tables.drugGroups);
    tables.treatments = readTreatments(shelf.take("treatments", tables.files), tables.drugGroups);
    tables.contraindications = readContraindications(shelf.take("contraindications", tables.files), tables.drugGroups);
    tables.procedures = readProcedures(shelf.take("procedures", tables.files));
    tables.examinations = readExaminations(shelf.take("examinations", tables.files));
    tables.flags = readFlags(shelf.take("flags", tables.files), tables.drugGroups);
    shelf.complainAboutTheRest(tables.files);
    for (const auto& [name, json] : files.risks) {
        tables.riskPacks.push_back(readRisk(RuleNode(json, name + ": ", trouble), tables.drugGroups, tables.flags));
        tables.files.push_back(tables.riskPacks.back().provenance);
    }
}

} // namespace

Rules::Rules() : tables_(std::make_unique<Tables>()) {}
Rules::~Rules() = default;

Outcome<std::shared_ptr<const Rules>> Rules::open(const std::filesystem::path& folder) {
    const auto files = jsonFilesOf(folder, problems::rulesUnreadable);
    return files ? read(*files) : fail(files.error());
}

Outcome<std::shared_ptr<const Rules>> Rules::read(const std::vector<NamedText>& texts) {
    const auto files = sortByKind(texts);
    if (!files) {
        return tl::unexpected(files.error());
    }
    auto rules = std::make_shared<Rules>();
    RuleTrouble trouble;
    readAll(*files, *rules->tables_, trouble);
    if (!trouble.first.empty()) {
        return fail(problems::rulesUnreadable, trouble.first);
    }
    return std::shared_ptr<const Rules>(std::move(rules));
}

int Rules::number() const {
    return tables_->number;
}

} // namespace kmixr::history
