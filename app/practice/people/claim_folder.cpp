#include "app/practice/people/claim_folder.h"

#include "app/practice/files.h"
#include "app/practice/people/japanese_text.h"
#include "app/practice/people/uke_layout.h"
#include "app/practice/people/uke_writer.h"
#include "app/practice/problems.h"

#include <algorithm>
#include <map>
#include <set>

namespace kmixr::practice {

namespace {

std::string fileName(const Claim& claim) {
    std::string month = isoMonth(claim.receipt.claimed);
    std::erase(month, '-');
    return claim.receipt.institution.key() + "-" + month + "-" + claim.reviewer + ".UKE";
}

Outcome<void> removeOthers(const std::set<std::string>& wanted, const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> old;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".UKE" && !wanted.contains(entry.path().filename().string())) {
            old.push_back(entry.path());
        }
    }
    for (const auto& file : old) {
        std::filesystem::remove(file, error);
    }
    if (error) {
        return fail(problems::cannotWrite, folder.filename().string() + ": " + error.message());
    }
    return {};
}

} // namespace

std::vector<ClaimFile> claimFiles(std::vector<Claim> claims) {
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.person < b.person; });
    std::map<std::string, std::vector<Claim>> byFile;
    for (Claim& claim : claims) {
        byFile[fileName(claim)].push_back(std::move(claim));
    }
    std::vector<ClaimFile> files;
    for (const auto& [name, together] : byFile) {
        files.push_back({name, writeClaimFile(together)});
    }
    return files;
}

Outcome<void> writeClaimFolder(const std::vector<ClaimFile>& files, const std::filesystem::path& folder) {
    if (auto made = makePrivateFolder(folder); !made) {
        return made;
    }
    std::set<std::string> names;
    for (const ClaimFile& file : files) {
        const auto bytes = toCp932(file.text);
        if (!bytes) {
            return fail(bytes.error());
        }
        if (auto written = writePrivate(folder / file.name, *bytes); !written) {
            return written;
        }
        names.insert(file.name);
    }
    return removeOthers(names, folder);
}

} // namespace kmixr::practice
