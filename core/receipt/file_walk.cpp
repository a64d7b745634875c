#include "core/receipt/file_walk.h"

#include "core/receipt/encoding.h"
#include "core/receipt/lines.h"

#include <cstring>
#include <utility>

namespace kmixr::receipt {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t judgedAtOnce = std::size_t{64} << 10U;

bool isSubmitter(std::string_view record) {
    return record == "IR" || record == "YK" || record == "UK";
}

/// Whether the record opens a receipt or ends the one before, so that the form of its row tells that of what follows.
bool opensOrEnds(std::string_view record) {
    return record == "RE" || record == "MN" || record == "GO" || isSubmitter(record);
}

void addTo(std::optional<std::int64_t>& sum, std::optional<std::int64_t> value) {
    if (value) {
        sum = sum.value_or(0) + *value;
    }
}

} // namespace

// The character set is told by the first 64 KiB that have any character beyond ASCII, counted from the start of the
// file, so that it does not depend on how the bytes arrive. Gives how many bytes may be read now.
std::size_t FileWalk::judged(std::string_view bytes, bool all) {
    std::size_t at = 0;
    while (set_ == CharacterSet::Unknown && at < bytes.size() && (all || bytes.size() - at >= judgedAtOnce)) {
        const std::string_view window = bytes.substr(at, judgedAtOnce);
        if (!isAscii(window)) {
            set_ = encodingOf(window).cp932 ? CharacterSet::Cp932 : CharacterSet::Utf8;
            break;
        }
        at += window.size();
    }
    return set_ == CharacterSet::Unknown ? at : bytes.size();
}

void FileWalk::feed(std::string_view bytes) {
    if (set_ == CharacterSet::Unknown) {
        const bool joined = !held_.empty();
        if (joined) {
            held_.append(bytes);
            bytes = held_;
        }
        const std::size_t known = judged(bytes, false);
        lines(bytes.substr(0, known));
        std::string rest(bytes.substr(known));
        held_ = std::move(rest);
        return;
    }
    lines(bytes);
}

ReadResult FileWalk::finish() {
    const std::string held = std::move(held_);
    (void)judged(held, true);
    lines(held);
    if (!carried_.empty() || overlong_) {
        const std::string last = std::move(carried_);
        carried_.clear();
        line(last);
    }
    closeRows();
    closeReceipt();
    facts_.cp932 = set_ == CharacterSet::Cp932;
    facts_.lines = number_;
    return std::move(facts_);
}

void FileWalk::lines(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto* found = static_cast<const char*>(std::memchr(bytes.data(), '\n', bytes.size()));
        const std::size_t end = found == nullptr ? bytes.size() : static_cast<std::size_t>(found - bytes.data());
        const bool tooLong = overlong_ || carried_.size() + end > longestLine;
        if (found == nullptr) {
            overlong_ = tooLong;
            if (tooLong) {
                carried_.clear();
            } else {
                carried_.append(bytes);
            }
            return;
        }
        overlong_ = tooLong;
        if (!tooLong && !carried_.empty()) {
            carried_.append(bytes.substr(0, end));
            line(carried_);
        } else {
            line(bytes.substr(0, end));
        }
        carried_.clear();
        bytes.remove_prefix(end + 1);
    }
}

