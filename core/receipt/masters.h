// Code masters: code and month -> name and what else a reader needs. One table file, compiled from the official CSV
// files (master_compiler.h), opened read-only and shared. Columns: masters.md.
#pragma once

#include "core/common/dates.h"
#include "core/common/outcome.h"
#include "core/receipt/mapped_file.h"
#include "core/receipt/receipt.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::receipt {

struct DiseaseEntry { ///< master b
    std::string_view code, name, kana, icd10, icd10Second;
    std::string_view dentalName; ///< 歯科傷病名省略名称, such as Ｐｅｒ; empty when it is the name
};
struct ModifierEntry { ///< master z
    std::string_view code, name;
    bool suffix = false;
};
struct ActEntry { ///< master s (first digit 1); dental (3) and dispensing (4) acts carry names only
    std::string_view code, name, kana, unit;
    char section = '\0'; ///< コード表用番号 letter: A B C D E F G H I J K L M N O, '-' meals, '*' none, '\0' unknown
    std::string_view sectionNumber;                   ///< for display: "K617-3", with its item: "K219 1"
    char noticeKind = '\0';                           ///< 告示等識別区分(1): '7' and '9' are add-ons
    std::string_view outpatientTotal, inpatientTotal; ///< 点数欄集計先
};
struct DrugEntry { ///< master y
    std::string_view code, name, kana, unit;
    std::string_view priceListCode; ///< 薬価基準収載医薬品コード, 12 characters; first 7 = ingredient and route
    std::string_view genericName;   ///< 一般名処方の標準的な記載
    char form = '\0';               ///< 剤形: '1' 内用 '3' その他 '4' 注射 '6' 外用 '8' 歯科用
    bool generic = false;
    bool contrast = false;
};
struct MaterialEntry { ///< master t
    std::string_view code, name, unit;
};
struct CommentEntry { ///< master c
    std::string_view code, text;
    std::string_view pattern; ///< "10" … "90"
    std::string_view columns; ///< pattern 40: "column length" pairs, blank-separated
};

/// Immutable; views stay valid as long as the table lives. Look-ups do not allocate. Thread: any.
class Masters : public std::enable_shared_from_this<Masters> {
public:
    /// An empty table: every code is unknown.
    Masters();
    /// Opens a compiled table; `receipt.masters-unreadable` when it is missing, damaged or of another version.
    static Outcome<std::shared_ptr<const Masters>> open(const std::filesystem::path& file);
    /// The same of a file that is mapped already, such as one whose signature was just checked.
    static Outcome<std::shared_ptr<const Masters>> read(MappedFile file);
    ~Masters();
    Masters(const Masters&) = delete;
    Masters& operator=(const Masters&) = delete;

    /// The entry in force in that month; when the code exists only outside its validity, the nearest one; nothing
    /// when the table does not know the code. Read where it lies in the file.
    [[nodiscard]] std::optional<DiseaseEntry> disease(std::string_view code, Month month) const;
    [[nodiscard]] std::optional<ModifierEntry> modifier(std::string_view code, Month month) const;
    [[nodiscard]] std::optional<ActEntry> act(std::string_view code, Month month) const;
    [[nodiscard]] std::optional<DrugEntry> drug(std::string_view code, Month month) const;
    [[nodiscard]] std::optional<MaterialEntry> material(std::string_view code, Month month) const;
    [[nodiscard]] std::optional<CommentEntry> comment(std::string_view code, Month month) const;
    [[nodiscard]] std::string_view edition() const; ///< such as "practice 2025-09"
    /// Newest change in the table, YYYYMMDD; the greater one is the newer edition. 0 for an empty table.
    [[nodiscard]] std::uint32_t issued() const;
    /// The checksum of all that the table says: equal tables, equal bytes. Empty for an empty table.
    [[nodiscard]] std::string_view fingerprint() const;

private:
    struct Table;
    std::unique_ptr<Table> table_;
};

/// Prefixes + base name + suffixes in recorded order, then the note in parentheses (uke.md §7). An unknown code stands
/// as itself; `unlisted` tells so.
struct ComposedName {
    std::string text;
    bool unlisted = false; ///< 「マスター未収載」
    bool uncoded = false;  ///< 0000999 「コードなし」
};
ComposedName composeDiseaseName(const Disease& disease, const Masters& masters, Month month);
/// The same in the words that stand on dental receipts: 急性Ｐｅｒ. Short, and known to dentists only.
ComposedName composeDentalName(const Disease& disease, const Masters& masters, Month month);
/// Renders a comment by its pattern (uke.md §8); text that does not fit the pattern is given raw after the master text.
std::string renderComment(const Comment& comment, const Masters& masters, Month month);

} // namespace kmixr::receipt
