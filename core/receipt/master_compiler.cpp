#include "core/receipt/master_compiler.h"

#include "core/common/bytes.h"
#include "core/common/dates.h"
#include "core/receipt/master_columns.h"
#include "core/receipt/master_format.h"
#include "core/receipt/problems.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <unordered_map>

namespace kmixr::receipt {

namespace {

std::uint32_t dayNumber(std::string_view text, std::uint32_t fallback) {
    std::uint32_t day = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), day);
    return error == std::errc{} && stop == text.data() + text.size() && day != 0 ? day : fallback;
}

std::uint32_t dayBefore(std::uint32_t day) {
    const auto known = parseReceiptDay(std::to_string(day));
    if (!known) {
        return day;
    }
    const Day before = addDays(*known, -1);
    return static_cast<std::uint32_t>(static_cast<int>(before.year()) * 10000) + unsigned{before.month()} * 100 +
           unsigned{before.day()};
}

/// Texts one behind the other, each different one once.
class Pool {
public:
    std::uint32_t add(const std::string& text) {
        constexpr std::size_t longest = 0xFFFF;
        const std::string kept = text.substr(0, longest);
        const auto [found, isNew] = places_.try_emplace(kept, static_cast<std::uint32_t>(bytes_.size()));
        if (isNew) {
            std::string length(2, '\0');
            format::put(length, 0, static_cast<std::uint16_t>(kept.size()));
            bytes_ += length + kept;
        }
        return found->second;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::unordered_map<std::string, std::uint32_t> places_;
    std::string bytes_;
};

template <class Unsigned>
void append(std::string& bytes, Unsigned value) {
    bytes.resize(bytes.size() + sizeof(Unsigned));
    format::put(bytes, bytes.size() - sizeof(Unsigned), value);
}

} // namespace

// Rows 0, 2 and 3 are whole. Rows 5 and 9 of an update carry only what changes; in a whole file they are whole too, and
// then every column is there to be taken over.
void MasterCompiler::merge(char kind, char change, const std::vector<std::string>& columns) {
    auto& entries = entries_[kind];
    if (change == '1') {
        entries.erase(columns[0]);
        return;
    }
    Entry& entry = entries[columns[0]];
    if (entry.columns.empty() || change == '0' || change == '2' || change == '3') {
        entry.columns = columns;
    } else {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i].empty()) {
                entry.columns[i] = columns[i];
            }
        }
    }
    Version version;
    version.from = dayNumber(entry.columns[columns.size() - 2], 0);
    version.until = dayNumber(entry.columns.back(), format::noEnd);
    version.fields = fieldsFromColumns(kind, entry.columns);
    newestChange_ = std::max(newestChange_, version.from);
    addVersion(entry, std::move(version));
}

void MasterCompiler::addVersion(Entry& entry, Version version) {
    if (entry.versions.empty()) {
        entry.versions.push_back(std::move(version));
        return;
    }
    Version& last = entry.versions.back();
    if (version.fields == last.fields) { // nothing that we show changed: the same state goes on
        last.until = version.until;
    } else if (version.from <= last.from) {
        last = std::move(version);
    } else {
        last.until = std::min(last.until, dayBefore(version.from));
        entry.versions.push_back(std::move(version));
    }
}

std::map<char, std::size_t> MasterCompiler::counts() const {
    std::map<char, std::size_t> counts;
    for (const auto& [kind, entries] : entries_) {
        counts[kind] = entries.size();
    }
    return counts;
}

std::string MasterCompiler::editionOf(std::string edition) const {
    if (!edition.empty()) {
        return edition;
    }
    if (!practiceEdition_.empty()) {
        return practiceEdition_;
    }
    const auto newest = parseReceiptDay(std::to_string(newestChange_));
    return newest ? "changes until " + isoDay(*newest) : "names only";
}

std::string MasterCompiler::table(std::string edition) const {
    Pool pool;
    const std::uint32_t editionPlace = pool.add(editionOf(std::move(edition)));
    std::string rows;
    std::string sections;
    const std::size_t rowsAt = format::headerSize + format::kinds.size() * format::sectionSize;
    for (const char kind : format::kinds) {
        const std::size_t place = rowsAt + rows.size();
        std::uint32_t count = 0;
        if (const auto entries = entries_.find(kind); entries != entries_.end()) {
            for (const auto& [code, entry] : entries->second) {
                for (const Version& version : entry.versions) {
                    append(rows, format::codeNumber(code));
                    append(rows, version.from);
                    append(rows, version.until);
                    for (const std::string& field : version.fields) {
                        append(rows, pool.add(field));
                    }
                    ++count;
                }
            }
        }
        append(sections, static_cast<std::uint32_t>(kind));
        append(sections, static_cast<std::uint32_t>(format::fieldsOf(kind)));
        append(sections, count);
        append(sections, static_cast<std::uint64_t>(place));
    }
    std::string file(format::headerSize, '\0');
    file += sections + rows;
    const std::size_t poolAt = file.size();
    file += pool.bytes();
    std::copy(format::magic.begin(), format::magic.end(), file.begin());
    format::put(file, format::versionAt, format::version);
    format::put(file, format::sectionsAt, static_cast<std::uint32_t>(format::kinds.size()));
    format::put(file, format::sizeAt, static_cast<std::uint64_t>(file.size()));
    format::put(file, format::poolAt, static_cast<std::uint64_t>(poolAt));
    format::put(file, format::editionAt, editionPlace);
    format::put(file, format::issuedAt, newestChange_);
    const Sha256 digest = sha256(std::string_view(file).substr(format::headerSize));
    std::copy(digest.begin(), digest.end(), file.begin() + format::digestAt);
    return file;
}

Outcome<void> MasterCompiler::write(const std::filesystem::path& file, std::string edition) const {
    std::filesystem::path fresh = file;
    fresh += ".new";
    std::error_code error;
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        const std::string bytes = table(std::move(edition));
        if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) || !out.flush()) {
            std::filesystem::remove(fresh, error);
            return fail(problems::mastersUnwritable, file.filename().string());
        }
    }
    std::filesystem::rename(fresh, file, error);
    if (error) {
        return fail(problems::mastersUnwritable, error.message());
    }
    return {};
}

} // namespace kmixr::receipt
