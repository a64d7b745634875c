#include "core/history/source_receipts.h"

#include "core/receipt/reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace kmixr::history {
namespace {

constexpr Month oldestMonth{std::chrono::year{1990}, std::chrono::January};

void readOne(ReceiptInput input, Intake& intake) {
    auto read = receipt::read(input.text);
    intake.unreadLines += static_cast<std::uint32_t>(read.unread.size());
    if (read.receipts.size() == 1) {
        intake.receipts.push_back({std::move(input.id), std::move(read.receipts.front()), std::move(input.text)});
        return;
    }
    if (!read.receipts.empty()) { // several in one text: cut apart, so that line numbers count in each one's own text
        for (auto& part : receipt::split(input.text)) {
            intake.receipts.push_back({input.id, std::move(part.receipt), std::move(part.text)});
        }
    }
}

bool newestFirst(const SourceReceipt& a, const SourceReceipt& b) {
    if (a.value.month != b.value.month) {
        return a.value.month > b.value.month;
    }
    const auto keyA = a.value.institution.key(), keyB = b.value.institution.key();
    return std::tie(a.value.kind, keyA, b.value.claimed, a.id) < std::tie(b.value.kind, keyB, a.value.claimed, b.id);
}

using Identity = std::pair<std::optional<Day>, receipt::Sex>;

Identity identityOf(const receipt::Receipt& receipt) {
    return {receipt.patient.birth, receipt.patient.sex};
}

/// Birth date and sex of most receipts; the newer one on a tie.
Identity usualIdentity(const std::vector<SourceReceipt>& receipts) {
    std::map<Identity, int> counts;
    for (const auto& source : receipts) {
        ++counts[identityOf(source.value)];
    }
    Identity usual;
    int most = 0;
    for (const auto& source : receipts) {
        const auto identity = identityOf(source.value);
        if (const auto count = counts[identity]; count > most) {
            usual = identity;
            most = count;
        }
    }
    return usual;
}

/// An unknown birth date or sex contradicts nobody.
bool contradicts(const Identity& a, const Identity& b) {
    return (a.first && b.first && *a.first != *b.first) ||
           (a.second != receipt::Sex::Unknown && b.second != receipt::Sex::Unknown && a.second != b.second);
}

/// The place a claim fills; claimed again, it is the same place.
auto claimPlace(const receipt::Receipt& receipt) {
    return std::tuple(receipt.institution.key(), receipt.prescriber ? receipt.prescriber->key() : std::string(),
                      receipt.month, receipt.kind,
                      receipt.insurance ? receipt.insurance->insurerNumber : std::string());
}

/// uke.md §11: a claim with 検索番号 replaces the earlier ones of the same place.
void markSuperseded(std::vector<SourceReceipt>& receipts) {
    std::map<decltype(claimPlace(receipts.front().value)), Month> claimedAgain;
    for (const auto& source : receipts) {
        if (source.use == ReceiptUse::Used && !source.value.searchNumber.empty()) {
            auto& newest = claimedAgain.try_emplace(claimPlace(source.value), source.value.claimed).first->second;
            newest = std::max(newest, source.value.claimed);
        }
    }
    if (claimedAgain.empty()) {
        return;
    }
    for (auto& source : receipts) {
        const auto at = claimedAgain.find(claimPlace(source.value));
        if (at != claimedAgain.end() && source.value.claimed < at->second && source.use == ReceiptUse::Used) {
            source.use = ReceiptUse::Superseded;
        }
    }
}

void dropRepeated(std::vector<SourceReceipt>& receipts) {
    std::set<std::pair<std::string_view, receipt::LineNumber>> seen;
    const auto repeated = [&seen](const SourceReceipt& source) {
        return !source.id.empty() && !seen.emplace(source.id, source.value.firstLine).second;
    };
    std::vector<SourceReceipt> kept;
    kept.reserve(receipts.size());
    std::vector<bool> gone(receipts.size());
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        gone[i] = repeated(receipts[i]);
    }
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (!gone[i]) {
            kept.push_back(std::move(receipts[i]));
        }
    }
    receipts = std::move(kept);
}

} // namespace

Intake takeIn(std::vector<ReceiptInput> inputs, Day today) {
    Intake intake;
    intake.receipts.reserve(inputs.size());
    for (auto& input : inputs) {
        readOne(std::move(input), intake);
    }
    dropRepeated(intake.receipts);
    std::sort(intake.receipts.begin(), intake.receipts.end(), newestFirst);
    const auto usual = usualIdentity(intake.receipts);
    for (auto& source : intake.receipts) {
        const auto& value = source.value;
        intake.unreadLines += static_cast<std::uint32_t>(value.unread.size());
        if (contradicts(identityOf(value), usual)) {
            source.use = ReceiptUse::OtherPerson;
        } else if (value.standing == receipt::Standing::Returned) {
            source.use = ReceiptUse::Superseded;
        } else if (value.month < oldestMonth || value.month > monthOf(today)) {
            source.use = ReceiptUse::Implausible;
        }
    }
    if (!intake.receipts.empty()) {
        markSuperseded(intake.receipts);
    }
    for (const auto& source : intake.receipts) {
        if (source.use == ReceiptUse::Used) {
            intake.patient = source.value.patient;
            intake.newest = source.value.month;
            break;
        }
    }
    return intake;
}

} // namespace kmixr::history
