#include "core/receipt/masters.h"

#include "core/common/bytes.h"
#include "core/receipt/mapped_file.h"
#include "core/receipt/master_format.h"
#include "core/receipt/problems.h"

#include <algorithm>

namespace kmixr::receipt {

namespace {

/// An entry with its first and last day, as YYYYMMDD.
template <class Entry>
struct Dated {
    Entry entry;
    std::uint32_t from = 0;
    std::uint32_t until = 0;
};

template <class Entry>
using Entries = std::vector<Dated<Entry>>;

std::uint32_t monthNumber(Month month) {
    return static_cast<std::uint32_t>(static_cast<int>(month.year()) * 12) + unsigned{month.month()};
}

std::uint32_t monthNumber(std::uint32_t day) {
    return day / 10000 * 12 + day / 100 % 100;
}

// How many months lie between `month` and the entry's validity; 0 when it is in force in that month.
template <class Entry>
std::uint32_t distance(const Dated<Entry>& dated, std::uint32_t month) {
    const std::uint32_t from = monthNumber(dated.from);
    const std::uint32_t until = monthNumber(dated.until);
    return month < from ? from - month : month > until ? month - until : 0;
}

template <class Entry>
const Entry* find(const Entries<Entry>& entries, std::string_view code, Month month) {
    const auto [first, last] = std::equal_range(entries.begin(), entries.end(), code, [](const auto& a, const auto& b) {
        if constexpr (std::is_same_v<std::decay_t<decltype(a)>, std::string_view>) {
            return a < b.entry.code;
        } else {
            return a.entry.code < b;
        }
    });
    if (first == last) {
        return nullptr;
    }
    // Of two states within one month the later one counts.
    const std::uint32_t wanted = monthNumber(month);
    auto best = first;
    for (auto dated = first; dated != last; ++dated) {
        if (distance(*dated, wanted) <= distance(*best, wanted)) {
            best = dated;
        }
    }
    return &best->entry;
}

char firstOf(std::string_view text) {
    return text.empty() ? '\0' : text.front();
}

} // namespace

struct Masters::Table {
    std::optional<MappedFile> file;
    std::string_view edition = "empty";
    Entries<DiseaseEntry> diseases;
    Entries<ModifierEntry> modifiers;
    Entries<ActEntry> acts;
    Entries<DrugEntry> drugs;
    Entries<MaterialEntry> materials;
    Entries<CommentEntry> comments;
};

/// Reads a table's rows into entries whose texts stay in the mapped file. Believes nothing: every place is checked.
class MastersLoader {
public:
    static Outcome<std::shared_ptr<const Masters>> load(const std::filesystem::path& file) {
        auto masters = std::make_shared<Masters>();
        masters->table_->file = MappedFile::open(file);
        if (!masters->table_->file) {
            return fail(problems::mastersUnreadable, "cannot open " + file.filename().string());
        }
        MastersLoader loader(masters->table_->file->bytes());
        if (const char* reason = loader.fill(*masters->table_)) {
            return fail(problems::mastersUnreadable, reason);
        }
        return std::shared_ptr<const Masters>(std::move(masters));
    }

private:
    explicit MastersLoader(std::string_view file) : file_(file) {}

    // The reason why not, or nullptr.
    const char* fill(Masters::Table& table) {
        using namespace format;
        if (file_.size() < headerSize || !file_.starts_with(magic)) {
            return "no master table";
        }
        if (get<std::uint32_t>(file_, versionAt) != version) {
            return "another version of the format";
        }
        const Sha256 digest = sha256(file_.substr(headerSize));
        if (get<std::uint64_t>(file_, sizeAt) != file_.size() ||
            textOf(digest) != file_.substr(digestAt, digest.size())) {
            return "damaged";
        }
        const auto poolPlace = get<std::uint64_t>(file_, poolAt);
        const auto sections = get<std::uint32_t>(file_, sectionsAt);
        if (poolPlace > file_.size() || sections > (file_.size() - headerSize) / sectionSize) {
            return "malformed";
        }
        pool_ = file_.substr(poolPlace);
        table.edition = text(get<std::uint32_t>(file_, editionAt));
        for (std::uint32_t i = 0; i < sections; ++i) {
            if (!section(table, headerSize + i * sectionSize)) {
                return "malformed";
            }
        }
        return wellFormed_ && sorted(table.diseases) && sorted(table.modifiers) && sorted(table.acts) &&
                       sorted(table.drugs) && sorted(table.materials) && sorted(table.comments)
                   ? nullptr
                   : "malformed";
    }