void FileWalk::line(std::string_view text) {
    ++number_;
    const bool first = std::exchange(atStart_, false);
    if (std::exchange(overlong_, false)) {
        addNote(facts_.unread, {number_, "?", "line longer than 1 MiB", -1});
        return;
    }
    if (first && text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    text = strippedLine(text);
    if (!text.empty()) {
        const Encoding encoding{set_ == CharacterSet::Cp932, set_ == CharacterSet::Unknown};
        take({decoded(text, encoding, storage_), number_});
    }
}

void FileWalk::take(const Line& line) {
    fields_.split(line.text);
    bool insurers = fields_.fromInsurer();
    // A row of the other form in the middle of a receipt is a damaged one: it costs itself, not the rest.
    const bool inRows = !rows_.empty();
    if ((inRows || builder_) && !opensOrEnds(fields_[0])) {
        insurers = inRows;
    }
    if (inRows && (!insurers || rows_.endsBefore(fields_[0]))) {
        closeRows();
        fields_.split(line.text); // closing read the rows' own fields
    }
    if (!insurers) {
        handle(line);
        return;
    }
    facts_.fromInsurer = true;
    if (rows_.bytes() > largestReceipt) {
        note(line, "the receipt is too large: left out");
        return;
    }
    rows_.add(line, fields_);
}

void FileWalk::handle(const Line& line) {
    const std::string_view record = fields_[0];
    if (record == "RE") {
        openReceipt(line);
    } else if (isSubmitter(record)) {
        closeReceipt();
        takeSubmitter(line);
    } else if (record == "GO") {
        closeReceipt();
        const RecordView go(fields_, line.number, facts_.unread);
        facts_.goLine = line.number;
        facts_.goVolume = go.text(3);
        addTo(facts_.statedReceipts, go.points(1));
        addTo(facts_.statedPoints, go.points(2));
        submitter_.reset();
        submitterText_.clear();
    } else if (record == "MN") { // the insurer's own first row of the next receipt
        closeReceipt();
    } else if (!builder_) {
        note(line, "belongs to no receipt");
    } else if ((receiptBytes_ += line.text.size()) > largestReceipt) {
        note(line, "the receipt is too large: left out");
    } else {
        builder_->add(placed(line), fields_);
    }
}

void FileWalk::openReceipt(const Line& line) {
    closeReceipt();
    if (texts_ == Texts::Collected) {
        text_ = submitterText_;
        textLines_ = submitterLines_;
    }
    receiptBytes_ = line.text.size();
    builder_.emplace(placed(line), fields_, submitter_ ? &*submitter_ : nullptr);
    if (!builder_->usable()) {
        builder_.reset();
        text_.clear();
        note(line, "no patient or no month of treatment");
    }
}

void FileWalk::closeReceipt() {
    if (builder_) {
        take_(builder_->take(), std::move(text_));
        builder_.reset();
        text_.clear();
    }
}

// An insurer's receipt is read when it is whole: its corrections stand at its end.
void FileWalk::closeRows() {
    if (rows_.empty()) {
        return;
    }
    closeReceipt();
    ReviewedRows reviewed = rows_.take();
    std::string text;
    LineNumber before = 0; // lines of the text in front of the rows
    if (texts_ == Texts::Collected) {
        if (!reviewed.namesInstitution) {
            text = submitterText_;
            before = submitterLines_;
        }
        for (const InsurerRow& row : reviewed.rows) {
            text += row.text;
            text.push_back('\n');
        }
    }
    const auto numberOf = [&](std::size_t row) {
        if (row == RowCorrection::none) {
            return LineNumber{0};
        }
        return texts_ == Texts::Collected ? before + static_cast<LineNumber>(row) + 1 : reviewed.rows[row].number;
    };
    std::vector<Correction> corrections;
    corrections.reserve(reviewed.corrections.size());
    for (RowCorrection& one : reviewed.corrections) {
        corrections.push_back(
            {numberOf(one.at), one.kind, numberOf(one.target), numberOf(one.replacement), std::move(one.reasons)});
    }
    for (UnreadLine& unread : reviewed.unread) {
        addNote(facts_.unread, std::move(unread));
    }
    for (const StandingRow& standing : reviewed.standing) {
        const InsurerRow& row = reviewed.rows[standing.row];
        const Line inFile{row.text, row.number};
        const Line line{row.text, numberOf(standing.row)};
        fields_.split(row.text);
        if (isSubmitter(fields_[0])) {
            takeSubmitter(inFile);
        } else if (fields_[0] == "RE" && !builder_) {
            builder_.emplace(line, fields_, submitter_ ? &*submitter_ : nullptr);
            if (!builder_->usable()) {
                builder_.reset();
                note(inFile, "no patient or no month of treatment");
            } else {
                builder_->addReview(reviewed.receipt, reviewed.managementNumber, std::move(corrections));
            }
        } else if (builder_) {
            builder_->add(line, fields_, standing.cut);
        } else if (fields_[0] != "MN") {
            note(inFile, "belongs to no receipt");
        }
    }
    text_ = std::move(text);
    closeReceipt();
    text_.clear();
}

void FileWalk::takeSubmitter(const Line& line) {
    // A dental file names the institution once, in UK, and repeats a nameless IR before every receipt: both are
    // needed.
    const std::string_view record = fields_[0];
    if (submitters_++ == 0) {
        const std::size_t volume = record == "UK" ? 9 : record == "YK" ? 7 : 8;
        std::vector<UnreadLine> unsaid; // a dental IR on its own has something else there
        facts_.firstVolume = RecordView(fields_, line.number, unsaid).count(volume);
    }
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
Line FileWalk::placed(const Line& line) {
    if (texts_ == Texts::Left) {
        return line;
    }
    text_.append(line.text);
    text_.push_back('\n');
    return {line.text, ++textLines_};
}

void FileWalk::note(const Line& line, std::string reason) {
    addNote(facts_.unread, {line.number, safeRecordName(fields_[0]), std::move(reason), -1});
}

} // namespace kmixr::receipt
