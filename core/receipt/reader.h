// Receipt files: bytes -> Receipt values. Reads claim files (UKE) of 医科, DPC, 歯科 and 調剤 and the files of insurers
// with the corrections of the review applied, in CP932 or UTF-8, 和暦 or 西暦; never fails as a whole: what cannot be
// read is kept as UnreadLine with its place, and costs only itself. Bounds: a line of 1 MiB, a receipt of 16 MiB, 2,000
// notes. Specification: uke.md §1-6, 9, 11, 12.
#pragma once

#include "core/receipt/receipt.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::receipt {

struct ReadResult {
    std::vector<Receipt> receipts;
    std::vector<UnreadLine> unread;             ///< lines that belong to no receipt
    std::optional<std::int64_t> statedReceipts; ///< GO 総件数
    std::optional<std::int64_t> statedPoints;   ///< GO 総合計点数
    bool cp932 = false;                         ///< the bytes were CP932, not UTF-8
    bool fromInsurer = false;                   ///< some rows had the insurer's three columns
    int firstVolume = 0;                        ///< マルチボリューム識別情報 of the first IR, YK or UK: 0, 1, 2 …
    std::string goVolume;                       ///< and of the last GO: "01", "02" …, "99" on the last volume
    LineNumber goLine = 0;                      ///< of the last GO; 0 = none: a claim file was cut short
    LineNumber lines = 0;                       ///< of the whole file
};

/// Reads every receipt of a file or stream. Any bytes are allowed. Thread: any (no shared state).
ReadResult read(std::string_view bytes);
/// The same, one receipt at a time, so that of a large file only the receipt at hand is held; the result's `receipts`
/// stay empty.
ReadResult readEach(std::string_view bytes, const std::function<void(Receipt&&)>& take);

/// The text of each receipt of a file as UTF-8 lines ("\n"), each made complete in itself: the IR/YK/UK record that
/// was in force, then RE … up to the next receipt. This is what the gateway keeps and sends (DESIGN §5).
struct ReceiptText {
    Receipt receipt;  ///< read from `text`, so its line numbers count in it
    std::string text; ///< UTF-8
};
/// `file`, when given, receives what belongs to the file and to no receipt (unread lines by their place in the file,
/// GO, encoding); its `receipts` stay empty.
std::vector<ReceiptText> split(std::string_view bytes, ReadResult* file = nullptr);
/// The same, one receipt at a time.
ReadResult splitEach(std::string_view bytes, const std::function<void(ReceiptText&&)>& take);

class FileWalk;

/// Reads a file in the pieces in which it arrives: any cut gives what `splitEach` gives for the whole. A receipt is
/// handed over as soon as the next one begins (the first ones when 64 KiB have come). Memory: one receipt. Thread: one
/// at a time.
class StreamReader {
public:
    explicit StreamReader(std::function<void(ReceiptText&&)> take);
    ~StreamReader();
    StreamReader(const StreamReader&) = delete;
    StreamReader& operator=(const StreamReader&) = delete;

    void feed(std::string_view bytes);
    /// Hands over the last receipt; the reader is spent.
    ReadResult finish();

private:
    std::unique_ptr<FileWalk> walk_;
};

/// CP932 (Windows-31J) to UTF-8; bytes that have no character (外字) become U+3013 〓. Already valid UTF-8 is returned
/// as it is.
std::string toUtf8(std::string_view bytes, bool* wasCp932 = nullptr);

} // namespace kmixr::receipt
