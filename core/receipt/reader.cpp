#include "core/receipt/reader.h"

#include "core/receipt/file_walk.h"

namespace kmixr::receipt {

ReadResult readEach(std::string_view bytes, const std::function<void(Receipt&&)>& take) {
    FileWalk walk(FileWalk::Texts::Left, [&take](Receipt&& receipt, std::string&&) { take(std::move(receipt)); });
    walk.feed(bytes);
    return walk.finish();
}

ReadResult read(std::string_view bytes) {
    std::vector<Receipt> receipts;
    ReadResult result = readEach(bytes, [&receipts](Receipt&& receipt) { receipts.push_back(std::move(receipt)); });
    result.receipts = std::move(receipts);
    return result;
}

ReadResult splitEach(std::string_view bytes, const std::function<void(ReceiptText&&)>& take) {
    FileWalk walk(FileWalk::Texts::Collected,
                  [&take](Receipt&& receipt, std::string&& text) { take({std::move(receipt), std::move(text)}); });
    walk.feed(bytes);
    return walk.finish();
}

std::vector<ReceiptText> split(std::string_view bytes, ReadResult* file) {
    std::vector<ReceiptText> receipts;
    ReadResult facts = splitEach(bytes, [&receipts](ReceiptText&& text) { receipts.push_back(std::move(text)); });
    if (file != nullptr) {
        *file = std::move(facts);
    }
    return receipts;
}

StreamReader::StreamReader(std::function<void(ReceiptText&&)> take)
    : walk_(std::make_unique<FileWalk>(FileWalk::Texts::Collected,
                                       [take = std::move(take)](Receipt&& receipt, std::string&& text) {
                                           take({std::move(receipt), std::move(text)});
                                       })) {}

StreamReader::~StreamReader() = default;

void StreamReader::feed(std::string_view bytes) {
    walk_->feed(bytes);
}

ReadResult StreamReader::finish() {
    return walk_->finish();
}

} // namespace kmixr::receipt
