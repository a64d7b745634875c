// Bytes of a conversation with a card: a PIN or the vault's secret may be among them, so every buffer is wiped when it
// is given back, also the ones a growing vector leaves behind.
#pragma once

#include "core/common/secret_bytes.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace kmixr::card {

template <class T>
struct WipingAllocator {
    using value_type = T;

    WipingAllocator() = default;
    template <class U>
    explicit WipingAllocator(const WipingAllocator<U>& /*other*/) noexcept {}

    T* allocate(std::size_t count) { return std::allocator<T>{}.allocate(count); }
    void deallocate(T* data, std::size_t count) noexcept {
        wipe(std::span(reinterpret_cast<std::uint8_t*>(data), count * sizeof(T)));
        std::allocator<T>{}.deallocate(data, count);
    }

    friend bool operator==(const WipingAllocator&, const WipingAllocator&) = default;
};

using WipedBytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;

} // namespace kmixr::card