    bool section(Masters::Table& table, std::size_t at) {
        using namespace format;
        const char kind = static_cast<char>(get<std::uint32_t>(file_, at));
        const std::size_t fields = get<std::uint32_t>(file_, at + 4);
        const std::size_t rows = get<std::uint32_t>(file_, at + 8);
        const std::uint64_t place = get<std::uint64_t>(file_, at + 12);
        const std::size_t rowSize = validitySize + fields * referenceSize;
        if (fieldsOf(kind) == 0 || fields != fieldsOf(kind) || place > file_.size() ||
            rows > (file_.size() - place) / rowSize) {
            return false;
        }
        for (std::size_t row = 0; row < rows; ++row) {
            add(table, kind, place + row * rowSize);
        }
        return true;
    }

    void add(Masters::Table& table, char kind, std::size_t row) {
        using namespace format;
        row_ = row;
        switch (kind) {
        case 'b':
            append(table.diseases, {field(bCode), field(bName), field(bKana), field(bIcd10), field(bIcd10Second)});
            break;
        case 'z':
            append(table.modifiers, {field(zCode), field(zName), field(zCode).starts_with('8')});
            break;
        case 's':
        case 'h':
        case 'm':
            append(table.acts, {field(sCode), field(sName), field(sKana), field(sUnit), firstOf(field(sSection)),
                                field(sSectionNumber), firstOf(field(sNoticeKind)), field(sOutpatientTotal),
                                field(sInpatientTotal)});
            break;
        case 'y':
            append(table.drugs,
                   {field(yCode), field(yName), field(yKana), field(yUnit), field(yPriceListCode), field(yGenericName),
                    firstOf(field(yForm)), field(yGeneric) == "1", firstOf(field(yContrast)) > '0'});
            break;
        case 't':
            append(table.materials, {field(tCode), field(tName), field(tUnit)});
            break;
        case 'c':
            append(table.comments, {field(cCode), field(cText), field(cPattern), field(cSlots)});
            break;
        default:
            break;
        }
    }

    template <class Entry>
    void append(Entries<Entry>& entries, Entry entry) {
        entries.push_back(
            {entry, format::get<std::uint32_t>(file_, row_), format::get<std::uint32_t>(file_, row_ + 4)});
    }

    template <class Entry>
    static bool sorted(const Entries<Entry>& entries) {
        return std::is_sorted(entries.begin(), entries.end(),
                              [](const auto& a, const auto& b) { return a.entry.code < b.entry.code; });
    }

    std::string_view field(std::size_t index) {
        return text(format::get<std::uint32_t>(file_, row_ + format::validitySize + index * format::referenceSize));
    }

    std::string_view text(std::uint32_t reference) {
        constexpr std::size_t lengthSize = 2;
        if (reference > pool_.size() || pool_.size() - reference < lengthSize) {
            wellFormed_ = false;
            return {};
        }
        const std::size_t length = format::get<std::uint16_t>(pool_, reference);
        if (length > pool_.size() - reference - lengthSize) {
            wellFormed_ = false;
            return {};
        }
        return pool_.substr(reference + lengthSize, length);
    }

    std::string_view file_;
    std::string_view pool_;
    std::size_t row_ = 0;
    bool wellFormed_ = true;
};

Masters::Masters() : table_(std::make_unique<Table>()) {}
Masters::~Masters() = default;

Outcome<std::shared_ptr<const Masters>> Masters::open(const std::filesystem::path& file) {
    return MastersLoader::load(file);
}

const DiseaseEntry* Masters::disease(std::string_view code, Month month) const {
    return find(table_->diseases, code, month);
}

const ModifierEntry* Masters::modifier(std::string_view code, Month month) const {
    return find(table_->modifiers, code, month);
}

const ActEntry* Masters::act(std::string_view code, Month month) const {
    return find(table_->acts, code, month);
}

const DrugEntry* Masters::drug(std::string_view code, Month month) const {
    return find(table_->drugs, code, month);
}

const MaterialEntry* Masters::material(std::string_view code, Month month) const {
    return find(table_->materials, code, month);
}

const CommentEntry* Masters::comment(std::string_view code, Month month) const {
    return find(table_->comments, code, month);
}

std::string_view Masters::edition() const {
    return table_->edition;
}

} // namespace kmixr::receipt
