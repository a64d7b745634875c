// A file seen as memory, for as long as the object lives.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

namespace kmixr::receipt {

class MappedFile {
public:
    /// Read-only; nullopt when the file cannot be opened or is empty.
    static std::optional<MappedFile> open(const std::filesystem::path& file);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

private:
    MappedFile(void* data, std::size_t size) : data_(data), size_(size) {}

    void* data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace kmixr::receipt
