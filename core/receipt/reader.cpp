#include "core/receipt/reader.h"

#include "core/receipt/encoding.h"
#include "core/receipt/lines.h"
#include "core/receipt/receipt_builder.h"

namespace kmixr::receipt {

namespace {

bool isSubmitter(std::string_view record) {
    return record == "IR" || record == "YK" || record == "UK";
}

void addTo(std::optional<std::int64_t>& sum, std::optional<std::int64_t> value) {
    if (value) {
        sum = sum.value_or(0) + *value;
    }
}

/// Walks over a file, which may be several files in a row: IR/YK/UK, receipts, GO. Holds one receipt at a time.
class FileWalk {
public:
    /// Whether lines are counted in the file, or in a text of the receipt alone that is collected on the way.
    enum class Texts : bool { Left, Collected };
    using Take = std::function<void(Receipt&&, std::string&&)>;

    FileWalk(Texts texts, Take take) : texts_(texts), take_(std::move(take)) {}

    ReadResult over(std::string_view bytes) {
        const Encoding encoding = encodingOf(bytes);
        facts_.cp932 = encoding.cp932;
        LineCursor cursor(bytes);
        Line line;
        std::string storage;
        while (cursor.next(line)) {
            line.text = decoded(line.text, encoding, storage);
            fields_.split(line.text);
            handle(line);
        }
        closeReceipt();
        return std::move(facts_);
    }

private:
    void handle(const Line& line) {
        const std::string_view record = fields_[0];
        if (record == "RE") {
            openReceipt(line);
        } else if (isSubmitter(record)) {
            closeReceipt();
            takeSubmitter(line);
        } else if (record == "GO") {
            closeReceipt();
            const RecordView go(fields_, line.number, facts_.unread);
            addTo(facts_.statedReceipts, go.points(1));
            addTo(facts_.statedPoints, go.points(2));
            submitter_.reset();
            submitterText_.clear();
        } else if (record == "MN") { // the insurer's own first row of the next receipt
            closeReceipt();
        } else if (builder_) {
            builder_->add(placed(line), fields_);
        } else {
            note(line, "belongs to no receipt");
        }
    }

    void openReceipt(const Line& line) {
        closeReceipt();
        if (texts_ == Texts::Collected) {
            text_ = submitterText_;
            textLines_ = submitterLines_;
        }
        builder_.emplace(placed(line), fields_, submitter_ ? &*submitter_ : nullptr);
        if (!builder_->usable()) {
            builder_.reset();
            text_.clear();
            note(line, "no patient or no month of treatment");
        }
    }

    void closeReceipt() {
        if (builder_) {
            take_(builder_->take(), std::move(text_));
            builder_.reset();
            text_.clear();
        }
    }

    void takeSubmitter(const Line& line) {
        // A dental file names the institution once, in UK, and repeats a nameless IR before every receipt: both are
        // needed.
        const std::string_view record = fields_[0];
        if (record == "UK") {
            reception_ = std::string(line.text) + "\n";
        } else if (record != "IR") {
            reception_.clear();
        }
        submitterText_ = record == "UK" ? reception_ : reception_ + std::string(line.text) + "\n";
        submitterLines_ = record == "UK" || reception_.empty() ? 1 : 2;
        submitter_ = readSubmitter(RecordView(fields_, line.number, facts_.unread), submitter_.value_or(Submitter{}));
    }

    // The line with the number it has for the receipt.
    Line placed(const Line& line) {
        if (texts_ == Texts::Left) {
            return line;
        }
        text_.append(line.text);
        text_.push_back('\n');
        return {line.text, ++textLines_};
    }

    void note(const Line& line, std::string reason) {
        facts_.unread.push_back({line.number, safeRecordName(fields_[0]), std::move(reason), -1});
    }

    Texts texts_;
    Take take_;
    ReadResult facts_;
    Fields fields_;
    std::optional<Submitter> submitter_;
    std::string reception_;     ///< UK, as a line
    std::string submitterText_; ///< what stands in front of each receipt's own text
    LineNumber submitterLines_ = 0;
    std::optional<ReceiptBuilder> builder_;
    std::string text_;
    LineNumber textLines_ = 0;
};

} // namespace

ReadResult readEach(std::string_view bytes, const std::function<void(Receipt&&)>& take) {
    return FileWalk(FileWalk::Texts::Left, [&take](Receipt&& receipt, std::string&&) { take(std::move(receipt)); })
        .over(bytes);
}

ReadResult read(std::string_view bytes) {
    std::vector<Receipt> receipts;
    ReadResult result = readEach(bytes, [&receipts](Receipt&& receipt) { receipts.push_back(std::move(receipt)); });
    result.receipts = std::move(receipts);
    return result;
}

ReadResult splitEach(std::string_view bytes, const std::function<void(ReceiptText&&)>& take) {
    return FileWalk(FileWalk::Texts::Collected,
                    [&take](Receipt&& receipt, std::string&& text) { take({std::move(receipt), std::move(text)}); })
        .over(bytes);
}

std::vector<ReceiptText> split(std::string_view bytes, ReadResult* file) {
    std::vector<ReceiptText> receipts;
    ReadResult facts = splitEach(bytes, [&receipts](ReceiptText&& text) { receipts.push_back(std::move(text)); });
    if (file != nullptr) {
        *file = std::move(facts);
    }
    return receipts;
}

} // namespace kmixr::receipt
