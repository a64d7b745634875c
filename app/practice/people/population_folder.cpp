#include "app/practice/people/population_folder.h"

#include "app/practice/files.h"
#include "core/common/json.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace kmixr::practice {

namespace {

constexpr const char* wholeMark = "generated.json"; ///< a folder without it is not whole
constexpr std::string_view blockPrefix = "from-";
constexpr std::size_t receiptsOfVolume = 500;

std::string blockName(std::uint64_t first) {
    const std::string serial = std::to_string(first);
    return std::string(blockPrefix) + std::string(7 - std::min<std::size_t>(serial.size(), 7), '0') + serial;
}

std::string_view wordOf(Form form) {
    switch (form) {
    case Form::Claim:
        return "claim";
    case Form::Insurer:
        return "insurer";
    case Form::Deliveries:
        break;
    }
    return "deliveries";
}

std::string whole(const PopulationOrder& order, const Generated& made) {
    const Json json{{"people", made.people},
                    {"months", order.draw.months},
                    {"seed", order.draw.seed},
                    {"form", wordOf(order.form)},
                    {"newest", isoMonth(order.newest)},
                    {"receipts", made.receipts},
                    {"files", made.files},
                    {"bytes", made.bytes}};
    return json.dump(2) + "\n";
}

/// Blocks of a former order; only our own files go, so that a folder of somebody else stays.
Outcome<void> removeBlocksBut(const std::set<std::string>& wanted, const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> old;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(blockPrefix) && entry.is_directory(error) && !wanted.contains(name)) {
            old.push_back(entry.path());
        }
    }
    for (const auto& block : old) {
        if (auto emptied = writeClaimFolder({}, block); !emptied) {
            return fail(emptied.error());
        }
        std::filesystem::remove(block, error); // stays when something else lies in it
    }
    return {};
}

class Work {
public:
    Work(const PopulationOrder& order, const Population& population, const Plans& plans, const PriceTable& table,
         const std::filesystem::path& folder, const std::function<void(const Generated&)>& progress,
         const std::atomic<bool>& stop)
        : order_(order), population_(population), plans_(plans), table_(table), folder_(folder), progress_(progress),
          stop_(stop) {}

    void run() {
        const std::uint64_t size = residentsOfBlock(order_.draw.months);
        for (;;) {
            const std::uint64_t first = 1 + next_.fetch_add(1) * size;
            if (first > order_.people || stop_ || failed_) {
                return;
            }
            const auto made = block(first, std::min(order_.people, first + size - 1));
            const std::scoped_lock lock(mutex_);
            if (!made) {
                failed_ = true;
                problem_ = problem_ ? problem_ : made.error();
                return;
            }
            done_.people += made->people;
            done_.receipts += made->receipts;
            done_.files += made->files;
            done_.bytes += made->bytes;
            progress_(done_);
        }
    }

    [[nodiscard]] Outcome<Generated> result() const {
        if (problem_) {
            return fail(*problem_);
        }
        return done_;
    }

private:
    Outcome<Generated> block(std::uint64_t first, std::uint64_t last) const {
        ClaimSet part;
        for (std::uint64_t number = first; number <= last; ++number) {
            auto set = residentClaims(population_, plans_, table_, order_.draw, number, order_.newest);
            if (!set) {
                return fail(set.error());
            }
            std::move(set->claims.begin(), set->claims.end(), std::back_inserter(part.claims));
            std::move(set->earlier.begin(), set->earlier.end(), std::back_inserter(part.earlier));
        }
        Generated made;
        made.people = last - first + 1;
        made.receipts = part.claims.size();
        const std::vector<ClaimFile> files = filesOf(std::move(part), order_.form);
        made.files = files.size();
        const auto bytes = writeClaimFolder(files, folder_ / blockName(first));
        if (!bytes) {
            return fail(bytes.error());
        }
        made.bytes = *bytes;
        return made;
    }

    const PopulationOrder& order_;
    const Population& population_;
    const Plans& plans_;
    const PriceTable& table_;
    const std::filesystem::path& folder_;
    const std::function<void(const Generated&)>& progress_;
    const std::atomic<bool>& stop_;
    std::atomic<std::uint64_t> next_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    Generated done_;
    std::optional<Problem> problem_;
};

} // namespace

std::uint64_t residentsOfBlock(int months) {
    constexpr int residentMonths = 8'000;
    return static_cast<std::uint64_t>(std::clamp(residentMonths / months, 50, 4'000));
}

std::vector<ClaimFile> filesOf(ClaimSet set, Form form) {
    switch (form) {
    case Form::Insurer:
        for (Claim& claim : set.earlier) { // what came back is still held, marked as returned
            claim.withdrawn = true;
        }
        std::move(set.earlier.begin(), set.earlier.end(), std::back_inserter(set.claims));
        return insurerFiles(std::move(set.claims));
    case Form::Claim:
        std::move(set.earlier.begin(), set.earlier.end(), std::back_inserter(set.claims));
        return claimFiles(std::move(set.claims), receiptsOfVolume);
    case Form::Deliveries:
        break;
    }
    return deliveries(std::move(set));
}

Outcome<Generated> writePopulation(const PopulationOrder& order, const Population& population, const Plans& plans,
                                   const PriceTable& table, const std::filesystem::path& folder,
                                   const std::function<void(const Generated&)>& progress,
                                   const std::atomic<bool>& stop) {
    if (auto emptied = writeClaimFolder({}, folder); !emptied) {
        return fail(emptied.error());
    }
    std::error_code error;
    std::filesystem::remove(folder / wholeMark, error);
    std::set<std::string> wanted;
    for (std::uint64_t first = 1; first <= order.people; first += residentsOfBlock(order.draw.months)) {
        wanted.insert(blockName(first));
    }
    if (auto removed = removeBlocksBut(wanted, folder); !removed) {
        return fail(removed.error());
    }
    Work work(order, population, plans, table, folder, progress, stop);
    {
        std::vector<std::jthread> helpers;
        for (unsigned thread = 1; thread < order.threads; ++thread) {
            helpers.emplace_back([&work] { work.run(); });
        }
        work.run();
    }
    const auto made = work.result();
    if (!made || made->people < order.people) {
        return made;
    }
    if (auto marked = writePrivate(folder / wholeMark, whole(order, *made)); !marked) {
        return fail(marked.error());
    }
    return made;
}

} // namespace kmixr::practice
