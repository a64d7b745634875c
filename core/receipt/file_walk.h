// Walks over a receipt file as its bytes come in: character set, lines, IR/YK/UK, receipts, GO. Holds one receipt at a
// time, and never more than `largestReceipt` bytes of it.
#pragma once

#include "core/receipt/insurer_rows.h"
#include "core/receipt/reader.h"
#include "core/receipt/receipt_builder.h"

namespace kmixr::receipt {

class FileWalk {
public:
    static constexpr std::size_t longestLine = std::size_t{1} << 20U;
    static constexpr std::size_t largestReceipt = std::size_t{16} << 20U;

    /// Whether lines are counted in the file, or in a text of the receipt alone that is collected on the way.
    enum class Texts : bool { Left, Collected };
    using Take = std::function<void(Receipt&&, std::string&&)>;

    FileWalk(Texts texts, Take take) : texts_(texts), take_(std::move(take)) {}

    /// Any cut of the bytes into pieces gives the same receipts.
    void feed(std::string_view bytes);
    ReadResult finish();

private:
    enum class CharacterSet : std::uint8_t { Unknown, Utf8, Cp932 };

    [[nodiscard]] std::size_t judged(std::string_view bytes, bool all);
    void lines(std::string_view bytes);
    void line(std::string_view text);
    void take(const Line& line);
    void handle(const Line& line);
    void openReceipt(const Line& line);
    void closeReceipt();
    void closeRows();
    void takeSubmitter(const Line& line);
    Line placed(const Line& line);
    void note(const Line& line, std::string reason);

    Texts texts_;
    Take take_;
    ReadResult facts_;

    // From bytes to lines.
    CharacterSet set_ = CharacterSet::Unknown;
    std::string held_;    ///< bytes whose character set is not known yet
    std::string carried_; ///< the beginning of a line whose end has not come
    bool atStart_ = true;
    bool overlong_ = false; ///< inside a line that is too long
    LineNumber number_ = 0;
    std::string storage_;

    // From lines to receipts.
    Fields fields_;
    InsurerRows rows_;
    std::optional<Submitter> submitter_;
    std::size_t submitters_ = 0;
    std::string reception_;     ///< UK, as a line
    std::string submitterText_; ///< what stands in front of each receipt's own text
    LineNumber submitterLines_ = 0;
    std::optional<ReceiptBuilder> builder_;
    std::size_t receiptBytes_ = 0;
    std::string text_;
    LineNumber textLines_ = 0;
};

} // namespace kmixr::receipt
