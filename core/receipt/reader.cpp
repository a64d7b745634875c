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

/// Walks over a file that may be several files in a row: IR/YK/UK, receipts, GO.
class FileReader {
public:
    explicit FileReader(ReadResult& result) : result_(result) {}

    void read(std::string_view text) {
        LineCursor cursor(text);
        Line line;
        while (cursor.next(line)) {
            fields_.split(line.text);
            take(line);
        }
        closeReceipt();
    }

private:
    void take(const Line& line) {
        const std::string_view record = fields_[0];
        if (record == "RE") {
            closeReceipt();
            builder_.emplace(line, fields_, submitter_ ? &*submitter_ : nullptr);
            if (!builder_->usable()) {
                builder_.reset();
                note(line, "no patient or no month of treatment");
            }
        } else if (isSubmitter(record)) {
            closeReceipt();
            submitter_ =
                readSubmitter(RecordView(fields_, line.number, result_.unread), submitter_.value_or(Submitter{}));
        } else if (record == "GO") {
            closeReceipt();
            const RecordView go(fields_, line.number, result_.unread);
            addTo(result_.statedReceipts, go.points(1));
            addTo(result_.statedPoints, go.points(2));
        } else if (record == "MN") { // the insurer's own first row of the next receipt
            closeReceipt();
        } else if (builder_) {
            builder_->add(line, fields_);
        } else {
            note(line, "belongs to no receipt");
        }
    }

    void closeReceipt() {
        if (builder_) {
            result_.receipts.push_back(builder_->take());
            builder_.reset();
        }
    }

    void note(const Line& line, std::string reason) {
        result_.unread.push_back({line.number, safeRecordName(fields_[0]), std::move(reason), -1});
    }

    ReadResult& result_;
    Fields fields_;
    std::optional<Submitter> submitter_;
    std::optional<ReceiptBuilder> builder_;
};

/// Collects the lines of each receipt behind the submitter's lines in force.
class FileSplitter {
public:
    explicit FileSplitter(std::vector<ReceiptText>& out) : out_(out) {}

    void split(std::string_view text) {
        LineCursor cursor(text);
        Line line;
        while (cursor.next(line)) {
            take(line.text);
        }
        closeReceipt();
    }

private:
    void take(std::string_view line) {
        const std::string_view record = recordOf(line);
        if (record == "RE") {
            closeReceipt();
            append(text_, reception_);
            append(text_, submitter_);
            append(text_, line);
            open_ = true;
        } else if (isSubmitter(record)) {
            closeReceipt();
            // A dental file names the institution once in UK and repeats a nameless IR before every receipt: both
            // count.
            if (record == "UK") {
                reception_ = line;
                submitter_ = {};
            } else {
                reception_ = record == "IR" ? reception_ : std::string_view{};
                submitter_ = line;
            }
        } else if (record == "GO") {
            closeReceipt();
            reception_ = submitter_ = {};
        } else if (record == "MN") {
            closeReceipt();
        } else if (open_) {
            append(text_, line);
        }
    }

    static void append(std::string& text, std::string_view line) {
        if (!line.empty()) {
            text.append(line);
            text.push_back('\n');
        }
    }

    void closeReceipt() {
        if (!open_) {
            return;
        }
        open_ = false;
        ReadResult one;
        FileReader(one).read(text_);
        if (!one.receipts.empty()) {
            out_.push_back({std::move(one.receipts.front()), std::move(text_)});
        }
        text_.clear();
    }

    std::vector<ReceiptText>& out_;
    std::string_view reception_; ///< UK
    std::string_view submitter_; ///< IR or YK
    std::string text_;
    bool open_ = false;
};

} // namespace

ReadResult read(std::string_view bytes) {
    ReadResult result;
    std::string storage;
    FileReader(result).read(utf8View(bytes, storage, result.cp932));
    return result;
}

std::vector<ReceiptText> split(std::string_view bytes, ReadResult* file) {
    std::string storage;
    bool cp932 = false;
    const std::string_view text = utf8View(bytes, storage, cp932);
    std::vector<ReceiptText> receipts;
    FileSplitter(receipts).split(text);
    if (file != nullptr) {
        *file = ReadResult{};
        FileReader(*file).read(text);
        file->receipts.clear();
        file->cp932 = cp932;
    }
    return receipts;
}

} // namespace kmixr::receipt
