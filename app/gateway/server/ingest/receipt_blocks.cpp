#include "app/gateway/server/ingest/receipt_blocks.h"

#include "app/gateway/server/problems.h"

#include <string_view>

namespace kmixr::server {

namespace {

constexpr std::size_t longestLine = 1U << 20U;

bool opensInstitution(std::string_view line) {
    return line.starts_with("IR,") || line.starts_with("YK,");
}
bool namesInstitution(std::string_view line) {
    return line.starts_with("UK,");
}
bool opensReceipt(std::string_view line) {
    return line.starts_with("RE,");
}

} // namespace

Outcome<ReceiptBlocks> ReceiptBlocks::open(const std::filesystem::path& file, std::size_t blockSize) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(problems::fileUnreadable, file.filename().string());
    }
    return ReceiptBlocks(std::move(in), blockSize);
}

bool ReceiptBlocks::readLine(std::string& line) {
    line.clear();
    for (int c = in_.get(); c != std::ifstream::traits_type::eof(); c = in_.get()) {
        line += static_cast<char>(c);
        if (c == '\n') {
            return true;
        }
        if (line.size() > longestLine) {
            tooLong_ = true;
            return false;
        }
    }
    return !line.empty();
}

Outcome<std::optional<std::string>> ReceiptBlocks::next() {
    std::string block;
    std::string line = std::exchange(carried_, {});
    bool any = !line.empty() || readLine(line);
    for (; any; any = readLine(line)) {
        // An end-of-file mark of a file that was joined to others may stand before a record (uke.md §1).
        const std::string_view record = std::string_view(line).substr(line.starts_with('\x1a') ? 1 : 0);
        const bool opens = opensInstitution(record) || opensReceipt(record);
        if (opens && block.size() >= blockSize_) {
            carried_ = line;
            break;
        }
        if (opensInstitution(record)) {
            institution_ = record;
        } else if (namesInstitution(record)) {
            institution_ += record;
        } else if (opensReceipt(record) && block.empty()) {
            block = institution_;
        }
        block += record;
    }
    if (tooLong_ || in_.bad()) {
        return fail(problems::fileUnreadable, tooLong_ ? "line longer than 1 MiB" : "read error");
    }
    return block.empty() ? std::optional<std::string>() : std::optional(std::move(block));
}

} // namespace kmixr::server
