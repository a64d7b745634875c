// Reads a receipt file of any size in blocks of whole receipts, each opened by the institution's record that was in
// force.
#pragma once

#include "core/common/outcome.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace kmixr::server {

/// Works on bytes: in CP932 no second byte of a character is a line end or a comma, so lines can be told before
/// decoding.
class ReceiptBlocks {
public:
    static Outcome<ReceiptBlocks> open(const std::filesystem::path& file, std::size_t blockSize = 4U << 20U);
    /// The next block; nullopt at the end of the file. `server.file-unreadable` when the medium fails, or a line is
    /// longer than 1 MiB (then it is no receipt file).
    Outcome<std::optional<std::string>> next();

private:
    explicit ReceiptBlocks(std::ifstream in, std::size_t blockSize) : in_(std::move(in)), blockSize_(blockSize) {}
    bool readLine(std::string& line);

    std::ifstream in_;
    std::size_t blockSize_;
    std::string institution_; ///< IR or YK line in force, and a UK line behind it
    std::string carried_;     ///< the line that opens the next block
    bool tooLong_ = false;
};

} // namespace kmixr::server
