#include "app/practice/people/claim_folder.h"

#include "app/practice/files.h"
#include "app/practice/people/insurer_file.h"
#include "app/practice/people/japanese_text.h"
#include "app/practice/people/uke_layout.h"
#include "app/practice/people/uke_writer.h"
#include "app/practice/problems.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace kmixr::practice {

namespace {

std::string fileName(const Claim& claim) {
    std::string month = isoMonth(claim.receipt.claimed);
    std::erase(month, '-');
    const bool dpc = claim.receipt.kind == receipt::Kind::Dpc; // a file of its own beside that of 医科
    return claim.receipt.institution.key() + "-" + month + "-" + claim.reviewer + (dpc ? "-D" : "") + ".UKE";
}

std::string insurersName(const Claim& claim) {
    std::string month = isoMonth(claim.receipt.claimed);
    std::erase(month, '-');
    return "insurer-" + claim.receipt.insurance->insurerNumber + "-" + month + "-" +
           std::string(insurerFileName(claim.receipt.kind)) + ".CSV";
}

/// Claims of equal names together, each in the order of people.
std::map<std::string, std::vector<Claim>> grouped(std::vector<Claim> claims, std::string (*nameOf)(const Claim&)) {
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.person < b.person; });
    std::map<std::string, std::vector<Claim>> byFile;
    for (Claim& claim : claims) {
        byFile[nameOf(claim)].push_back(std::move(claim));
    }
    return byFile;
}

Outcome<void> removeOthers(const std::set<std::string>& wanted, const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> old;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        const bool ours = name.ends_with(".UKE") || name.ends_with(".UKE.new") || name.starts_with("insurer-");
        if (ours && !wanted.contains(name)) {
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

std::vector<ClaimFile> claimFiles(std::vector<Claim> claims, std::size_t mostOfVolume) {
    std::vector<ClaimFile> files;
    for (const auto& [name, together] : grouped(std::move(claims), fileName)) {
        std::vector<std::string> volumes = writeVolumes(together, mostOfVolume);
        for (std::size_t number = 0; number < volumes.size(); ++number) {
            std::string place = name;
            if (volumes.size() > 1) {
                place.insert(place.rfind('.'), "-" + twoDigits(number));
            }
            files.push_back({std::move(place), std::move(volumes[number])});
        }
    }
    return files;
}

std::vector<ClaimFile> insurerFiles(std::vector<Claim> claims) {
    std::vector<ClaimFile> files;
    for (const auto& [name, together] : grouped(std::move(claims), insurersName)) {
        files.push_back({name, writeInsurerFile(together)});
    }
    return files;
}

std::vector<ClaimFile> deliveries(ClaimSet set) {
    std::vector<Claim> reviewed;
    for (const Claim& claim : set.claims) {
        if (claim.reduction || claim.withdrawn) {
            reviewed.push_back(claim);
        }
    }
    std::move(set.earlier.begin(), set.earlier.end(), std::back_inserter(set.claims));
    std::vector<ClaimFile> files = claimFiles(std::move(set.claims));
    for (ClaimFile& file : insurerFiles(std::move(reviewed))) {
        files.push_back(std::move(file));
    }
    return files;
}

Outcome<std::uint64_t> writeClaimFolder(const std::vector<ClaimFile>& files, const std::filesystem::path& folder) {
    if (auto made = makePrivateFolder(folder); !made) {
        return fail(made.error());
    }
    std::set<std::string> names;
    std::uint64_t size = 0;
    for (const ClaimFile& file : files) {
        const auto bytes = toCp932(file.text);
        if (!bytes) {
            return fail(bytes.error());
        }
        if (auto written = writePrivate(folder / file.name, *bytes); !written) {
            return fail(written.error());
        }
        size += bytes->size();
        names.insert(file.name);
    }
    if (auto removed = removeOthers(names, folder); !removed) {
        return fail(removed.error());
    }
    return size;
}

} // namespace kmixr::practice
