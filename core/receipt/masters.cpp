#include "core/receipt/masters.h"

#include "core/common/bytes.h"
#include "core/receipt/master_table.h"
#include "core/receipt/problems.h"

namespace kmixr::receipt {

namespace {

/// Codes of acts tell their master: 1 medical, 3 dental, 4 dispensing.
char masterOf(std::string_view actCode) {
    switch (actCode.empty() ? '\0' : actCode.front()) {
    case '3':
        return 'h';
    case '4':
        return 'm';
    default:
        return 's';
    }
}

} // namespace

struct Masters::Table {
    std::optional<MasterTable> file; ///< nothing: every code is unknown

    [[nodiscard]] std::optional<MasterTable::Row> find(char kind, std::string_view code, Month month) const {
        return file ? file->find(kind, code, month) : std::nullopt;
    }
};

Masters::Masters() : table_(std::make_unique<Table>()) {}
Masters::~Masters() = default;

Outcome<std::shared_ptr<const Masters>> Masters::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) {
        return fail(problems::mastersUnreadable, "cannot open " + file.filename().string());
    }
    return read(std::move(*mapped));
}

Outcome<std::shared_ptr<const Masters>> Masters::read(MappedFile file) {
    return MasterTable::read(std::move(file)).map([](MasterTable table) -> std::shared_ptr<const Masters> {
        auto masters = std::make_shared<Masters>();
        masters->table_->file = std::move(table);
        return masters;
    });
}

std::optional<DiseaseEntry> Masters::disease(std::string_view code, Month month) const {
    using namespace format;
    const auto row = table_->find('b', code, month);
    return !row ? std::nullopt
                : std::optional(DiseaseEntry{row->field(bCode), row->field(bName), row->field(bKana),
                                             row->field(bIcd10), row->field(bIcd10Second), row->field(bDentalName)});
}

std::optional<ModifierEntry> Masters::modifier(std::string_view code, Month month) const {
    using namespace format;
    const auto row = table_->find('z', code, month);
    return !row ? std::nullopt
                : std::optional(ModifierEntry{row->field(zCode), row->field(zName), row->letter(zCode) == '8'});
}

std::optional<ActEntry> Masters::act(std::string_view code, Month month) const {
    using namespace format;
    const auto row = table_->find(masterOf(code), code, month);
    return !row ? std::nullopt
                : std::optional(ActEntry{row->field(sCode), row->field(sName), row->field(sKana), row->field(sUnit),
                                         row->letter(sSection), row->field(sSectionNumber), row->letter(sNoticeKind),
                                         row->field(sOutpatientTotal), row->field(sInpatientTotal)});
}

std::optional<DrugEntry> Masters::drug(std::string_view code, Month month) const {
    using namespace format;
    const auto row = table_->find('y', code, month);
    return !row ? std::nullopt
                : std::optional(DrugEntry{row->field(yCode), row->field(yName), row->field(yKana), row->field(yUnit),
                                          row->field(yPriceListCode), row->field(yGenericName), row->letter(yForm),
                                          row->field(yGeneric) == "1", row->letter(yContrast) > '0'});
}

std::optional<MaterialEntry> Masters::material(std::string_view code, Month month) const {
    using namespace format;
    const auto row = table_->find('t', code, month);
    return !row ? std::nullopt : std::optional(MaterialEntry{row->field(tCode), row->field(tName), row->field(tUnit)});
}

std::optional<CommentEntry> Masters::comment(std::string_view code, Month month) const {
    using namespace format;
    const auto row = table_->find('c', code, month);
    return !row ? std::nullopt
                : std::optional(
                      CommentEntry{row->field(cCode), row->field(cText), row->field(cPattern), row->field(cSlots)});
}

std::string_view Masters::edition() const {
    return table_->file ? table_->file->edition() : "empty";
}

std::string_view Masters::fingerprint() const {
    return table_->file ? table_->file->bytes().substr(format::digestAt, Sha256{}.size()) : std::string_view();
}

std::uint32_t Masters::issued() const {
    return table_->file ? table_->file->issued() : 0;
}

} // namespace kmixr::receipt
